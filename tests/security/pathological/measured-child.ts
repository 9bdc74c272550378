import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileContent } from '../../../src/compile/compile-content.ts';
import { judgeContent } from '../../../src/compile/judge-content.ts';
import { rules } from '../../../src/model/rules/rules.ts';
import { publicView } from '../../support/entries.ts';

/** What the check and the rendering of one content folder took. */
export interface Taken {
  /** The rules by which it was refused; none when it was rendered. */
  refused: string[];
  checkSeconds: number;
  renderSeconds: number;
  megabytes: number;
}

// Checks the content folders that it is told of, one after the other, and answers what each took.

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { gc } = globalThis;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Forgets how much memory was used so far. */
function forgetPeak(): void {
  gc?.();
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}

function peakMegabytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1000;
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return (Number(kilobytes) * 1024) / 1e6;
}

async function take(home: string): Promise<Taken> {
  const options = {
    dir: join(home, 'content'),
    label: 'content',
    cacheDir: join(home, 'cache'),
    root,
    view: () => publicView,
  };
  let found: readonly { rule: keyof typeof rules }[] = [];
  forgetPeak();
  const checkSeconds = await seconds(async () => {
    found = await judgeContent(options, { render: false }, ({ problems }) => problems);
  });
  const renderSeconds = await seconds(async () => {
    // Nothing may be remembered from the check, which has not made any HTML.
    const { problems } = await compileContent({ ...options, cacheDir: join(home, 'other-cache') });
    found = [...found, ...problems];
  });
  const refused = [...new Set(found.map(({ rule }) => rule))].filter(
    (rule) => rules[rule].severity === 'error',
  );
  return { refused: refused.sort(), checkSeconds, renderSeconds, megabytes: peakMegabytes() };
}

process.on('message', (home: string) => {
  take(home).then(
    (taken) => process.send?.(taken),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
