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
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/**
 * `default` lets the worker of the search start and nothing else: Pagefind names it by a string. The discussion widget
 * is made with Lit, which turns its own templates into HTML by the policy `lit-html`.
 */
function trustedTypes(frames: readonly string[]): string[] {
  return frames.length === 0 ? ['default'] : ['default', 'lit-html'];
}
