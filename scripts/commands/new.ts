import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings, type Settings } from '../../src/compile/settings.ts';
import { dayIn } from '../../src/model/day.ts';
import type { FieldProblem } from '../../src/model/field-problem.ts';
import { newPostFile } from '../../src/model/new-post.ts';
import type { SourceContent } from '../../src/source/read-content.ts';
import { openGit } from '../../src/source/git.ts';
import { Interrupted, openPrompts } from '../adapters/prompts.ts';
import { readSource } from '../adapters/read-source.ts';
import { UsageError } from '../flags.ts';
import type { World } from '../world.ts';
import { askForPost } from '../writing/ask-for-post.ts';
import { readBlogWords, type BlogWords } from '../writing/blog-words.ts';
import { authorOf, gitPerson, type GitPerson } from '../writing/git-person.ts';
import { missingAnswers } from '../writing/missing-answers.ts';
import { nextSteps } from '../writing/next-steps.ts';
import { broughtText, type BroughtText } from '../writing/post-body.ts';
import { readPostFlags, resolved, type PostAnswers } from '../writing/post-flags.ts';
import { authorFile, writeNewFiles } from '../writing/write-post.ts';

export const summary = 'Starts a post: asks what it needs, and writes its file.';
export const usage = `
npm run new
npm run new -- "Names that sort" --tags note-taking,tools
npm run new -- --kind link --title "A style guide" --link https://example.com/ --tags writing --body notes.md

Asks for what the flags do not say, suggests topics that fit the title, and warns of posts that may say the same already.
Where nobody is there to answer, it says which flags are missing. No file is ever written over.

  --kind <name>        article, how-to, link, announcement, shout-out or question; else article
  --title <text>       what it is called; words without a flag are the title too
  --tags <names>       one to eight topics, by any of their names, with commas between them
  --authors <names>    files in content/authors; else whom git knows here
  --group <name>       the community of practice that it belongs to
  --excerpt <text>     one or two sentences for lists and feeds
  --link <address>     for a link: where it leads
  --expires <day>      for an announcement: its last day; else two weeks from now
  --to <names>         for a shout-out: the people who are thanked
  --date <day>         the day of publication; else today
  --review-by <when>   a day, or a time such as "6 months"
  --owner <name>       who keeps it true; else the first author
  --lang <tag>         the language, if it is not that of the blog
  --draft              keep it out of the published blog for now
  --body <file>        take the text from there; - takes what is piped in; else an outline to write over
  --folder             make a folder, so that pictures can lie beside the text
  --slug <slug>        the last part of its address; else from the title
  --name, --role, --reach  make a file in content/authors for somebody who has none: name, what they do, how to reach them
  --dry-run            print the file, and write nothing
`;

/** Writes a new post and says what to do next; returns the exit code. */
export async function run(args: string[], world: World): Promise<number> {
  const flags = readPostFlags(args);
  const settings = readSettings(world.cwd, world.env, world.now());
  const brought = flags.body === undefined ? undefined : await broughtText(flags.body, world);
  const source = await readSource(settings, world);
  const person = await gitPerson(openGit(settings.dir));
  const given = withPerson(
    resolved({ ...flags, title: flags.title ?? brought?.title }, source),
    person,
    source,
  );
  const day = given.date ?? dayIn(source.site?.data.timeZone ?? 'UTC', world.now());
  const words = readBlogWords(source, settings.label);
  try {
    const answers = await complete(given, { world, source, day, person, words, brought });
    return answers === undefined
      ? 1
      : await write(answers, { world, settings, source, day, person, brought });
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    world.stderr.write('Nothing was written.\n');
    return 130;
  }
}

interface Known {
  world: World;
  source: SourceContent;
  day: string;
  person: GitPerson;
  brought: BroughtText | undefined;
}

/** Whoever sits here wrote it, unless somebody says otherwise. */
function withPerson(answers: PostAnswers, person: GitPerson, source: SourceContent): PostAnswers {
  if (answers.authors !== undefined || answers.newAuthor !== undefined) return answers;
  const author = authorOf(person, source.authors);
  return author === undefined ? answers : { ...answers, authors: [author] };
}

