import { toHtml } from 'hast-util-to-html';
import rehypeRaw from 'rehype-raw';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ourRemarkPlugins, trustedRehypePlugins } from '../../src/markdown/processors.ts';
import { rehypeRawWhenNeeded } from '../../src/markdown/rehype-raw-when-needed.ts';
import { createState } from '../../src/markdown/state.ts';
import { securityHeaders } from '../../src/model/security-headers.ts';
import { blog } from '../unit/markdown/blog.ts';
import { everyAttack, reportOn, type Specimen } from './documents.ts';
import { openRange, pictures, type Range } from './range.ts';
import { attack, corpus, families } from './vectors/corpus.ts';

// The pipeline of src/markdown/processors.ts but for its sanitiser. No switch of the product leads here.
const unsafe = unified()
  .use(remarkParse)
  .use(ourRemarkPlugins)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRawWhenNeeded)
  .use(trustedRehypePlugins)
  .freeze();

function renderUnsafe(body: string): string {
  const file = new VFile({ value: body, data: { watercooler: createState(blog) } });
  return toHtml(unsafe.runSync(unsafe.parse(file), file));
}

/** The attack as a browser reads it, each element closed: what stays open would change what the next one is. */
const balanced = (text: string) =>
  toHtml(rehypeRaw()({ type: 'root', children: [{ type: 'raw', value: text }] }, new VFile()));

let range: Range;
beforeAll(async () => {
  range = await openRange(pictures);
});
afterAll(() => range.close());

describe('without the sanitiser', () => {
  const policy = securityHeaders({ frames: ['https://talk.example'], pictures: [] });
  const bodies = everyAttack(renderUnsafe);

  // Every third attack is enough to show that the other tests would see one.
  const third = (specimens: readonly Specimen[]) => specimens.filter(({ index }) => index % 3 === 0);

  it('and without the policy, attacks of every kind run through the rest of the pipeline', async () => {
    const report = await reportOn(range, third(bodies));
    expect(report.executed.size).toBeGreaterThan(200);
    expect(report.forbidden.length).toBeGreaterThan(50);
    for (const [name, vectors] of Object.entries(families)) {
      const executed = [...report.executed].filter(
        (index) => corpus[index] && vectors.includes(corpus[index]),
      );
      // A name that is taken runs nothing by itself.
      if (name !== 'clobbering') expect(executed.length, name).toBeGreaterThan(5);
    }
  });

  it('and without the pipeline either, they also ask other hosts, take names and swallow what follows', async () => {
    const report = await reportOn(
      range,
      third(everyAttack((attack) => attack)).filter((_one, index) => index % 4 === 0),
    );
    expect(report.executed.size).toBeGreaterThan(50);
    expect(report.requests.length).toBeGreaterThan(5);
    expect(report.clobbered.length).toBeGreaterThan(5);
    expect(report.swallowed.length).toBeGreaterThan(0);
  });

  it.each<[string, readonly Specimen[]]>([
    ['what the rest of the pipeline makes of them', bodies],
    ['the attacks themselves', everyAttack(balanced)],
  ])('the policy alone lets nothing run: %s', async (_name, specimens) => {
    const report = await reportOn(range, specimens, policy);
    expect([...report.executed].map(attack)).toEqual([]);
    expect(report.lost).toEqual([]);
    expect(report.dialogs).toEqual([]);
    expect(report.refusals).toBeGreaterThan(50);
  });
});
