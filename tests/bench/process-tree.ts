import { readdir, readFile } from 'node:fs/promises';

/** What the descendants of this process used; a part is undefined where the system does not tell. */
export interface Usage {
  /** User and system time of all of them, seconds. */
  cpuSeconds: number | undefined;
  /** The most memory that one of them held at any time, bytes. */
  largestProcess: number | undefined;
  /** The most memory that they held together, bytes. Pages that several share are counted for each. */
  wholeTree: number | undefined;
}

// USER_HZ, which Linux promises to programs whatever the kernel uses.
const ticksPerSecond = 100;
const pollMilliseconds = 200;
// Looking through all processes takes time itself; this keeps it under a twentieth of one core.
const restPerWork = 20;

interface Stat {
  parent: number;
  ownTicks: number;
  /** Of children that have ended and were waited for. */
  childTicks: number;
}

/** Watches the descendants of this process until the returned function is called. Only Linux has answers. */
export function watchDescendants(): () => Promise<Usage> {
  if (process.platform !== 'linux')
    return () => Promise.resolve({ cpuSeconds: undefined, largestProcess: undefined, wholeTree: undefined });

  const atStart = readStat(process.pid);
  const ticks = new Map<number, number>();
  /** What they had used before. */
  let before: ReadonlyMap<number, number> | undefined;
  let [largest, together] = [0, 0];
  const poll = async () => {
    const descendants = descendantsOf(process.pid, await allStats());
    const memory = await Promise.all(descendants.map(([pid]) => readMemory(pid)));
    before ??= new Map(descendants.map(([pid, { ownTicks }]) => [pid, ownTicks]));
    for (const [pid, { ownTicks }] of descendants) ticks.set(pid, ownTicks - (before.get(pid) ?? 0));
    largest = Math.max(largest, ...memory.map(({ peak }) => peak));
    together = Math.max(
      together,
      memory.reduce((sum, { resident }) => sum + resident, 0),
    );
  };
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const pollOn = async () => {
    // Its own time, for on a busy machine the clock would let it rest until everything is over.
    const beforePoll = process.cpuUsage();
    await poll();
    const { user, system } = process.cpuUsage(beforePoll);
    const rest = Math.max(pollMilliseconds, (restPerWork * (user + system)) / 1000);
    if (!stopped)
      timer = setTimeout(() => {
        polling = pollOn();
      }, rest);
  };
  let polling = pollOn();

  return async () => {
    stopped = true;
    clearTimeout(timer);
    await polling;
    const atEnd = await readStat(process.pid);
    const waitedFor = (atEnd?.childTicks ?? 0) - ((await atStart)?.childTicks ?? 0);
    // A process whose parent ended first was not waited for; what was last seen of each is the lower bound then.
    const seen = [...ticks.values()].reduce((sum, own) => sum + own, 0);
    return {
      cpuSeconds: Math.max(waitedFor, seen) / ticksPerSecond,
      largestProcess: largest,
      wholeTree: together,
    };
  };
}

async function allStats(): Promise<Map<number, Stat>> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const found = await Promise.all(
    names.map(async (name) => [Number(name), await readStat(Number(name))] as const),
  );
  return new Map(found.flatMap(([pid, stat]) => (stat === undefined ? [] : [[pid, stat]])));
}

function descendantsOf(root: number, stats: ReadonlyMap<number, Stat>): [number, Stat][] {
  const isBelow = (pid: number): boolean => {
    const parent = stats.get(pid)?.parent;
    return parent !== undefined && (parent === root || isBelow(parent));
  };
  return [...stats].filter(([pid]) => isBelow(pid));
}

/** Undefined when the process has just ended. */
async function readStat(pid: number): Promise<Stat | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name of the program is in brackets and may hold anything, so fields are counted after the last one.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent, , , , , , , , , , user = 0, system = 0, childUser = 0, childSystem = 0] = fields;
  if (parent === undefined) return undefined;
  return { parent, ownTicks: user + system, childTicks: childUser + childSystem };
}

async function readMemory(pid: number): Promise<{ resident: number; peak: number }> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const bytes = (field: string) =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'mu').exec(text)?.[1] ?? 0) * 1024;
  return { resident: bytes('VmRSS'), peak: bytes('VmHWM') };
}
