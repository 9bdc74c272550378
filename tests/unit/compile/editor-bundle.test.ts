import { describe, expect, it } from 'vitest';
import { fitted, readEditorBundle } from '../../../src/compile/editor-bundle.ts';

const text = (content: (() => string | Buffer) | undefined): string => content?.().toString() ?? '';

describe('the editor as it is served', () => {
  it('asks no host that serves packages or fonts, and finds on ours what it asks for', () => {
    const { script, files } = readEditorBundle();
    const all = files();
    const source = text(all.get(script));
    expect(source.length).toBeGreaterThan(2_000_000);
    expect(source).not.toMatch(/unpkg\.com|jsdelivr\.net|status\.json.*githubstatus|api\/v2\/status/u);
    const base = script.replace('sveltia-cms.js', '');
    expect(base).toMatch(/^\/write\/editor\/[0-9a-f]{12}\/$/u);
    const named = [...source.matchAll(new RegExp(`${base}[\\w./-]+`, 'gu'))].map(([address]) => address);
    const folders = new Set([`${base}cms`]);
    expect(named.filter((address) => !all.has(address) && !folders.has(address))).toEqual([]);
    expect([...all.keys()].filter((address) => address.includes('locales/')).length).toBeGreaterThan(20);
  });

  it('stands beside its licence and those of its fonts', () => {
    const { script, files } = readEditorBundle();
    const licences = text(files().get(script.replace('sveltia-cms.js', 'LICENSES.txt')));
    expect(licences).toContain('MIT License\n\nCopyright (c) 2026 Kohei Yoshino');
    expect(licences.match(/SIL Open Font License, Version 1\.1/gu)?.length).toBeGreaterThanOrEqual(2);
  });

  it('is refused when it is not the one that is known', () => {
    expect(() => fitted('nothing', '/write/editor/1/')).toThrowErrorMatchingInlineSnapshot(
      `[Error: The editor in the browser names https://cdn.jsdelivr.net/fontsource/fonts/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2 0 times, and once was expected. Its package is another one than src/compile/editor-bundle.ts was written for: see there what is changed in it, and why, and change the list.]`,
    );
  });
});
