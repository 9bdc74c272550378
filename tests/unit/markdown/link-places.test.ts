import { describe, expect, it } from 'vitest';
import { linkPlaces, withPlaces } from '../../../src/markdown/link-places.ts';

/** What was found, and the body with every place in signs of its own: a place that is wrong by one sign shows. */
function found(body: string, format: 'md' | 'mdx' = 'md') {
  return withPlaces(body, linkPlaces(body, format), ({ kind, written }) =>
    kind === 'wiki' ? `‹${written}›` : `«${written}»`,
  );
}

describe('the places of links in a body', () => {
  it('are those of links, pictures and definitions, whatever stands around the address', () => {
    const body = [
      '[a](/posts/a/) and [b](<./b c.md> "Title") and ![c](../c/x.webp\n"T") [d][d] [empty]()',
      '',
      '[d]: /posts/d/ (title)',
      '[^1]: See [e](e.md#part).',
      '',
      '| table | [f\\|g](/f/) |',
      '|---|---|',
      '| é 😀 [g](/g/) | x[^1] |',
    ].join('\n');
    expect(found(body)).toMatchInlineSnapshot(`
      "[a](«/posts/a/») and [b](<«./b c.md»> "Title") and ![c](«../c/x.webp»
      "T") [d][d] [empty]()

      [d]: «/posts/d/» (title)
      [^1]: See [e](«e.md#part»).

      | table | [f\\|g](«/f/») |
      |---|---|
      | é 😀 [g](«/g/») | x[^1] |"
    `);
  });

  it('are the names between double brackets, without heading and words', () => {
    expect(
      found('[[a]] [[ b | words ]] [[c#part|w]] [[#own]] ![[d]] \\[[e]] [[f]](/x/)'),
    ).toMatchInlineSnapshot(
      `"[[‹a›]] [[ ‹b› | words ]] [[‹c›#part|w]] [[#own]] ![[d]] \\[[e]] [[f]](«/x/»)"`,
    );
    expect(found('| [[a\\|w]] |\n|---|\n| [[A Title#1]] |\n')).toMatchInlineSnapshot(`
      "| [[‹a›\\|w]] |
      |---|
      | [[‹A Title›#1]] |
      "
    `);
  });

  it('are addresses as such, with and without angle brackets', () => {
    expect(found('<https://x.example/posts/a/> and https://x.example/posts/b/.')).toMatchInlineSnapshot(
      `"<«https://x.example/posts/a/»> and «https://x.example/posts/b/»."`,
    );
  });

  it('are attributes of HTML and of components, and of elements inside them', () => {
    expect(
      found(
        `<a class="x" href='/posts/a/'>[b](/b/)</a>\n\n<div>\n<img\n src="./c.webp" alt="src=d">\n</div>\n`,
      ),
    ).toMatchInlineSnapshot(`
      "<a class="x" href='«/posts/a/»'>[b](«/b/»)</a>

      <div>
      <img
       src="«./c.webp»" alt="src=d">
      </div>
      "
    `);
    const mdx =
      '<Steps>\n\n1. See [a](/a/) and [[b]].\n\n   <Video src="./c.mp4" poster=\'./d.webp\' />\n\n</Steps>\n';
    expect(found(mdx, 'mdx')).toMatchInlineSnapshot(`
      "<Steps>

      1. See [a](«/a/») and [[‹b›]].

         <Video src="«./c.mp4»" poster='«./d.webp»' />

      </Steps>
      "
    `);
  });

  it('are not in code', () => {
    const body = '`[a](/a/)` `[[b]]`\n\n```md\n[c](/c/) [[d]]\n```\n\n    [[e]]\n';
    expect(linkPlaces(body, 'md')).toEqual([]);
  });

  it('are the same with the line ends of Windows', () => {
    const body = 'Words\r\n\r\n[a](/a/)\r\n[[b]]\r\n';
    expect(found(body)).toBe('Words\r\n\r\n[a](«/a/»)\r\n[[‹b›]]\r\n');
  });
});
