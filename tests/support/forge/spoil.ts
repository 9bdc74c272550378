import { wentWrong } from './answers.ts';
import type { Result } from './error-shape.ts';
import type { Fault } from './faults.ts';
import { createChance } from './random.ts';

type Path = (string | number)[];
type Spoiling = Extract<Fault, { kind: 'partial' | 'shrunken' }>;

/** Takes things out of a good answer, as the forge does when it gives up half-way. The answer is changed in place. */
export function spoil(result: Result, fault: Spoiling): Result {
  const chance = createChance(fault.seed);
  const errors: Result['errors'] = [];
  const visit = (value: unknown, path: Path, depth: number): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      value.forEach((item, index) => visit(item, [...path, index], depth));
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      const place = [...path, key];
      if (key === 'nodes' && Array.isArray(inner)) {
        if (fault.kind === 'partial') {
          errors.push(...nulled(inner, place, fault, () => chance.happens(fault.share)));
        } else if (fault.lists === 'all' || depth === 0) {
          shrink(value, inner, fault, () => chance.happens(fault.share));
        }
        visit(inner, place, depth + 1);
      } else {
        visit(inner, place, depth);
      }
    }
  };
  visit(result.data, [], 0);
  return errors.length === 0 ? result : { ...result, errors: [...(result.errors ?? []), ...errors] };
}

function nulled(
  list: unknown[],
  path: Path,
  { type }: Extract<Fault, { kind: 'partial' }>,
  isHit: () => boolean,
): NonNullable<Result['errors']> {
  const errors: NonNullable<Result['errors']> = [];
  for (const index of list.keys()) {
    if (list[index] === null || !isHit()) continue;
    list[index] = null;
    const at = { path: [...path, index], locations: [{ line: 1, column: 1 }] };
    errors.push(
      type === 'none'
        ? { ...at, message: wentWrong }
        : { type, ...at, message: 'Resource limits for this query exceeded.' },
    );
  }
  return errors;
}

function shrink(
  holder: object,
  list: unknown[],
  { says, ends }: Extract<Fault, { kind: 'shrunken' }>,
  isHit: () => boolean,
): void {
  const before = list.length;
  const left = list.filter(() => !isHit());
  list.splice(0, before, ...left);
  if (says === 'left' && 'totalCount' in holder && typeof holder.totalCount === 'number') {
    Object.assign(holder, { totalCount: holder.totalCount - (before - left.length) });
  }
  if (ends && 'pageInfo' in holder && typeof holder.pageInfo === 'object' && holder.pageInfo !== null) {
    Object.assign(holder.pageInfo, { hasNextPage: false });
  }
}
