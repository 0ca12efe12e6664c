// A bare Node server that answers every request with one answer of ours: its bytes, and all its header fields.
import http from 'node:http';

const answer = await fetch(process.env.BENCH_BYTES_OF, { headers: { 'Accept-Encoding': 'identity' } });
const bytes = Buffer.from(await answer.arrayBuffer());
// Those that Node's server writes by itself.
const own = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);
const fields = Object.fromEntries([...answer.headers].filter(([name]) => !own.has(name)));

const server = http.createServer((_request, response) => {
  response.writeHead(200, fields);
  response.end(bytes);
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('đang phục vụ'));
