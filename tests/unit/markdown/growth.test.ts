import { toHtml } from 'hast-util-to-html';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { mostHtml } from '../../../src/markdown/growth.ts';
import { processors } from '../../../src/markdown/processors.ts';
import { judgeMarkdown, renderMarkdown } from '../../../src/markdown/render.ts';
import { createState } from '../../../src/markdown/state.ts';
import { everyPage } from './blog.ts';
import { corpusBodies, sampleBodies } from './bodies.ts';

const { md } = processors.judgement;
const fileOf = (value: string) => new VFile({ value, data: { watercooler: createState(everyPage) } });

/** How long the HTML of a body is, and how long its judged tree says that it can be at most. */
function lengths(body: string): { html: number; most: number } {
  const judged = fileOf(body);
  const page = fileOf(body);
  return {
    html: toHtml(processors.page.md.runSync(processors.page.md.parse(page), page)).length,
    most: mostHtml(md.runSync(md.parse(judged), judged)),
  };
}

const withoutPlain = (text: string) => `${text}\n\n<!-- so that nothing is left out -->\n`;

describe('no page is longer than its judged tree says', () => {
  it.each([
    ['links to films', '<https://video.example/watch?v=a> '.repeat(40)],
    ['signs that are escaped', '&&&&<<<< """" '.repeat(200)],
    ['code of one sign a token', `\`\`\`js\n${'a+=(b,1);'.repeat(100)}\n\`\`\``],
    ['tables', `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(50)}`],
    ['tasks', '- [ ] a\n'.repeat(60)],
    ['pictures', '![A pump](./pump.webp)\n\n'.repeat(30)],
    ['headings', '## a\n\n### b\n\n'.repeat(60)],
    ['footnotes', `${'a[^b] '.repeat(60)}\n\n[^b]: c`],
  ])('with %s', (_what, text) => {
    const { html, most } = lengths(withoutPlain(text));
    expect(html).toBeGreaterThan(100);
    expect(html).toBeLessThanOrEqual(most);
  });

  it('in posts of a blog and in invented ones', async () => {
    for (const body of [...sampleBodies(), ...(await corpusBodies())]) {
      const { html, most } = lengths(withoutPlain(body));
      expect(html).toBeLessThanOrEqual(most);
    }
  });
});

describe('a page that would be many times longer than its source', () => {
  const body = `${'[The plan][a].\n'.repeat(400)}\n[a]: https://a.example/${'x'.repeat(2_000)}\n`;

  it.each([
    ['judged', judgeMarkdown],
    ['rendered', renderMarkdown],
  ])('is refused when it is %s', (_when, judge) => {
    const { messages } = judge(body, { format: 'md', context: everyPage });
    expect(messages).toMatchObject([{ rule: 'too-much-markup', line: 1 }]);
  });
});
