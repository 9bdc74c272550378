import type { Forge } from './site.ts';

/** What the headers depend on. */
export interface HeaderOptions {
  /** The origins that a page may show in a frame after a click: the discussion widget, or none. */
  frames: readonly string[];
  /** The origins whose pictures are shown in conversations, besides our own. */
  pictures: readonly string[];
}

/**
 * The response headers of every page, error page and file. The web-server configurations in `deploy/` and the local
 * server send the same ones.
 */
export function securityHeaders({ frames, pictures }: HeaderOptions): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy({ frames, pictures }),
    'X-Content-Type-Options': 'nosniff',
    // The address of the search page holds the words that were looked for, which are nobody else's business.
    'Referrer-Policy': 'strict-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}

/**
 * The response headers of the page of the editor, and of nothing else: it writes styles and shows pictures that were not
 * sent yet, and it asks the forge.
 */
export function editorHeaders(forge: Pick<Forge, 'kind' | 'url'>): Record<string, string> {
  const { programs, pictures } = originsOf(forge);
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', ...pictures],
    'font-src': ["'self'"],
    'connect-src': ["'self'", 'blob:', 'data:', ...programs],
    'worker-src': ["'self'", 'blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  };
  return { ...securityHeaders({ frames: [], pictures: [] }), 'Content-Security-Policy': written(directives) };
}

/** Where the forge answers programs, and where it keeps the pictures of people. */
function originsOf({ kind, url }: Pick<Forge, 'kind' | 'url'>): { programs: string[]; pictures: string[] } {
  const { origin } = new URL(url);
  return kind === 'github' && origin === 'https://github.com'
    ? { programs: ['https://api.github.com'], pictures: ['https://avatars.githubusercontent.com'] }
    : { programs: [origin], pictures: [origin] };
}

function written(directives: Record<string, readonly string[]>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

function contentSecurityPolicy({ frames, pictures }: HeaderOptions): string {
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    // The search index is read by WebAssembly, which this keyword allows without allowing eval.
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", ...pictures],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'media-src': ["'self'"],
    'worker-src': ["'self'"],
    'form-action': ["'self'"],
    'frame-src': frames.length === 0 ? ["'none'"] : frames,
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
    // No string becomes HTML or a script, except through these policies.
    'require-trusted-types-for': ["'script'"],
    'trusted-types': trustedTypes(frames),
  };
  return written(directives);
}

/**
 * `default` lets the worker of the search start and nothing else: Pagefind names it by a string. The discussion widget
 * is made with Lit, which turns its own templates into HTML by the policy `lit-html`.
 */
function trustedTypes(frames: readonly string[]): string[] {
  return frames.length === 0 ? ['default'] : ['default', 'lit-html'];
}
