import { parseFrontmatter } from '@astrojs/markdown-remark';
import { describe, expect, it } from 'vitest';
import { syntaxMessage } from '../../../src/markdown/mdx-syntax-message.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { openMdxCompiler, openMdxGate } from '../../support/astro-mdx.ts';
import { attempts, fileAttempts, harmless } from '../../support/mdx-attempts.ts';
import { blog, messagesOf } from './blog.ts';

const compile = await openMdxCompiler(blog);
const gate = await openMdxGate();
const id = '/blog/content/posts/a.mdx';

/** What the compiler says, in the form `line:column rule`; a complaint of its parser has the rule of the check. */
async function refusalOf(compiling: Promise<string>): Promise<string> {
  const error: unknown = await compiling.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return 'compiled';
  const { line, column, ruleId } = error as { line?: number; column?: number; ruleId?: string };
  const ours = ruleId?.startsWith('mdx-') === true && ruleId !== 'mdx-jsx';
  return `${String(line)}:${String(column)} ${ours ? ruleId : (syntaxMessage(error)?.rule ?? '')}`;
}

function gateRefusal(code: string): string {
  try {
    return gate.transform.handler(code, id).code;
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

const frontmatter = '---\ntitle: x\n---\n';
const bodyLine = 4;

describe.each(attempts)('$what in an .mdx body', ({ body, refused }) => {
  const [line = 0] = refused.split(':').map(Number);
  const [place = '', rule = ''] = refused.split(' ');

  it('is refused by the check, with its place, and nothing of it is left but words', () => {
    const said = messagesOf(body, 'mdx').split('\n');
    expect(said.find((message) => message.includes(' mdx-'))).toMatch(
      new RegExp(`^${place} ${rule}: .+`, 'u'),
    );
    const { html } = renderMarkdown(body, { format: 'mdx', context: blog });
    expect(html).not.toMatch(/\{|alert\(|<script/u);
  });

  it('is refused by the compiler, should nobody have checked it', async () => {
    expect(await refusalOf(compile(body))).toBe(refused);
  });

  it('is refused by the gate before the compiler, on the line of the file', () => {
    const column = place.split(':')[1] ?? '';
    const inFile = `content/posts/a.mdx:${String(line + bodyLine - 1)}:${column}  ${rule}\n`;
    expect(gateRefusal(frontmatter + body)).toContain(inFile);
  });
});

describe('the refusals of all attempts', () => {
  it('say what happened and how to mend it', async () => {
    const all = attempts.map(({ what, body }) => `${what}\n${messagesOf(body, 'mdx')}\n`);
    await expect(all.join('\n')).toMatchFileSnapshot('../../fixtures/mdx-attempts.txt');
  });

  it('are of at least 60 attempts, each another one', () => {
    const bodies = new Set(attempts.map(({ body }) => body));
    expect(bodies.size).toBe(attempts.length);
    expect(bodies.size).toBeGreaterThanOrEqual(60);
  });
});

describe.each(fileAttempts)('$what in an .mdx file', ({ file, refused }) => {
  it('never reaches the compiler', () => {
    const answer = gateRefusal(file);
    if (refused !== undefined) {
      expect(answer).toContain(`content/posts/a.mdx:${refused.replace(' ', '  ')}\n`);
      return;
    }
    expect(answer).toMatch(/^---\n\n+---\n/u);
    expect(parseFrontmatter(answer, { frontmatter: 'empty-with-spaces' }).frontmatter).toEqual({});
  });
});

describe('the compiler', () => {
  it('refuses a layout in the frontmatter, which Astro would import', async () => {
    expect(await refusalOf(compile('Text', { layout: '../../canary.txt' }))).toBe('1:1 mdx-code');
  });
});

describe.each(harmless)('$what in an .mdx body', ({ body, shows }) => {
  it('is no code, and is shown', async () => {
    const { text, messages } = renderMarkdown(body, { format: 'mdx', context: blog });
    expect(messages).toEqual([]);
    expect(text.replaceAll('’', "'")).toBe(shows);
    await expect(compile(body)).resolves.not.toMatch(/[^"]process\.env(?![^"\n]*")/u);
  });
});

describe('the gate', () => {
  it('hands a sound body on as it is, on its lines, without the frontmatter', () => {
    expect(gateRefusal('---\ntitle: x\ndate: 2026-01-01\n---\n\nText\n')).toBe('---\n\n\n---\n\nText\n');
  });

  it('is asked before other plugins, and for every .mdx file', () => {
    expect(gate.enforce).toBe('pre');
    expect(gate.transform.filter.id.test(id)).toBe(true);
  });

  it.each(['raw', 'url', 'inline', 'worker', 'url&no-inline'])(
    'refuses a module that imports content with ?%s',
    (query) => {
      expect(() => gate.load(`${id}?${query}`)).toThrow('content/posts/a.mdx:1:1  mdx-code\n');
    },
  );

  it('leaves files of the engine and questions of Astro alone', () => {
    for (const asked of [id, `${id}?astroPropagatedAssets`, '/blog/src/styles/layers.css?url'])
      expect(() => {
        gate.load(asked);
      }).not.toThrow();
  });
});