/** All answers: from the person, or as they are. Undefined, and said so, when some are missing and nobody is there. */
async function complete(
  given: PostAnswers,
  { world, source, day, person, words, brought }: Known & { words: BlogWords },
): Promise<PostAnswers | undefined> {
  const textUnder = (title: string) => ({ title, text: brought?.bodyUnder(title) ?? '' });
  const suggestTags = (title: string) => words.suggestTags(textUnder(title));
  const alike = (title: string) => words.alike(textUnder(title));
  const prompts = openPrompts(world);
  const missing = missingAnswers(given, { person, suggested: suggestTags(given.title ?? '') });
  if (missing.length > 0 && prompts !== undefined) {
    prompts.begin('A new post. Leave at any time with Ctrl-C; nothing is written before the end.');
    return askForPost(given, { prompts, source, day, person, suggestTags, alike });
  }
  if (missing.length > 0) {
    world.stderr.write(
      `These are missing, and nobody is here to ask:\n${missing.join('\n')}\nNothing was written.\n`,
    );
    return undefined;
  }
  const twins = alike(given.title ?? '');
  if (twins !== '') world.stderr.write(`${twins}\n`);
  return given;
}

async function write(
  answers: PostAnswers,
  { world, settings, source, day, person, brought }: Known & { settings: Settings },
): Promise<number> {
  const { newAuthor, folder, title = '' } = answers;
  const slugs = new Set(source.authors.map(({ slug }) => slug));
  const author = newAuthor && authorFile(newAuthor, person, (slug) => slugs.has(slug));
  const post = newPostFile({
    ...answers,
    ...{ kind: answers.kind ?? 'article', title, day, tags: answers.tags ?? [] },
    authors: [...(author === undefined ? [] : [author.slug]), ...(answers.authors ?? [])],
    body: brought?.bodyUnder(title),
    isTaken: await takenSlugs(settings, source, answers.slug),
  });
  // Without a text of their own there is nothing to be said about it.
  const problems = post.problems.filter(({ rule }) => brought !== undefined || rule !== 'empty-body');
  if (problems.length > 0) return refuse(problems, world);
  const path = folder ? `posts/${post.slug}/index.md` : post.path;
  const files = [{ path, text: post.text }, ...(author === undefined ? [] : [author])];
  const names = files.map((file) => `${settings.label}/${file.path}`);
  if (answers.dryRun) {
    for (const [index, { text }] of files.entries()) world.stdout.write(`${names[index] ?? ''}\n\n${text}\n`);
    world.stdout.write('Nothing was written.\n');
    return 0;
  }
  await writeNewFiles(settings.dir, files);
  const outline = brought === undefined ? ' It begins with an outline: write over it.' : '';
  const fields = brought?.hadFields === true ? ' The fields above the text were left out.' : '';
  const steps = await nextSteps(openGit(settings.dir), {
    ...post,
    title,
    files: names,
    site: source.site?.data,
  });
  world.stdout.write(`Wrote ${names.join(' and ')}.${outline}${fields}\n\n${steps}`);
  return 0;
}

function refuse(problems: readonly FieldProblem[], { stderr }: World): number {
  for (const { path, message } of problems) {
    const [field = ''] = path;
    const flag = String(field).replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
    stderr.write(`--${flag}: ${message}\n`);
  }
  stderr.write('Nothing was written.\n');
  return 1;
}

/** Whether a slug belongs to something already. One that somebody asked for by name is not changed behind their back. */
async function takenSlugs(
  { dir }: Settings,
  source: SourceContent,
  wanted: string | undefined,
): Promise<(slug: string) => boolean> {
  const names = await readdir(join(dir, 'posts')).catch(() => []);
  const taken = new Set([
    ...names.map((name) => name.replace(/\.mdx?$/iu, '').toLowerCase()),
    ...source.posts.flatMap(({ data }) => data.formerly),
  ]);
  if (wanted !== undefined && taken.has(wanted))
    throw new UsageError(`--slug: "${wanted}" belongs to another post, or did once. Take another.`);
  return (slug) => taken.has(slug);
}
