import type { Server } from 'node:http';

/** One answer of the server. */
export interface Sent {
  kind: SentKind;
  /** Head and body, as they went over the wire. */
  bytes: number;
  /** When all of it was handed to the system, as milliseconds since 1970. */
  at: number;
}

/** What Pagefind has written. */
export const indexKinds = [
  'search program',
  'WebAssembly',
  'metadata',
  'filters',
  'index',
  'fragments',
] as const;
export const sentKinds = ['page', 'scripts and styles', 'fonts', ...indexKinds, 'other'] as const;
export type SentKind = (typeof sentKinds)[number];

const patterns: readonly (readonly [SentKind, RegExp])[] = [
  ['fragments', /\.pf_fragment$/u],
  ['index', /\.pf_index$/u],
  ['filters', /\.pf_filter$/u],
  ['metadata', /\.pf_meta$/u],
  ['WebAssembly', /\.pagefind$/u],
  ['search program', /^\/pagefind\/pagefind[^/]*\.js(?:on)?$/u],
  ['fonts', /\.woff2$/u],
  ['scripts and styles', /\.(?:js|css)$/u],
  ['page', /\/$/u],
];

/** What a path is to a search. */
export function kindOf(path: string): SentKind {
  return patterns.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other';
}

export interface Traffic {
  /** Since the last call of `forget`. */
  sent: Sent[];
  /** Requests that are not answered yet. */
  waiting: () => number;
  forget: () => void;
}

/** Writes down what a server sends, whoever asked for it: pages and their workers alike. */
export function watchTraffic(server: Server): Traffic {
  const traffic: Traffic = {
    sent: [],
    waiting: () => waiting.size,
    forget: () => (traffic.sent = []),
  };
  const waiting = new Set<object>();
  server.prependListener('request', ({ url = '' }, response) => {
    const { socket } = response;
    const before = socket?.bytesWritten ?? 0;
    waiting.add(response);
    response.on('finish', () => {
      const bytes = (socket?.bytesWritten ?? before) - before;
      const at = performance.timeOrigin + performance.now();
      traffic.sent.push({ kind: kindOf(url.replace(/\?.*$/u, '')), bytes, at });
    });
    response.on('close', () => waiting.delete(response));
  });
  return traffic;
}
