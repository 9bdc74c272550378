import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { escapeHTML } from 'astro/runtime/server/index.js';
import { relative } from 'node:path';
import type { ContentFolder } from '../compile/content-folder.ts';
import { compareProblems, formatProblems, isError, type Problem } from '../model/problem.ts';

/**
 * A build stops at the first look when the content has problems, and says them all. While authors write, a saved file
 * is compiled at once; its errors are shown over the page and in the terminal, advice in the terminal alone, and the last
 * good version stays. What was silenced is for reviewers, and stays with the check.
 */
export function liveContent(folder: ContentFolder): AstroIntegration {
  const say = createSpeaker(folder);
  return {
    name: 'watercooler-content',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        const errors = folder.problems().filter(isError);
        if (command === 'dev') say(logger);
        else if (errors.length > 0) throw new Error(`\n${formatProblems(errors)}`);
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        server.watcher.add(folder.dir);
        let queue = Promise.resolve();
        let isWaiting = false;
        const update = async () => {
          isWaiting = false;
          await folder.refresh();
          // Astro remembers the paths of dynamic routes until it hears that content changed; its own data store says so late.
          for (const environment of Object.values(server.environments))
            environment.hot.send('astro:content-changed', {});
          server.ws.send({ type: 'full-reload' });
          say(logger);
          showProblems();
          // Only the bodies of .mdx posts come out of Astro's store. It reloads the page itself once it has written
          // what changed, which was seen to take 18 s after a file was deleted.
          void refreshContent?.({}).catch(report);
        };
        const report = (error: unknown) => {
          logger.error(error instanceof Error ? error.message : String(error));
        };
        const showProblems = () => {
          const errors = folder.problems().filter(isError);
          if (errors.length > 0) server.ws.send(overlay(errors));
        };
        server.watcher.on('all', (_event, file) => {
          if (isWaiting || relative(folder.dir, file).startsWith('..')) return;
          // One look sees all that was saved before it.
          isWaiting = true;
          queue = queue.then(update).catch(report);
        });
        server.ws.on('connection', showProblems);
      },
    },
  };
}

/** Says errors and advice in the words of the check, whenever they are others than before. Advice alone is no alarm. */
function createSpeaker(folder: ContentFolder): (logger: AstroIntegrationLogger) => void {
  let said = '';
  return (logger) => {
    const problems = folder.problems();
    const text = problems.length === 0 ? '' : `\n${formatProblems(problems, afterErrors)}`;
    if (text === said) return;
    said = text;
    if (problems.some(isError)) logger.error(text);
    else if (problems.length > 0) logger.warn(text);
    else logger.info('Everything is mended.');
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
