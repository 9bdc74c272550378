import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { relative } from 'node:path';
import type { ContentFolder } from '../compile/content-folder.ts';
import { compareProblems, formatProblems, isError, type Problem } from '../model/problem.ts';

/**
 * A build stops at the first look when the content has problems, and says them all. While authors write, a saved file
 * is compiled at once; its errors are shown over the page and in the terminal, advice in the terminal alone, and the last
 * good version stays.
 */
export function liveContent(folder: ContentFolder): AstroIntegration {
  return {
    name: 'watercooler-content',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        const errors = folder.problems().filter(isError);
        if (command === 'dev') say(folder.problems(), logger);
        else if (errors.length > 0) throw new Error(`\n${formatProblems(errors)}`);
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        server.watcher.add(folder.dir);
        let queue = Promise.resolve();
        const update = async () => {
          await folder.refresh();
          // Astro remembers the paths of dynamic routes until it hears that content changed; its own data store says so late.
          for (const environment of Object.values(server.environments))
            environment.hot.send('astro:content-changed', {});
          server.ws.send({ type: 'full-reload' });
          await refreshContent?.({});
          say(folder.problems(), logger);
          showProblems();
        };
        const showProblems = () => {
          const errors = folder.problems().filter(isError);
          if (errors.length > 0) server.ws.send({ type: 'error', err: overlay(errors) });
        };
        server.watcher.on('all', (_event, file) => {
          if (relative(folder.dir, file).startsWith('..')) return;
          queue = queue.then(update).catch((error: unknown) => {
            logger.error(error instanceof Error ? error.message : String(error));
          });
        });
        server.ws.on('connection', showProblems);
      },
    },
  };
}

/** Errors and advice, in the words of the check. Advice alone is no alarm. */
function say(problems: readonly Problem[], logger: AstroIntegrationLogger): void {
  if (problems.length === 0) return;
  const text = `\n${formatProblems(problems)}`;
  if (problems.some(isError)) logger.error(text);
  else logger.warn(text);
}

function overlay(problems: readonly Problem[]) {
  const [first] = [...problems].sort(compareProblems);
  return {
    title: 'Something in the content needs mending.',
    message: formatProblems(problems),
    stack: '',
    plugin: 'content',
    ...(first !== undefined && { loc: { file: first.file, line: first.line, column: first.column } }),
  };
}
