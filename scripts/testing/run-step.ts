import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runScript, toolScript } from '../adapters/tool.ts';
import type { World } from '../world.ts';
import { reportOf, type Step } from './steps.ts';
import { totalsOf, type Totals } from './totals.ts';

/** What a step came to: its totals, what its tool printed, and how long it took. */
export interface StepResult {
  totals: Totals;
  output: string;
  seconds: number;
}

/** Runs one step to its end. A tool that cannot be started is a failed step, with the reason as its output. */
export async function runStep(
  step: Step,
  world: World,
  onOutput: (text: string) => void,
): Promise<StepResult> {
  const started = world.now().getTime();
  const report = join(world.cwd, reportOf(step.name));
  let output = '';
  const collect = (text: string): void => {
    output += text;
    onOutput(text);
  };
  const exitCode = await run(step, world, report, collect).catch((error: unknown) => {
    collect(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  });
  const totals = await totalsOf(step.counting, exitCode, report);
  return { totals, output, seconds: (world.now().getTime() - started) / 1000 };
}

async function run(
  step: Step,
  world: World,
  report: string,
  onOutput: (text: string) => void,
): Promise<number> {
  // A report of an earlier run must not speak for this one.
  await rm(report, { force: true });
  const own = step.tool.package === undefined;
  const script = own
    ? join(world.cwd, 'scripts', 'watercooler.ts')
    : await toolScript(world.cwd, step.tool.package ?? '', step.tool.command);
  return runScript(script, own ? [step.tool.command, ...step.args] : step.args, {
    cwd: world.cwd,
    env: {
      ...world.env,
      ...(world.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
      ASTRO_TELEMETRY_DISABLED: '1',
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
    signal: world.signal,
    onOutput,
  });
}
