import { z } from 'zod';
import { ruleNames } from '../../src/model/rules/rules.ts';
import { pageKinds } from './page.ts';

// The report is read again by a job that has rights, from a job that has none: nothing in it is longer than it may be.
const line = z.string().max(2_000);
const some = <Item extends z.ZodType>(item: Item) => z.array(item).max(10_000);

/** A piece of a text that both have, or only one of them. */
const pieceSchema = z.strictObject({
  is: z.enum(['same', 'added', 'removed']),
  text: z.string().max(300_000),
});
export type Piece = z.output<typeof pieceSchema>;

/** A paragraph, or how many paragraphs in which nothing changes were left out. */
const passageSchema = z.union([
  z.strictObject({ pieces: some(pieceSchema) }),
  z.strictObject({ unchanged: z.int() }),
]);
export type Passage = z.output<typeof passageSchema>;

const linkedSchema = z.strictObject({ title: line, address: line });

const foundSchema = z.strictObject({
  file: line,
  line: z.int(),
  column: z.int(),
  rule: z.enum(ruleNames),
  message: line,
});

const pageChangeSchema = z.strictObject({
  change: z.enum(['added', 'changed', 'moved', 'gone']),
  kind: z.enum(pageKinds),
  title: line,
  address: line,
  /** Of a page that moved: where it was. */
  from: line.optional(),
  /** Whether the old address of a page that moved or is gone leads somewhere. */
  redirects: z.boolean().optional(),
  file: line,
  /** What keeps readers from seeing it for now, or from seeing it any more. */
  standing: z.enum(['published', 'draft', 'scheduled', 'expired']).optional(),
  standingBefore: z.enum(['published', 'draft', 'scheduled', 'expired']).optional(),
  date: line.optional(),
  isDamaged: z.boolean().optional(),
  minutes: z.int().optional(),
  minutesBefore: z.int().optional(),
  owners: some(z.strictObject({ name: line, left: z.boolean() })),
  /** Whose approval the forge asks for, as it knows them. */
  approval: some(line),
  fields: some(z.strictObject({ name: line, pieces: some(pieceSchema) })),
  prose: some(passageSchema),
  pictures: some(
    z.strictObject({
      change: z.enum(['added', 'changed', 'gone']),
      file: line,
      alt: line,
      width: z.int(),
      height: z.int(),
      bytes: z.int(),
    }),
  ),
  linksAdded: some(line),
  linksRemoved: some(line),
  linkedFrom: some(linkedSchema),
  /** For a topic: others that are nearly the same. For a post: others that say nearly the same. */
  alike: some(z.strictObject({ title: line, address: line, percent: z.int().optional() })),
});
export type PageChange = z.output<typeof pageChangeSchema>;

/** What a reviewer is told before anything else. */
const alarms = [
  'unsure',
  'workflow',
  'engine',
  'approvers',
  'approvals',
  'conflict',
  'closed',
  'opened',
  'override',
  'policy',
  'settings',
] as const;
const alarmSchema = z.strictObject({
  kind: z.enum(alarms),
  files: some(line),
});
export type Alarm = z.output<typeof alarmSchema>;

const commit = z.string().regex(/^[0-9a-f]{7,64}$/u);

/** Everything that a report says. It is written as JSON, and the other formats are made from it. */
export const reportSchema = z.strictObject({
  version: z.literal(1),
  base: z.strictObject({ name: line, commit }),
  head: z.strictObject({ commit, isDirty: z.boolean() }),
  /** The closed group that it was written for, if not for everybody. */
  audience: line.optional(),
  /** The address of the blog. */
  site: line.optional(),
  alarms: some(alarmSchema),
  pages: some(pageChangeSchema),
  /** Pages that were touched and of which readers will see nothing else than before. */
  unseen: some(line),
  /** Changes that are no pages: redirects, words, conversations. */
  others: some(z.strictObject({ title: line, lines: some(line) })),
  problems: some(
    z.strictObject({ ...foundSchema.shape, mend: line, isError: z.boolean(), isNew: z.boolean() }),
  ),
  silenced: some(
    z.strictObject({
      ...foundSchema.shape,
      because: line,
      clause: line.optional(),
      scope: z.enum(['line', 'file']),
    }),
  ),
});
export type Report = z.output<typeof reportSchema>;
export type FoundProblem = Report['problems'][number];
export type FoundException = Report['silenced'][number];
