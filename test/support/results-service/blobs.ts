import { type Answer, type Exchange, json, type StandIn } from './http.ts';
import type { Blob } from './state.ts';

export function signedUrl(standIn: StandIn, blob: Blob): string {
  blob.expiresAt = Date.now() + standIn.state.urlLifetime;
  return `${standIn.origin}/blob/${blob.name}?sig=${blob.signature}`;
}

function azure(status: number, headers: Record<string, string> = {}, body?: Buffer): Answer {
  const common = {
    'x-ms-request-id': '00000000-0000-0000-0000-000000000000',
    'x-ms-version': '2024-11-04',
    etag: '"0x1"',
    'last-modified': new Date().toUTCString(),
  };
  return { status, headers: { ...common, ...headers }, ...(body ? { body } : {}) };
}

function refused(code: string, status: number): Answer {
  return {
    status,
    headers: { 'content-type': 'application/xml', 'x-ms-error-code': code },
    body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
  };
}

/** Block blobs: Put Blob, Put Block, Put Block List, Get Blob (ranges) and Get Blob Properties. */
export function serveBlob(standIn: StandIn, exchange: Exchange): Answer {
  const name = exchange.url.pathname.slice('/blob/'.length);
  const blob = standIn.state.blobs.get(name);
  if (!blob) return refused('BlobNotFound', 404);
  if (exchange.url.searchParams.get('sig') !== blob.signature || blob.expiresAt < Date.now()) {
    return refused('AuthenticationFailed', 403);
  }
  if (exchange.method === 'PUT') return put(blob, exchange);
  if (exchange.method === 'GET' || exchange.method === 'HEAD') return get(blob, exchange);
  return json({ message: 'Method Not Allowed' }, 405);
}

function put(blob: Blob, exchange: Exchange): Answer {
  const operation = exchange.url.searchParams.get('comp');
  if (operation === 'block') {
    blob.blocks.set(exchange.url.searchParams.get('blockid') ?? '', exchange.body);
  } else if (operation === 'blocklist') {
    const ids = [...exchange.body.toString('utf8').matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)];
    const blocks = ids.map(([, id]) => blob.blocks.get(id ?? ''));
    if (blocks.some((block) => block === undefined)) return refused('InvalidBlockList', 400);
    blob.content = Buffer.concat(blocks as Buffer[]);
  } else {
    blob.content = exchange.body;
  }
  return azure(201, { 'x-ms-request-server-encrypted': 'true' });
}

function get(blob: Blob, exchange: Exchange): Answer {
  if (!blob.content) return refused('BlobNotFound', 404);
  const type = blob.name.endsWith('.zip') ? 'application/zip' : 'application/octet-stream';
  const headers = { 'content-type': type, 'accept-ranges': 'bytes', 'x-ms-blob-type': 'BlockBlob' };
  const range = /^bytes=(\d+)-(\d*)$/.exec(String(exchange.headers['x-ms-range'] ?? exchange.headers.range ?? ''));
  if (exchange.method === 'HEAD') {
    return azure(200, { ...headers, 'content-length': String(blob.content.length) });
  }
  if (!range) return azure(200, headers, blob.content);
  const start = Number(range[1]);
  const end = Math.min(range[2] ? Number(range[2]) : blob.content.length - 1, blob.content.length - 1);
  const total = blob.content.length;
  return azure(
    206,
    { ...headers, 'content-range': `bytes ${start}-${end}/${total}` },
    blob.content.subarray(start, end + 1),
  );
}
