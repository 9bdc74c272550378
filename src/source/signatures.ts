import type { Git } from './git.ts';
import type { Signature } from './git-log.ts';

/** Somebody who signed commits: their name as it may be shown, their account if their address tells it, and a key of their own. */
export interface Person {
  key: string;
  name: string;
  login?: string;
}

/** `Name <address>`, as trailers write it. Undefined when it is not that. */
function readSignature(line: string): Signature | undefined {
  const [, name, email] = /^\s*(.*?)\s*<\s*([^<>\s]+@[^<>\s]+)\s*>\s*$/u.exec(line) ?? [];
  return name === undefined || email === undefined ? undefined : { name, email };
}

/** The people behind lines such as `Name <address>`, corrected by `.mailmap`, by line. */
export async function mappedSignatures(
  git: Git,
  written: ReadonlySet<string>,
): Promise<Map<string, Signature>> {
  const lines = [...written].flatMap((line) => {
    const signature = readSignature(line);
    return signature === undefined ? [] : [{ line, plain: `${signature.name} <${signature.email}>` }];
  });
  if (lines.length === 0) return new Map();
  const input = lines.map(({ plain }) => `${plain}\n`).join('');
  const mapped = (await git([...noOtherMailmap, 'check-mailmap', '--stdin'], input)).split('\n');
  return new Map(
    lines.flatMap(({ line, plain }, index) => {
      const signature = readSignature(mapped[index] ?? plain) ?? readSignature(plain);
      return signature === undefined ? [] : [[line, signature] as const];
    }),
  );
}

/** Only the file in the repository counts, and not what somebody has set for themselves. */
export const noOtherMailmap = ['-c', 'mailmap.file=', '-c', 'mailmap.blob='];

/** The person that a signature stands for; undefined for machines. */
export function personOf({ name, email }: Signature): Person | undefined {
  const login = loginIn(email);
  const shown = shownName(name);
  if (isMachine(shown) || isMachine(login ?? '') || isMachineAddress(email)) return undefined;
  return { key: email.toLowerCase(), name: shown, ...(login !== undefined && { login }) };
}

/** The account in an address that a forge gives to people who keep theirs to themselves. */
function loginIn(email: string): string | undefined {
  return /^(?:\d+[+-])?([\w.-]+(?:\[bot\])?)@users\.noreply\./u.exec(email)?.[1];
}

const machines =
  /\[bot\]$|(?:^|[\s_-])(?:bot|ci)$|^(?:root|ubuntu|runner|jenkins|github|gitlab|gitea|forgejo|github[ -]actions|web-flow|dependabot|renovate|weblate|localhost)$/iu;

function isMachine(name: string): boolean {
  return machines.test(name);
}

function isMachineAddress(email: string): boolean {
  return /^(?:root|runner|noreply|no-reply|actions?|bot)@|\[bot\]@|@localhost(?:\.localdomain)?$/iu.test(
    email,
  );
}

// Signs that a reader cannot see or that turn a line around.
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** The name as one line; nothing when it is an address, or no word at all. */
function shownName(name: string): string {
  const line = name.replaceAll(unseen, '').replaceAll(/\s+/gu, ' ').trim().slice(0, 120);
  return line.includes('@') || !/\p{Letter}/u.test(line) ? '' : line;
}
