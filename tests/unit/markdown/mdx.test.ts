import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { teachingComponents, teachingNames } from '../../../src/model/teaching.ts';
import { messagesOf, render } from './blog.ts';

describe('an .mdx body', () => {
  it.each([
    ['an import', "import x from 'x'\n\nText"],
    ['an export', 'export const a = 1\n\nText'],
    ['a block of code in braces', '{alert(1)}'],
    ['code in braces in a line', 'Text {process.env.HOME} text'],
    ['code in braces in a heading', '## {1 + 1}'],
    ['code in an attribute', '<Callout title={alert(1)}>\n\nText\n\n</Callout>'],
    ['spread attributes', '<Callout {...evil}>\n\nText\n\n</Callout>'],
    ['spread attributes of an HTML element', '<b {...evil}>x</b>'],
    ['code in an attribute of an HTML element', '<b onclick={() => alert(1)}>x</b>'],
    ['an unknown component', '<Script src="x" />'],
    ['a member of an object', '<globalThis.alert />'],
    ['a namespace', '<svg:script />'],
    ['an element that is not for posts', '<script>alert(1)</script>'],
    ['an element without a name', '<>\n\nText\n\n</>'],
    ['code that does not parse', '{ ] }'],
    ['a component that is not closed', '<Callout>\n\nText'],
  ])('is refused for %s, with nothing of it rendered', (_name, body) => {
    const { html, messages } = render(body, 'mdx');
    expect(messages.map(({ rule }) => rule).join()).toMatch(/^mdx-(?:code|component|prop|syntax)/u);
    expect(html).not.toMatch(/alert|evil|env|<b|<script|Callout|1 \+ 1/u);
  });

  it('is refused with positions, and words that say what is allowed', () => {
    const body = [
      "import x from 'x'",
      '',
      '<Callout typ="note" type="loud" title={x}>',
      '',
      'Text {x}',
      '',
      '</Callout>',
      '',
      '<Figure src="./pump.webp" />',
      '',
      '<Marquee>x</Marquee>',
      '',
      'In a line <Figure src="./pump.webp" alt="x" /> of text',
      '',
      '<Tab label="x">alone</Tab>',
      '',
      '<Quiz id="Not a slug" question="Q?">',
      '<Option correct="yes">A</Option>',
      '</Quiz>',
      '',
      '<Video src="./a.mp4" href="https://vimeo.com/1" title="Both" />',
    ].join('\n');
    expect(messagesOf(body, 'mdx')).toMatchInlineSnapshot(`
      "1:1 mdx-code: An import or an export is code. A post cannot run code. Take the line away: components need no import.
      3:10 mdx-prop: <Callout> has no attribute "typ". Its attributes are type, title.
      3:21 mdx-prop: The value of "type" of <Callout> is not known. Write one of: note, tip, important, warning, caution.
      3:33 mdx-prop: The attribute "title" of <Callout> holds code. A post cannot run code. Write the value in quotes: title="…".
      5:6 mdx-code: Braces hold code. A post cannot run code. Write the words themselves, or \\{ for a brace that is meant as a brace.
      9:1 mdx-prop: <Figure> lacks the attribute "alt". Its attributes are src, alt, caption.
      11:1 mdx-component: There is no component and no element "Marquee" for posts. The components are Callout, Steps, Tabs, Tab, Quiz, Option, Explanation, Video, Figure.
      13:11 mdx-component: <Figure> stands in the middle of a line. Give it lines of its own, with empty lines around.
      15:1 mdx-component: <Tab> stands outside <Tabs>. Put it directly between <Tabs> and </Tabs>.
      17:1 mdx-component: A <Quiz> needs two options or more, and at least one of them correct. Write <Option>…</Option> for each, and <Option correct>…</Option> for the right ones.
      17:7 mdx-prop: The attribute "id" of <Quiz> does not fit. A slug holds only lower-case letters a–z, digits and single hyphens, such as "first-day-checklist". Its attributes are id, question.
      18:9 mdx-prop: The value of "correct" of <Option> is not known. Write the bare name, without a value.
      21:1 mdx-prop: A <Video> has either "src" or "href". Its attributes are src, href, title."
    `);
  });

  it('is refused when tags do not fit together, instead of throwing', () => {
    expect(messagesOf('Text\n\n<Callout>\n\nText\n\n</Steps>', 'mdx')).toMatchInlineSnapshot(
      `"3:1 mdx-syntax: The tags of this post do not fit together: Unexpected closing tag \`</Steps>\`, expected corresponding closing tag for \`<Callout>\`. Close every component that was opened, and write \\< for a sign that is meant as a sign."`,
    );
    expect(messagesOf('Text {a', 'mdx')).toMatchInlineSnapshot(
      `"1:8 mdx-code: Braces, imports and exports hold code. A post cannot run code. Write \\{ for a brace that is meant as a brace."`,
    );
  });

  it('is refused for a component that lacks its parts', () => {
    expect(
      messagesOf(
        '<Quiz id="a" question="Q?">\n<Option>A</Option>\n</Quiz>\n\n<Steps>\nText\n</Steps>',
        'mdx',
      ),
    ).toMatchInlineSnapshot(`
      "1:1 mdx-component: A <Quiz> needs two options or more, and at least one of them correct. Write <Option>…</Option> for each, and <Option correct>…</Option> for the right ones.
      5:1 mdx-component: A <Steps> holds no list. Number the steps 1., 2., 3. between its tags."
    `);
  });

  it('is refused for a second quiz with the same id', () => {
    const quiz = '<Quiz id="a" question="Q?">\n<Option>A</Option>\n<Option correct>B</Option>\n</Quiz>';
    expect(messagesOf(`${quiz}\n\n${quiz}`, 'mdx')).toMatchInlineSnapshot(
      `"6:1 mdx-prop: Two quizzes of this post have the id "a". Give each its own: answers are remembered by it."`,
    );
  });

  it('may hold remarks in braces, which nobody sees', () => {
    const { html, messages } = render('Text {/* a remark */}\n\n{/* another */}', 'mdx');
    expect(messages).toEqual([]);
    expect(html).toBe('<p>Text </p>');
  });

  it('is rendered with every component and every attribute that there is', () => {
    const folder = join(import.meta.dirname, '../../fixtures/markdown/mdx-components');
    const body = readFileSync(join(folder, 'input.mdx'), 'utf8');
    expect(messagesOf(body, 'mdx')).toBe('');
    const unused = teachingNames.flatMap((name) => {
      const tags = body.match(new RegExp(`<${name}[ >][^>]*`, 'gu'))?.join('\n') ?? '';
      const attributes = Object.keys(teachingComponents[name].attributes.shape);
      return [
        ...(tags === '' ? [name] : []),
        ...attributes
          .filter((one) => !new RegExp(` ${one}\\b`, 'u').test(tags))
          .map((one) => `${name} ${one}`),
      ];
    });
    expect(unused).toEqual([]);
  });
});
