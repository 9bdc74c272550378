import { mkdir } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { nearest } from '../../src/model/nearest.ts';
import { readFlags, UsageError } from '../flags.ts';
import { inLanes, lanesOf, type Machine } from '../testing/lanes.ts';
import { runStep, type StepResult } from '../testing/run-step.ts';
import { reportOf, steps, type Step } from '../testing/steps.ts';
import { summaryLine, type Totals } from '../testing/totals.ts';
import type { World } from '../world.ts';

const clearLine = '\r\u001B[2K';
const width = Math.max(...steps.map(({ title }) => title.length));

export const summary = 'Runs everything that the pipeline checks.';
export const usage = `
npm test
npm test -- --only unit,browser

Runs every check and test, two at a time where that is quicker, and goes on after a failure, so that one run tells
everything. The last line is "N passed, N failed". Reports are in .cache/test-reports/.

  --only <names>  run only these, with commas: ${steps.map(({ name }) => name).join(', ')}
  --verbose       show what every tool prints, while it prints it, one tool after the other
`;

/** Runs the steps in their order, and returns 1 if any check failed. */
export async function run(args: string[], world: World): Promise<number> {
  const { values, positionals } = readFlags(args, { only: { type: 'string' }, verbose: { type: 'boolean' } });
  if (positionals.length > 0) {
    throw new UsageError(`To run a part, write: npm test -- --only ${positionals.join(',')}`);
  }
  const chosen = chosenSteps(values.only);
  await mkdir(dirname(join(world.cwd, reportOf('any'))), { recursive: true });
  const isVerbose = values.verbose === true;
  const running = new Set<Step>();
  const failed = new Set<string>();
  const work = async (step: Step): Promise<StepResult> => {
    running.add(step);
    showRunning(running, world, isVerbose);
    const result = await resultOf(step, failed, world, isVerbose);
    if (result.totals.failed > 0) failed.add(step.name);
    if (!world.signal.aborted) running.delete(step);
    return result;
  };
  const all: Totals[] = [];
  // What two tools print at once nobody can read.
  const lanes = isVerbose ? 1 : lanesOf(thisMachine());
  for await (const [step, result] of inLanes(chosen, lanes, work, world.signal)) {
    if (world.signal.aborted) break;
    all.push(result.totals);
    report(step, result, world, isVerbose);
    showRunning(running, world, isVerbose);
  }
  if (world.signal.aborted) {
    const titles = [...running].map(({ title }) => title).join(', ');
    world.stderr.write(`\nStopped during: ${titles}. Nothing was decided.\n`);
    return 130;
  }
  world.stdout.write(`${summaryLine(all)}\n`);
  return failed.size === 0 ? 0 : 1;
}

function thisMachine(): Machine {
  // A container may be given less than the machine has. Without a limit, this is 0 or more than there is.
  const limit = process.constrainedMemory() || Infinity;
  return { cores: availableParallelism(), memory: Math.min(totalmem(), limit) };
}

function chosenSteps(only: string | undefined): Step[] {
  if (only === undefined) return [...steps];
  const names = only.split(',').map((name) => name.trim());
  const known = steps.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const [suggestion] = nearest(unknown, known);
    const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
    throw new UsageError(`There is no step "${unknown}".${hint} The steps are: ${known.join(', ')}.`);
  }
  return steps.filter(({ name }) => names.includes(name));
}

async function resultOf(
  step: Step,
  failed: ReadonlySet<string>,
  world: World,
  isVerbose: boolean,
): Promise<StepResult> {
  if (step.needs !== undefined && failed.has(step.needs)) {
    const output = 'Not run, because the sample blog could not be built.\n';
    return { totals: { passed: 0, failed: 1 }, output, seconds: 0 };
  }
  return runStep(step, world, (text) => {
    if (isVerbose) world.stdout.write(text);
  });
}

/** Draws what is under way over what was. */
function showRunning(running: ReadonlySet<Step>, { isTTY, stdout }: World, isVerbose: boolean): void {
  if (!isTTY || running.size === 0) return;
  const titles = [...running].map(({ title }) => title).join(', ');
  stdout.write(`${clearLine}  …       ${titles}${isVerbose ? '\n' : '\r'}`);
}

function report(step: Step, { totals, output, seconds }: StepResult, world: World, isVerbose: boolean): void {
  const verdict = totals.failed === 0 ? 'ok    ' : 'failed';
  const time = `${seconds.toFixed(1)} s`.padStart(8);
  const counts = step.counting === 'one-check' ? '' : `  ${totals.passed} passed, ${totals.failed} failed`;
  if (world.isTTY) world.stdout.write(clearLine);
  world.stdout.write(`  ${verdict}  ${step.title.padEnd(width)}${time}${counts}\n`);
  if (totals.failed > 0 && !isVerbose) world.stdout.write(`\n${indented(output)}\n`);
}

function indented(output: string): string {
  return output.replaceAll(/^(?=.)/gmu, '    ').trimEnd() + '\n';
}
