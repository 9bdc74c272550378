import type { Problem } from '../model/problem.ts';
import { createDestinations } from '../model/redirects.ts';
import type { SourceContent } from '../source/read-content.ts';
import { placed } from '../source/source-entry.ts';
import type { Addresses } from './addresses.ts';

/** Redirects that lead nowhere, and those that start at a page which is there and so would never be followed. */
export function redirectProblems(
  { redirects: entry }: Pick<SourceContent, 'redirects'>,
  { address }: Pick<Addresses, 'address'>,
  label: string,
): Problem[] {
  const { redirects } = entry.data;
  const destination = createDestinations(redirects);
  return Object.keys(redirects).flatMap((from) => {
    const trouble = troubleWith(from, destination(from), address);
    if (trouble === undefined) return [];
    return placed(`${label}/${entry.path}`, entry.locate, {
      path: ['redirects', from],
      rule: 'broken-redirect',
      ...trouble,
    });
  });
}

function troubleWith(
  from: string,
  to: string | undefined,
  address: Addresses['address'],
): { message: string; mend: string } | undefined {
  const page = address(from);
  if (page?.state === 'visible' && page.permalink === from)
    return {
      message: `The page ${from} is still there, so nobody is redirected.`,
      mend: 'Delete this line.',
    };
  if (to === undefined)
    return { message: `The redirect from ${from} leads in a circle.`, mend: 'Name the page itself.' };
  if (address(to) === undefined)
    return { message: `No page has the address "${to}".`, mend: 'Correct the address, or delete this line.' };
  return undefined;
}
