// Pagefind starts its worker by this address, as a string.
const workerPath = '/pagefind/pagefind-worker.js';

/** The part of the Trusted Types API that is used here; TypeScript's library does not have it yet. */
interface TrustedTypes {
  createPolicy: (name: string, rules: { createScriptURL: (address: string) => string | null }) => unknown;
  defaultPolicy: unknown;
}

declare global {
  var trustedTypes: TrustedTypes | undefined;
}

/**
 * The policy of the server lets no string become a script. A policy named "default" is asked about every such string,
 * and this one lets the worker of the search pass and nothing else. Where the browser has no Trusted Types, or the page
 * has its policy already, nothing happens.
 */
export function allowSearchWorker({ trustedTypes }: Pick<typeof globalThis, 'trustedTypes'>): void {
  if (trustedTypes === undefined || trustedTypes.defaultPolicy != null) return;
  trustedTypes.createPolicy('default', {
    createScriptURL: (address) => (address === workerPath ? address : null),
  });
}
