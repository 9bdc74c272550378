import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { blog, mended, messagesOf, render } from './blog.ts';

describe('headings', () => {
  it('that skip a level are named, with the level they should have', () => {
    expect(messagesOf('### Start\n\n## Tools\n\n#### Scissors\n\n<h5>Blades</h5>\n\n## Ends'))
      .toMatchInlineSnapshot(`
      "1:1 heading-order: "Start" has level 3, but stands under the title of the post. Give it level 2: ## Start
      5:1 heading-order: "Scissors" has level 4, but stands under a heading of level 2. Give it level 3: ### Scissors
      7:1 heading-order: "Blades" has level 5, but stands under a heading of level 3. Give it level 4: <h4>"
    `);
  });

  it('in order are none of our business', () => {
    expect(messagesOf('## A\n\n### B\n\n#### C\n\n## D\n\n### E\n\nSetext\n---\n\n### F\n\n##')).toBe('');
  });

  it('without words are no part of the order', () => {
    expect(messagesOf('## A\n\n####\n\n##\n\n##')).toBe('');
  });

  it('are not judged where they are lowered anyway', () => {
    const { messages } = renderMarkdown('# A\n\n#### B', { format: 'md', context: blog, headingOffset: 2 });
    expect(messages).toEqual([]);
  });

  it('are mended so that nothing is left to mend', () => {
    const body = '## A\n\n#### B\n\n#### C ####\n\n##### D\n\n> ###### E\n\n## F\n\n#### G';
    expect(mended(body)).toBe('## A\n\n### B\n\n### C ####\n\n#### D\n\n> ##### E\n\n## F\n\n### G');
    expect(messagesOf(mended(body))).toBe('');
  });

  it('that are written in HTML or underlined are left to a person', () => {
    const { messages } = render('<h4>A</h4>\n\n##### B\n\nC\n=');
    expect(messages.map(({ rule, fix }) => [rule, fix])).toEqual([
      ['heading-order', undefined],
      ['heading-one', undefined],
    ]);
  });

  it('of level 1 get a number sign more', () => {
    const { messages } = render('Text\n\n## A\n\n  # B');
    expect(messages.map(({ rule, fix }) => [rule, fix])).toEqual([
      [
        'heading-one',
        { kind: 'replace', start: { line: 5, column: 3 }, end: { line: 5, column: 4 }, text: '##' },
      ],
    ]);
    expect(mended('# A\n\n## B\n\n## C')).toBe('## A\n\n## B\n\n## C');
  });

  it('of level 1 throughout move down with all that belongs to them', () => {
    const body = '# A\n\n## B\n\n# C\n\n### D';
    expect(messagesOf(body)).toMatchInlineSnapshot(`
      "1:1 heading-one: The title is the only heading of level 1. Start the headings of the text with two number signs: ## like this.
      3:1 heading-one: "B" belongs to a heading of level 1, which has to move down a level. Move it down as well: ### B
      5:1 heading-one: The title is the only heading of level 1. Start the headings of the text with two number signs: ## like this.
      7:1 heading-one: "D" belongs to a heading of level 1, which has to move down a level. Move it down as well: #### D"
    `);
    expect(mended(body)).toBe('## A\n\n### B\n\n## C\n\n#### D');
    expect(mended(mended(body))).toBe('## A\n\n### B\n\n## C\n\n### D');
  });

  it('of level 1 throughout stay where they are if one of them cannot move', () => {
    const body = '# A\n\n## B\n\nC\n=\n\n## D';
    expect(mended(body)).toBe(body);
    expect(render(body).messages.map(({ line, rule }) => [line, rule])).toEqual([
      [1, 'heading-one'],
      [5, 'heading-one'],
    ]);
  });

  it('of one section must differ', () => {
    expect(messagesOf('## Tools\n\n### Care\n\n### care\n\n## Glue\n\n### Care\n\n## Tools'))
      .toMatchInlineSnapshot(`
        "5:1 duplicate-heading: Another heading of this section is called "care" too. Say in each what is special about it, so that readers can tell them apart in a list.
        11:1 duplicate-heading: Another heading of this section is called "Tools" too. Say in each what is special about it, so that readers can tell them apart in a list."
      `);
  });
});
