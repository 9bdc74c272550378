import type { Passage, Piece } from './report-schema.ts';

/** A part of a line. A plain string is ours; everything else is what others wrote, and every format makes it harmless. */
export type Part = string | { said: string } | { code: string } | { pieces: readonly Piece[] };
export type Line = readonly Part[];

/** One thing that a reviewer is told about. */
export interface Item {
  /** What is left of it where there is no room. */
  brief: Line;
  title?: Line;
  lines: readonly Line[];
  /** What changed in the words of a page. */
  passages?: readonly Passage[];
  /** The page whose pictures belong here. */
  address?: string;
}

export interface Section {
  title: string;
  items: readonly Item[];
  /** What the items are called. */
  nouns: readonly [one: string, many: string];
}

/** A report before it is written in one format or another. */
export interface Outline {
  /** What has to be looked at before anything else; nothing for most branches. */
  alarms: readonly Line[];
  summary: readonly Line[];
  sections: readonly Section[];
  closing: Line;
}

/** Parts with a comma between them and a word before the last. */
export function listed(parts: readonly Part[], joint = 'and'): Part[] {
  return parts.flatMap((part, index): Part[] => {
    if (index === 0) return [part];
    return index === parts.length - 1 ? [` ${joint} `, part] : [', ', part];
  });
}

/** The first of them, and how many there are besides. */
export function listedBriefly(parts: readonly Part[], most: number): Part[] {
  if (parts.length <= most) return listed(parts);
  return listed([...parts.slice(0, most), `${parts.length - most} more`]);
}
