import { describe, expect, it } from 'vitest';
import { allowSearchWorker } from '../../../src/search/worker-policy.ts';

type Rules = Parameters<NonNullable<typeof globalThis.trustedTypes>['createPolicy']>[1];

/** A browser window that remembers the policies that were made in it. */
function aWindow(defaultPolicy: unknown = null) {
  const made: { name: string; rules: Rules }[] = [];
  const createPolicy = (name: string, rules: Rules) => made.push({ name, rules });
  return { made, trustedTypes: { defaultPolicy, createPolicy } };
}

describe('the policy of the search page', () => {
  it('lets the worker of the search start, and nothing else', () => {
    const { made, trustedTypes } = aWindow();
    allowSearchWorker({ trustedTypes });
    const [policy] = made;
    expect(made).toHaveLength(1);
    expect(policy?.name).toBe('default');
    expect(Object.keys(policy?.rules ?? {})).toEqual(['createScriptURL']);
    const own = '/pagefind/pagefind-worker.js';
    expect(policy?.rules.createScriptURL(own)).toBe(own);
    for (const other of [`${own}?x`, `//evil.example${own}`, `https://evil.example${own}`, 'data:,x', ''])
      expect(policy?.rules.createScriptURL(other)).toBeNull();
  });

  it('is made once, because the server allows no second one', () => {
    const { made, trustedTypes } = aWindow({});
    allowSearchWorker({ trustedTypes });
    expect(made).toEqual([]);
  });

  it('is not needed in a browser that does not ask for it', () => {
    expect(() => {
      allowSearchWorker({ trustedTypes: undefined });
    }).not.toThrow();
  });
});
