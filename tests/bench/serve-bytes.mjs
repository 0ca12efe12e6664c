// A bare Node server that answers every request with the bytes of one answer of ours, and its header fields.
import http from 'node:http';

const answer = await fetch(process.env.BENCH_BYTES_OF, { headers: { 'Accept-Encoding': 'identity' } });
const bytes = Buffer.from(await answer.arrayBuffer());
const names = ['content-type', 'etag', 'cache-control', 'vary', 'access-control-allow-origin'];
const fields = Object.fromEntries(
  names.filter((name) => answer.headers.has(name)).map((name) => [name, answer.headers.get(name)]),
);

const server = http.createServer((_request, response) => {
  response.writeHead(200, { ...fields, 'Content-Length': bytes.length });
  response.end(bytes);
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('đang phục vụ'));
