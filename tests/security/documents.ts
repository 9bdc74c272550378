import { frameIds } from '../../src/markdown/frame-ids.ts';
import { sanitiseSchema } from '../../src/markdown/sanitise-schema.ts';
import { inspect, type Allowed, type Findings } from './in-page.ts';
import type { Range, Sighting } from './range.ts';
import { clobberedNames } from './vectors/clobbering.ts';
import { attack, corpus } from './vectors/corpus.ts';

/** A piece of HTML that comes from the attack with a number. */
export interface Specimen {
  index: number;
  html: string;
}

/** Each attack in a place. */
export const everyAttack = (html: (text: string, index: number) => string): Specimen[] =>
  corpus.map((_vector, index) => ({ index, html: html(attack(index), index) }));

/** What sanitised content, and what our own plugins add to it, is made of. */
const contentAllowed: Omit<Allowed, 'expected'> = {
  elements: [...(sanitiseSchema.tagNames ?? []), 'wc-video', 'video', 'label'],
  attributes: [
    ...['id', 'class', 'lang', 'dir', 'title', 'href', 'src', 'srcset', 'sizes', 'alt', 'width', 'height'],
    ...[
      'loading',
      'decoding',
      'controls',
      'preload',
      'cite',
      'datetime',
      'open',
      'start',
      'align',
      'colspan',
    ],
    ...['rowspan', 'scope', 'type', 'checked', 'disabled', 'role', 'tabindex', 'data-type', 'data-src'],
    ...[
      'data-footnotes',
      'data-footnote-ref',
      'data-footnote-backref',
      'data-label',
      'data-correct',
      'data-id',
    ],
    ...['aria-label', 'aria-labelledby', 'aria-describedby', 'aria-hidden'],
    // Those of the document around the content.
    ...['data-vector', 'data-end', 'data-frame'],
  ],
  names: clobberedNames.filter((name) => name !== 'footnote-label'),
  documentNames: ['location'],
};

/**
 * Many pieces in one document. Each has its end outside of it, so that a piece that swallows what follows is noticed. The
 * elements that belong to the page come last: whoever takes their names would be found first.
 */
function documentOf(specimens: readonly Specimen[]): string {
  const pieces = specimens.map(
    ({ index, html }) => `<div data-vector="${index}">${html}</div><hr data-end="${index}">`,
  );
  const frame = frameIds
    .filter((id) => id !== 'footnote-label')
    .map((id) => `<p id="${id}" data-frame></p>`)
    .join('');
  return `<!doctype html><html><head><meta data-frame charset="utf-8"><title data-frame>x</title></head><body>${pieces.join('\n')}${frame}</body></html>`;
}

/** `lost` are the attacks that led away even alone. */
export type Report = Sighting & Findings & { lost: number[] };

const mostAtOnce = 150;

/**
 * Shows pieces to the browser, many at a time. What a piece has swallowed is shown again without it, and a document that
 * was led away is shown again in halves, so that every piece is seen.
 */
export async function reportOn(
  range: Range,
  specimens: readonly Specimen[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Report> {
  const queue = [...specimens];
  const all: Report = {
    ...{ executed: new Set(), requests: [], dialogs: [], windows: 0, refusals: 0, lost: [] },
    ...{ forbidden: [], clobbered: [], swallowed: [] },
  };
  let atOnce = mostAtOnce;
  while (queue.length > 0) {
    const batch = queue.splice(0, atOnce);
    const expected = batch.map(({ index }) => index);
    const { found, ...seen } = await range.visit({ html: documentOf(batch), headers }, (page) =>
      page.evaluate(inspect, { ...contentAllowed, expected }),
    );
    for (const index of seen.executed) all.executed.add(index);
    all.requests.push(...seen.requests);
    all.dialogs.push(...seen.dialogs);
    all.windows += seen.windows;
    all.refusals += seen.refusals;
    const [culprit, ...missing] = found?.swallowed ?? [];
    if (found === undefined && batch.length === 1) all.lost.push(...expected);
    else if (found === undefined) queue.unshift(...batch);
    else {
      all.forbidden.push(...found.forbidden);
      all.clobbered.push(...found.clobbered);
      if (culprit !== undefined) all.swallowed.push(culprit);
      queue.unshift(...batch.filter(({ index }) => missing.includes(index)));
    }
    const isCalm = found !== undefined && culprit === undefined;
    atOnce = isCalm ? Math.min(mostAtOnce, atOnce * 2) : Math.max(1, Math.floor(batch.length / 4));
  }
  return all;
}

/** What is left of a report when nothing happened. */
export const nothing: Omit<Report, 'refusals'> = {
  ...{ executed: new Set(), requests: [], dialogs: [], windows: 0, lost: [] },
  ...{ forbidden: [], clobbered: [], swallowed: [] },
};
