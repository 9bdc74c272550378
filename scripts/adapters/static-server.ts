import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { byteRange } from './byte-range.ts';
import { acceptedEncoding, createCompressor } from './compression.ts';
import { isText, mimeType } from './mime-types.ts';
import { fileWithin, routeOf, type SiteFile } from './site-route.ts';

export interface StaticSite {
  /** The folder that was built, absolute. */
  root: string;
  /** Sent with every response. */
  headers: Readonly<Record<string, string>>;
  /** Sent in place of those with the pages at these paths. */
  headersAt?: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Old path → new path, answered with 301. */
  redirects: ReadonlyMap<string, string>;
}

type Compress = ReturnType<typeof createCompressor>;

/** A server that answers as the real deployment does. It is not listening yet. */
export function createStaticServer(site: StaticSite): Server {
  const compress = createCompressor();
  return createServer((request, response) => {
    answer(request, response, site, compress).catch(() => {
      // The reader has gone, or the file went away between the look and the read.
      response.destroy();
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  site: StaticSite,
  compress: Compress,
): Promise<void> {
  for (const [name, value] of Object.entries(headersOf(site, request.url ?? '/')))
    response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    sendText(response, 405, 'Only GET and HEAD are answered here.');
    return;
  }
  const route = await routeOf(request.url ?? '/', site.root, site.redirects);
  if (route.kind === 'malformed') {
    sendText(response, 400, 'This address is malformed.');
  } else if (route.kind === 'redirect') {
    response.setHeader('Location', route.to);
    sendText(response, 301, `Moved to ${route.to}`);
  } else if (route.kind === 'file') {
    await sendFile(
      request,
      response,
      route.file,
      { status: 200, cache: cachingOf(request.url ?? '/') },
      compress,
    );
  } else {
    const page = await fileWithin(site.root, join(site.root, '404.html'));
    if (page === undefined) sendText(response, 404, 'There is nothing at this address.');
    else await sendFile(request, response, page, { status: 404, cache: 'no-cache' }, compress);
  }
}

/** What is sent with an address, however it is written. */
function headersOf({ headers, headersAt }: StaticSite, address: string): Readonly<Record<string, string>> {
  if (headersAt === undefined || !URL.canParse(address, 'http://localhost')) return headers;
  const { pathname } = new URL(address, 'http://localhost');
  return headersAt.get(pathname.replace(/index\.html$/u, '')) ?? headers;
}

/** Files under these folders carry a digest in their names or in that of the folder, so they never change. */
function cachingOf(path: string): string {
  return /^\/(?:_astro|pictures|write\/editor\/[0-9a-f]{12})\//u.test(path)
    ? 'public, max-age=31536000, immutable'
    : 'no-cache';
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: SiteFile,
  { status, cache }: { status: number; cache: string },
  compress: Compress,
): Promise<void> {
  const type = mimeType(file.path);
  const encoding = isText(type) ? acceptedEncoding(request.headers['accept-encoding']) : undefined;
  const tag = `"${file.size.toString(36)}-${file.modified.getTime().toString(36)}${encoding === undefined ? '' : `-${encoding}`}"`;
  response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', cache);
  response.setHeader('ETag', tag);
  response.setHeader('Last-Modified', file.modified.toUTCString());
  if (isText(type)) response.setHeader('Vary', 'Accept-Encoding');
  if (status === 200 && isUnchanged(request, tag, file.modified)) {
    response.writeHead(304).end();
    return;
  }
  if (encoding !== undefined) {
    const body = await compress(file, encoding);
    response.setHeader('Content-Encoding', encoding);
    response.setHeader('Content-Length', body.length);
    response.writeHead(status).end(request.method === 'HEAD' ? undefined : body);
    return;
  }
  await sendBytes(request, response, file, status, tag);
}

async function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  file: SiteFile,
  status: number,
  tag: string,
): Promise<void> {
  response.setHeader('Accept-Ranges', 'bytes');
  const condition = request.headers['if-range'];
  const wanted = condition === undefined || condition === tag ? request.headers.range : undefined;
  const range = status === 200 ? byteRange(wanted, file.size) : undefined;
  if (range === 'impossible') {
    response.setHeader('Content-Range', `bytes */${file.size}`);
    response.writeHead(416).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  if (range !== undefined) response.setHeader('Content-Range', `bytes ${start}-${end}/${file.size}`);
  response.setHeader('Content-Length', end - start + 1);
  response.writeHead(range === undefined ? status : 206);
  if (request.method === 'HEAD' || file.size === 0) response.end();
  else await pipeline(createReadStream(file.path, { start, end }), response);
}

function isUnchanged(request: IncomingMessage, tag: string, modified: Date): boolean {
  const tags = request.headers['if-none-match'];
  if (tags !== undefined) {
    return tags.split(',').some((known) => known.trim() === '*' || known.trim().replace(/^W\//u, '') === tag);
  }
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  // The header counts whole seconds.
  return !Number.isNaN(since) && Math.floor(modified.getTime() / 1000) * 1000 <= since;
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.writeHead(status).end(response.req.method === 'HEAD' ? undefined : text);
}
