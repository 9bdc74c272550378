import { createLint, type LintOptions } from '../lint/lint.ts';
import { secretsInAll } from '../lint/secrets.ts';
import { withinTime } from './within-time.ts';
import { createAddresses, type AddressTable } from './addresses.ts';
import type { Surroundings } from './context.ts';
import { performBody, type BodyJob, type BodyRecord, type Equipment } from './perform-body.ts';
import { digestOf } from '../source/read-content.ts';
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
}

/** Judges and renders bodies, some of them or all of a blog. */
export type PerformBodies = (jobs: readonly BodyJob[]) => Promise<BodyRecord[]>;

// Far longer than any real text takes, also on a busy machine: what gets near it hangs.
const longest = 20_000;

/** Makes the tools. A body that takes longer than so many milliseconds is given up, and the next one is begun. */
export function equip(
  { addresses, pictures, attachments, lint: options, render, cacheDir }: Outfit,
  milliseconds = longest,
): PerformBodies {
  const surroundings = { addresses: createAddresses(addresses), pictures, attachments };
  const store = openRenderedStore(cacheDir);
  const equipment: Equipment = { surroundings, lint: createLint(options), render };
  return async (jobs) => {
    const records: BodyRecord[] = [];
    for (const job of jobs) {
      const done = withinTime(milliseconds, () => performBody(job, equipment)) ?? tooSlow(job, milliseconds);
      if (done.html !== undefined && done.record.facts !== undefined)
        await store.write(done.record.facts.digest, done.html);
      records.push(done.record);
    }
    const written = jobs.flatMap(({ text, words }, index) => (words === undefined ? [] : [{ text, index }]));
    const secrets = await secretsInAll(written.map(({ text }) => text));
    for (const [at, found] of secrets.entries()) records[written[at]?.index ?? -1]?.messages.push(...found);
    return records;
  };
}

function tooSlow({ bodyLine }: BodyJob, milliseconds: number): ReturnType<typeof performBody> {
  const record: BodyRecord = {
    messages: [
      {
        line: bodyLine,
        column: 1,
        rule: 'too-slow',
        message: `This text takes longer than ${milliseconds / 1000} seconds to render.`,
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
