import type { Hub, HubUser, Pull } from './hub.ts';
import { isPull, timeIn, touch } from './hub.ts';
import { Refusal } from './rest/refusal.ts';

/** What a branch points to; undefined when there is none. */
export async function tipOf(hub: Hub, branch: string): Promise<string | undefined> {
  const found = await hub.objects.read(`refs/heads/${branch}`);
  return found?.oid;
}

export async function headOf(hub: Hub, { pull }: Pull): Promise<string> {
  return pull.closedWith?.head ?? (await existing(hub, pull.head));
}

export async function baseOf(hub: Hub, { pull }: Pull): Promise<string> {
  return pull.closedWith?.base ?? (await existing(hub, pull.base));
}

async function existing(hub: Hub, branch: string): Promise<string> {
  const tip = await tipOf(hub, branch);
  if (tip === undefined) throw new Error(`The fake forge has lost the branch "${branch}".`);
  return tip;
}

/** The commits that it brings, the oldest first. */
export async function commitsOf(hub: Hub, pull: Pull): Promise<string[]> {
  const range = `${await baseOf(hub, pull)}..${await headOf(hub, pull)}`;
  return lines(await hub.git(['rev-list', '--reverse', range]));
}

export interface ChangedFile {
  filename: string;
  previous: string | undefined;
  status: 'added' | 'removed' | 'modified' | 'renamed';
  sha: string;
  additions: number;
  deletions: number;
  patch: string | undefined;
}

const statuses = { A: 'added', D: 'removed', M: 'modified', R: 'renamed', T: 'modified' } as const;

/** What it changes since it left its base. */
export async function filesOf(hub: Hub, pull: Pull): Promise<ChangedFile[]> {
  const range = `${await baseOf(hub, pull)}...${await headOf(hub, pull)}`;
  const [raw, numbers] = [
    await hub.git(['diff', '--raw', '-z', '-M', '--no-abbrev', range]),
    await hub.git(['diff', '--numstat', '-z', '-M', range]),
  ];
  const counts = numbers.split('\0');
  const parts = raw.split('\0');
  const files: ChangedFile[] = [];
  while (parts.length > 1) {
    const [, , before = '', after = '', letter = ''] = (parts.shift() ?? '').split(' ');
    const status = statuses[isStatus(letter[0]) ? letter[0] : 'M'];
    const previous = status === 'renamed' ? parts.shift() : undefined;
    const filename = parts.shift() ?? '';
    const [additions = '0', deletions = '0'] = (counts.shift() ?? '').split('\t');
    // A rename has its two names in fields of their own.
    if (previous !== undefined) counts.splice(0, 2);
    const isText = additions !== '-';
    const diff = isText
      ? await hub.git(['diff', '-M', range, '--', ...(previous === undefined ? [] : [previous]), filename])
      : '';
    const start = diff.indexOf('@@');
    files.push({
      filename,
      previous,
      status,
      sha: status === 'removed' ? before : after,
      additions: isText ? Number(additions) : 0,
      deletions: isText ? Number(deletions) : 0,
      patch: start === -1 ? undefined : diff.slice(start).trimEnd(),
    });
  }
  return files;
}

function isStatus(letter: string | undefined): letter is keyof typeof statuses {
  return letter !== undefined && Object.hasOwn(statuses, letter);
}

/** Closes it, with what its branches pointed to. */
export async function closePull(hub: Hub, pull: Pull, by: HubUser): Promise<void> {
  pull.pull.closedWith = { head: await headOf(hub, pull), base: await baseOf(hub, pull) };
  Object.assign(pull, { state: 'closed', closedAt: timeIn(hub), closedBy: by.login });
  touch(hub, pull);
}

export async function reopenPull(hub: Hub, pull: Pull): Promise<void> {
  if (pull.pull.merged !== null || (await tipOf(hub, pull.pull.head)) === undefined) {
    throw new Refusal(422, 'Validation Failed', [
      { resource: 'PullRequest', code: 'invalid', field: 'state', message: 'state cannot be changed.' },
    ]);
  }
  pull.pull.closedWith = null;
  Object.assign(pull, { state: 'open', closedAt: null, closedBy: null });
  touch(hub, pull);
}

/** What happens to pull requests when a branch goes. */
export async function closePullsFrom(hub: Hub, branch: string, by: HubUser): Promise<void> {
  for (const ticket of hub.tickets) {
    if (isPull(ticket) && ticket.state === 'open' && ticket.pull.head === branch)
      await closePull(hub, ticket, by);
  }
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
