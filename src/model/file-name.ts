import type { Problem } from './problem.ts';

/** Names that Windows keeps for devices, whatever ending follows. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

export function isWindowsDevice(name: string): boolean {
  return devices.test(name);
}

/** What is wrong with the name of a picture or document; undefined when every system can keep it. */
export function fileNameProblem(name: string): Pick<Problem, 'rule' | 'message' | 'mend'> | undefined {
  if (isWindowsDevice(name))
    return {
      rule: 'bad-file-name',
      message: `Windows keeps the name "${name}" for a device, so the file cannot be copied there.`,
      mend: 'Rename it.',
    };
  if (/^[a-z0-9]+(?:[._-][a-z0-9]+)*\.[a-z0-9]+$/u.test(name) && name.length <= 100) return undefined;
  const better = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/gu, '-')
    .replace(/-*\.-*/gu, '.')
    .replace(/^[-.]+|[-.]+$/gu, '')
    .slice(-100);
  return {
    rule: 'bad-file-name',
    message: `The file name "${name}" has spaces, capital letters or signs that not every system can keep.`,
    mend:
      better === ''
        ? 'Rename it with a–z, 0–9 and hyphens.'
        : `Rename it, for example to "${better}", here and where it is shown.`,
  };
}
