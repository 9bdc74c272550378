import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Answer } from './answers.ts';
import type { Fault } from './faults.ts';

/** Sends the answer, packed when the other side can unpack it, as well as the fault lets it. Gives the status that the other side saw, or 0. */
export async function deliver(
  response: ServerResponse,
  { status, headers, body }: Answer,
  fault: Extract<Fault, { kind: 'cut' | 'slow' }> | undefined,
): Promise<number> {
  const packed = /\bgzip\b/u.test(String(response.req.headers['accept-encoding']));
  const bytes = packed ? gzipSync(body, { level: 1 }) : Buffer.from(body);
  const encoding = packed ? { 'content-encoding': 'gzip' } : {};
  if (fault?.kind === 'cut' && fault.share === 0) {
    response.destroy();
    return 0;
  }
  response.writeHead(status, { ...headers, ...encoding, 'content-length': String(bytes.length) });
  if (fault === undefined) {
    response.end(bytes);
    return status;
  }
  if (fault.kind === 'cut') {
    // Ending the socket only when the piece is out makes sure that the piece arrives.
    response.write(bytes.subarray(0, Math.floor(bytes.length * fault.share)), () => response.destroy());
    return status;
  }
  const size = Math.max(1, Math.ceil(bytes.length / fault.pieces));
  for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
    await pause(fault.pauseMs);
    response.write(bytes.subarray(at, at + size));
  }
  response.end();
  return status;
}
