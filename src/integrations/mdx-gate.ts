import type { AstroIntegration } from 'astro';
import { existsSync } from 'node:fs';
import type { ContentFolder } from '../compile/content-folder.ts';
import { judgeMdx } from '../markdown/judge-mdx.ts';
import { compareProblems, formatProblems, type Problem } from '../model/problem.ts';
import { readMarkdownFile } from '../source/frontmatter.ts';

/**
 * Judges every `.mdx` file before its compiler sees it. In `astro dev` a page may ask for a file before the check has
 * read it, and the compiler parses code, and reads `layout` from the frontmatter, before any of its plugins run.
 * A file that is refused stops a build. In `astro dev` the compiler gets what the file last was when it was good, or
 * nothing, because there the check says over the page what is wrong, with everything else that is wrong.
 * Stands before `mdx()` in the list of integrations, so that it is asked first.
 */
export function mdxGate({ pathOf }: Pick<ContentFolder, 'pathOf'>, label: string): AstroIntegration {
  return {
    name: 'watercooler-mdx-gate',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        const lastGood = new Map<string, string>();
        const admit = (code: string, id: string): string => {
          const path = pathOf(id);
          const { problems, text } = judged(code, `${label}/${path}`);
          if (problems.length === 0) lastGood.set(id, text);
          else if (command !== 'dev' || path.startsWith('..')) throw refusal(problems, id);
          return lastGood.get(id) ?? nothing;
        };
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'watercooler-mdx-gate',
                enforce: 'pre',
                load(id) {
                  const [file = '', query = ''] = id.split('?');
                  const path = pathOf(file);
                  if (isMadeAsset(query) && !path.startsWith('..'))
                    throw refusal([{ ...asText, file: `${label}/${path}` }], file);
                  // Astro's list of modules still names a deleted post for a moment, and would stop at it.
                  const isGone = file.endsWith('.mdx') && !path.startsWith('..') && !existsSync(file);
                  return command === 'dev' && isGone ? nothing : undefined;
                },
                transform: {
                  filter: { id: /\.mdx$/u },
                  handler: (code, id) => ({ code: admit(code, id), map: null }),
                },
              },
            ],
          },
        });
      },
    },
  };
}

/** Whether a module would hold the text or the address of a file. Astro's own queries stay. */
function isMadeAsset(query: string): boolean {
  const assets = ['raw', 'url', 'inline', 'no-inline', 'worker', 'sharedworker', 'init'];
  const asked = new URLSearchParams(query);
  return assets.some((name) => asked.has(name));
}

const asText = {
  line: 1,
  column: 1,
  rule: 'mdx-code',
  message: 'A module imports this file as text or as an address.',
  mend: 'Content is read by the check and by the build alone: take the import away.',
} as const;

const nothing = '---\n---\n';

/**
 * What is wrong with a file, and the file as the compiler may have it when nothing is: the judged body, on its lines,
 * behind empty frontmatter.
 */
function judged(code: string, file: string): { problems: Problem[]; text: string } {
  const { problems, body, bodyLine } = readMarkdownFile(code.replace(/^\uFEFF/u, ''));
  const inBody = judgeMdx(body).map((message) => ({ ...message, line: message.line + bodyLine - 1 }));
  return {
    problems: [...problems, ...inBody].map((problem) => ({ ...problem, file })),
    text: `---\n${'\n'.repeat(Math.max(0, bodyLine - 3))}---\n${body}`,
  };
}

/** In the form of an error with a place, which Vite shows over the page and in the terminal. */
function refusal(problems: readonly Problem[], id: string): Error {
  const [first] = problems.toSorted(compareProblems);
  const place = first === undefined ? {} : { loc: { file: id, line: first.line, column: first.column } };
  const text = formatProblems(problems);
  // Where the engine noticed it says nothing to an author.
  return Object.assign(new Error(text), { stack: text, id, ...place });
}
