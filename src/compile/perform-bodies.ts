import { createLint, type LintOptions } from '../lint/lint.ts';
import { secretsInAll } from '../lint/secrets.ts';
import { withinTime } from './within-time.ts';
import { createAddresses, type AddressTable } from './addresses.ts';
import type { Surroundings } from './context.ts';
import { performBody, type BodyJob, type BodyRecord, type Equipment } from './perform-body.ts';
import { digestOf } from '../source/digest.ts';
import { openRenderedStore } from './rendered-store.ts';

/** What bodies are judged and rendered with. Plain data: every thread makes its own tools of it. */
export interface Outfit {
  addresses: AddressTable;
  pictures: Surroundings['pictures'];
  attachments: Surroundings['attachments'];
  lint: LintOptions;
  /** Whether pages will be made: then every body is rendered and its HTML stored. */
  render: boolean;
  cacheDir: string;
  /** After how many milliseconds a body is given up. */
  patience: number;
}

/** Judges and renders bodies, some of them or all of a blog. */
export type PerformBodies = (jobs: readonly BodyJob[]) => Promise<BodyRecord[]>;

/** Makes the tools. A body that takes longer than the patience is given up, and the next one is begun. */
export function equip({
  addresses,
  pictures,
  attachments,
  lint: options,
  render,
  cacheDir,
  patience,
}: Outfit): PerformBodies {
  const surroundings = { addresses: createAddresses(addresses), pictures, attachments };
  const store = openRenderedStore(cacheDir);
  const equipment: Equipment = { surroundings, lint: createLint(options), render };
  const perform = (job: BodyJob) => performBody(job, equipment);
  return async (jobs) => {
    // To watch the time costs as much as a short text. So all are watched together, and one by one only when that fails.
    const done =
      withinTime(patience, () => jobs.map(perform)) ??
      jobs.map((job) => withinTime(patience, () => perform(job)) ?? tooSlow(job, patience));
    const records = done.map(({ record }) => record);
    for (const { record, html } of done)
      if (html !== undefined && record.facts !== undefined) store.write(record.facts.digest, html);
    const written = jobs.flatMap(({ text, words }, index) => (words === undefined ? [] : [{ text, index }]));
    const secrets = await secretsInAll(written.map(({ text }) => text));
    for (const [at, found] of secrets.entries()) records[written[at]?.index ?? -1]?.messages.push(...found);
    return records;
  };
}

function tooSlow({ bodyLine }: BodyJob, patience: number): ReturnType<typeof performBody> {
  const record: BodyRecord = {
    messages: [
      {
        line: bodyLine,
        column: 1,
        rule: 'too-slow',
        message: `This text takes longer than ${patience / 1000} seconds to render.`,
        mend: 'Look for signs of Markdown that are repeated very often, and put data into a code block.',
      },
    ],
    fragments: [],
    ids: [],
    empty: false,
    asked: [],
    facts: {
      ...{ words: 0, opening: '', headings: [], mentions: [], pictures: [], features: [], files: [] },
      digest: digestOf(''),
    },
  };
  return { record, html: '' };
}
