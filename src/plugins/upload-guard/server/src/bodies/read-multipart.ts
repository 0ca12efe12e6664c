import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { readableSize, RefusedBody } from './refused-body';

/** Bytes of a field that is not a file. */
const LARGEST_FIELD = 64 * 1024;
const LONGEST_FIELD_NAME = 100;
const MOST_PART_HEADERS = 20;

/** A stored part, in the shape that formidable gave to Strapi. */
type StoredPart = { filepath: string; originalFilename: string; mimetype: string; size: number };

/** Parts by name: a single one, or a list where the name is repeated, as Strapi expects. */
type Multipart = {
  files: Record<string, StoredPart | StoredPart[]>;
  fields: Record<string, string | string[]>;
};

type MultipartLimits = {
  /** Bytes of the request. */
  total: number;
  /** Bytes of one file. */
  file: number;
  /** Number of files; there may be as many other fields. */
  files: number;
  /** Null admits any name. */
  names: { file: string; field: string } | null;
};

/**
 * Reads a multipart request and stores its files in a folder of the request. Throws a RefusedBody, as soon as a limit is
 * reached or a name is not accepted; the rest of the request is read and dropped, so that the sender gets the answer.
 * Once it has settled, nothing writes into the folder any more.
 *
 * @param folder an empty folder
 */
export async function readMultipart(
  request: IncomingMessage,
  folder: string,
  limits: MultipartLimits,
): Promise<Multipart> {
  const files: [string, StoredPart][] = [];
  const fields: [string, string][] = [];
  const writes: Promise<unknown>[] = [];
  const parser = makeParser(request, limits);
  try {
    await new Promise<void>((resolve, reject) => {
      const refuse = (...why: ConstructorParameters<typeof RefusedBody>) => reject(new RefusedBody(...why));
      const accepts = (kind: 'file' | 'field', name: string) => !limits.names || limits.names[kind] === name;
      let received = 0;
      request.on('data', (chunk: Buffer) => {
        received += chunk.length;
        if (received > limits.total) refuse('size', readableSize(limits.total));
      });
      request.on('error', () => refuse('malformed'));
      request.on('close', () => !request.complete && refuse('malformed'));

      parser.on('file', (name, content, { filename = '', mimeType }) => {
        if (!accepts('file', name)) {
          refuse('field', name);
          // A part that is cut off fails, and an error that nobody hears ends the process.
          content.on('error', () => undefined);
          return content.resume();
        }
        content.on('limit', () => refuse('file-size', readableSize(limits.file)));
        const filepath = path.join(folder, String(writes.length));
        const part = { filepath, originalFilename: withQuotes(filename), mimetype: mimeType, size: 0 };
        files.push([name, part]);
        writes.push(store(content, part).catch(reject));
      });
      parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
        if (nameTruncated || !accepts('field', name)) refuse('field', name);
        if (valueTruncated) refuse('field-size', readableSize(LARGEST_FIELD));
        fields.push([name, value]);
      });
      parser.on('filesLimit', () => refuse('files', String(limits.files)));
      parser.on('fieldsLimit', () => refuse('fields', String(limits.files)));
      parser.on('error', () => refuse('malformed'));
      parser.on('close', resolve);
      if (request.destroyed) refuse('malformed');
      else request.pipe(parser);
    });
    await Promise.all(writes);
  } catch (error) {
    request.unpipe(parser);
    parser.destroy();
    request.resume();
    await Promise.all(writes);
    throw error;
  }
  // A browser sends an empty part without a name for a file input that was left empty.
  const sent = files.filter(([, { size, originalFilename }]) => size > 0 || originalFilename !== '');
  return { files: byName(sent), fields: byName(fields) };
}

/** Throws a RefusedBody for a request that says itself that it is too large, or has no boundary. */
function makeParser({ headers }: IncomingMessage, limits: MultipartLimits): busboy.Busboy {
  if (Number(headers['content-length']) > limits.total) throw new RefusedBody('size', readableSize(limits.total));
  try {
    return busboy({
      headers,
      preservePath: true,
      defParamCharset: 'utf8',
      limits: {
        // A file of exactly this size would count as too large.
        fileSize: limits.file + 1,
        files: limits.files,
        fields: limits.files,
        fieldSize: LARGEST_FIELD,
        fieldNameSize: LONGEST_FIELD_NAME,
        headerPairs: MOST_PART_HEADERS,
      },
    });
  } catch {
    throw new RefusedBody('malformed');
  }
}

async function store(content: Readable, part: StoredPart): Promise<void> {
  const file = createWriteStream(part.filepath, { flags: 'wx', mode: 0o600 });
  await pipeline(content, file);
  part.size = file.bytesWritten;
}

/** Browsers encode the quotation marks of a file's name (WHATWG, multipart/form-data). */
const withQuotes = (filename: string) => filename.replaceAll('%22', '"');

function byName<T>(parts: [string, T][]): Record<string, T | T[]> {
  const lists = new Map<string, T[]>();
  for (const [name, part] of parts) lists.set(name, [...(lists.get(name) ?? []), part]);
  return Object.fromEntries(
    [...lists].map(([name, [first, ...others]]) => [name, others.length > 0 ? [first, ...others] : first]),
  ) as Record<string, T | T[]>;
}
