import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { escapeHTML } from 'astro/runtime/server/index.js';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ContentFolder } from '../compile/content-folder.ts';
import type { Post } from '../model/post.ts';
import { compareProblems, formatProblems, isError, type Problem } from '../model/problem.ts';
import { watchFolder } from '../source/watch-folder.ts';

// In milliseconds. A program that saves a file empties it first, or writes it in pieces.
const settled = 20;
// After this the page is loaded again, and there is time to look at what nobody has told of.
const quiet = 400;
const shownEvent = 'watercooler:shown';
// In the browser: says which content the page shows.
const sayWhatIsShown = `
  const [{ serverTiming = [] } = {}] = performance.getEntriesByType('navigation');
  import.meta.hot?.send('${shownEvent}', serverTiming.find(({ name }) => name === 'content')?.description);
`;

/**
 * A build stops at the first look when the content has problems, and says them all. While authors write, a saved file
 * is compiled at once; its errors are shown over the page and in the terminal, advice in the terminal alone, and the last
 * good version stays. What was silenced is for reviewers, and stays with the check. The system says which file was saved; it
 * may forget one, so the whole folder is looked at a moment later.
 */
export function liveContent(folder: ContentFolder): AstroIntegration {
  const say = createSpeaker(folder);
  return {
    name: 'watercooler-content',
    hooks: {
      'astro:config:setup': ({ command, injectScript, logger }) => {
        const errors = folder.problems().filter(isError);
        if (command === 'dev') {
          say(logger);
          injectScript('page', sayWhatIsShown);
        } else if (errors.length > 0) throw new Error(`\n${formatProblems(errors)}`);
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const closed = new AbortController();
        server.httpServer?.once('close', () => {
          closed.abort();
          clearTimeout(checking);
        });
        // How often something else was to be shown. Each page brings along how often that was before it.
        let changes = 0;
        server.middlewares.use((_request, response, next) => {
          response.setHeader('Server-Timing', `content;desc=${changes}`);
          next();
        });
        // Something was saved while it was on its way, which could not be told then.
        server.ws.on(
          shownEvent,
          (shown: unknown, client: { send: (told: { type: 'full-reload' }) => void }) => {
            if (Number(shown) < changes) client.send({ type: 'full-reload' });
          },
        );
        const heard = new Set<string>();
        let queue = Promise.resolve();
        let checking: NodeJS.Timeout | undefined;
        const hear = (file: string) => {
          // One look sees all that was saved before it.
          if (heard.size === 0) queue = queue.then(update).catch(report);
          heard.add(file);
        };
        const update = async () => {
          await wait(settled);
          const changed = [...heard];
          heard.clear();
          await show(changed.map(folder.pathOf));
          clearTimeout(checking);
          checking = setTimeout(() => {
            queue = queue.then(() => show()).catch(report);
          }, quiet);
        };
        /** Shows what is there now: of the files that have changed, or of all. */
        const show = async (changed?: readonly string[]) => {
          const before = mdxPosts(folder);
          const isOther = await folder.refresh(changed);
          const isSaid = say(logger);
          if (!isOther && !isSaid) return;
          changes += 1;
          const edits = editsBetween(before, mdxPosts(folder));
          for (const [path, event] of edits) server.watcher.emit(event, join(folder.dir, path));
          // Astro remembers the paths of dynamic routes until it hears that content changed; its own data store says so late.
          for (const environment of Object.values(server.environments))
            environment.hot.send('astro:content-changed', {});
          server.ws.send({ type: 'full-reload' });
          showProblems();
          // Only the bodies of .mdx posts come out of Astro's store. It reloads the page itself once it has written
          // what changed, which was seen to take 18 s after a file was deleted.
          if (edits.size > 0) void refreshContent?.({}).catch(report);
        };
        const report = (error: unknown) => {
          logger.error(error instanceof Error ? error.message : String(error));
        };
        const showProblems = () => {
          const errors = folder.problems().filter(isError);
          if (errors.length > 0) server.ws.send(overlay(errors));
        };
        watchFolder(folder.dir, hear, closed.signal);
        server.ws.on('connection', showProblems);
      },
    },
  };
}

/** The posts that Astro's bundler compiles, by the paths of their files. */
function mdxPosts(folder: ContentFolder): Map<string, Post> {
  const posts = folder.compiled().content.posts.filter(({ source }) => source.format === 'mdx');
  return new Map(posts.map((post) => [post.source.path, post]));
}

/** What a bundler has to hear of: it does not watch the content, and a post that is broken is not to reach it. */
function editsBetween(
  before: ReadonlyMap<string, Post>,
  after: ReadonlyMap<string, Post>,
): Map<string, 'add' | 'change' | 'unlink'> {
  const edits = new Map<string, 'add' | 'change' | 'unlink'>();
  for (const path of before.keys()) if (!after.has(path)) edits.set(path, 'unlink');
  for (const [path, post] of after)
    if (before.get(path) !== post) edits.set(path, before.has(path) ? 'change' : 'add');
  return edits;
}

/**
 * Says errors and advice in the words of the check, whenever they are others than before, and returns whether they are. Advice
 * alone is no alarm.
 */
function createSpeaker(folder: ContentFolder): (logger: AstroIntegrationLogger) => boolean {
  let said = '';
  return (logger) => {
    const problems = folder.problems();
    const text = problems.length === 0 ? '' : `\n${formatProblems(problems, afterErrors)}`;
    if (text === said) return false;
    said = text;
    if (problems.some(isError)) logger.error(text);
    else if (problems.length > 0) logger.warn(text);
    else logger.info('Everything is mended.');
    return true;
  };
}

const afterErrors = 'Where there is a last good version, it stays on the screen.';

function overlay(problems: readonly Problem[]) {
  const [first] = [...problems].sort(compareProblems);
  return {
    type: 'error' as const,
    // Otherwise Astro reads Markdown in what an author is quoted with. Its overlay takes the message for HTML.
    __isEnhancedAstroErrorPayload: true,
    err: {
      title: 'Something in the content needs mending.',
      message: escapeHTML(formatProblems(problems, afterErrors)),
      stack: '',
      plugin: 'content',
      ...(first !== undefined && { loc: { file: first.file, line: first.line, column: first.column } }),
    },
  };
}
