import { describe, expect, it } from 'vitest';
import { editorHeaders, securityHeaders } from '../../../src/model/security-headers.ts';

const directives = (frames: readonly string[]) =>
  securityHeaders({ frames, pictures: [] })['Content-Security-Policy']?.split('; ') ?? [];

it('names no address of a page to any server, so that searched words stay in the browser', () => {
  expect(securityHeaders({ frames: [], pictures: [] })['Referrer-Policy']).toBe('strict-origin');
});

describe('the content security policy', () => {
  it('allows nothing that is not named, and nothing inline', () => {
    const policy = directives([]);
    expect(policy[0]).toBe("default-src 'none'");
    expect(policy.join()).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|data:|blob:/u);
    expect(policy).toEqual(
      expect.arrayContaining(["base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]),
    );
  });

  it('lets no string become HTML or a script, but for the worker of the search', () => {
    expect(directives([])).toEqual(
      expect.arrayContaining([
        "require-trusted-types-for 'script'",
        'trusted-types default',
        "frame-src 'none'",
      ]),
    );
  });

  it('shows pictures of the hosts that conversations may have them from, and no others', () => {
    const pictures = ['https://pictures.example'];
    expect(securityHeaders({ frames: [], pictures })['Content-Security-Policy']).toContain(
      "; img-src 'self' https://pictures.example;",
    );
    expect(directives([])).toContain("img-src 'self'");
  });

  it('makes room for the discussion widget only where there is one', () => {
    expect(directives(['https://talk.example'])).toEqual(
      expect.arrayContaining(['frame-src https://talk.example', 'trusted-types default lit-html']),
    );
  });
});

describe('the headers of the page of the editor', () => {
  const policy = (kind: 'github' | 'gitlab', url: string) =>
    editorHeaders({ kind, url })['Content-Security-Policy'];

  it('let it ask its forge and nobody else', () => {
    expect(policy('github', 'https://github.com')).toMatchInlineSnapshot(
      `"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https://avatars.githubusercontent.com; font-src 'self'; connect-src 'self' blob: data: https://api.github.com; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"`,
    );
  });

  it('follow the forge', () => {
    expect(policy('gitlab', 'https://git.quay.example/code')).toContain(
      "connect-src 'self' blob: data: https://git.quay.example;",
    );
  });

  it('are otherwise those of every page', () => {
    const { 'Content-Security-Policy': _own, ...rest } = editorHeaders({
      kind: 'github',
      url: 'https://github.com',
    });
    const { 'Content-Security-Policy': _every, ...usual } = securityHeaders({ frames: [], pictures: [] });
    expect(rest).toEqual(usual);
  });
});
