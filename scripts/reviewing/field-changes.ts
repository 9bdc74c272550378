import { daySchema, formatDay } from '../../src/model/day.ts';
import type { Page } from './page.ts';
import type { PageChange } from './report-schema.ts';
import { changedWords } from './word-changes.ts';

/** What fields are called in front of people who never see the file. */
const labels: Record<string, string> = {
  title: 'Title',
  name: 'Name',
  label: 'Name',
  date: 'Published on',
  authors: 'Authors',
  tags: 'Topics',
  excerpt: 'Summary',
  kind: 'Kind',
  group: 'Group',
  updated: 'Revised on',
  reviewBy: 'To be looked at again',
  reviewed: 'Found to be still true on',
  owner: 'Kept true by',
  expires: 'Shown until',
  coverAlt: 'Cover in words',
  link: 'Leads to',
  to: 'Thanks',
  answers: 'Answers questions',
  acknowledge: 'Readers confirm that they have read it',
  comments: 'Conversation',
  lang: 'Language',
  role: 'Role',
  reach: 'How to reach them',
  askAbout: 'Ask them about',
  login: 'Account on the forge',
  left: 'Left on',
  team: 'A team',
  purpose: 'Purpose',
  stewards: 'Stewards',
  members: 'Members',
  access: 'Who may read',
  resources: 'Resources',
  discussion: 'Category of discussions',
  for: 'For whom',
  outcome: 'Outcome',
  steps: 'Steps',
  description: 'Description',
  aliases: 'Other names',
  pinned: 'To start with',
  trainer: 'Whom to ask',
};

// They are told in other words: as an address, a picture, or an exception from a rule.
const toldElsewhere = new Set([
  'formerly',
  'allow',
  'draft',
  'requires',
  'days',
  'cover',
  'picture',
  'slug',
  'title',
]);
// Of a new page, they say nothing unless they are unusual.
const usual: Record<string, unknown> = { kind: 'article', access: 'open' };

interface Words {
  language: string;
  /** What a slug is called: a person, a topic, a group. */
  nameOf: (field: string, slug: string) => string;
}

/** What the fields of a page say that they did not say before. */
export function changedFields(
  before: Page | undefined,
  after: Page,
  { language, nameOf }: Words,
): PageChange['fields'] {
  const names = Object.keys({ ...after.fields, ...before?.fields }).filter(
    (name) => !toldElsewhere.has(name) || (name === 'title' && before !== undefined),
  );
  return names.flatMap((name) => {
    const words = (page: Page | undefined) => inWords(page?.fields[name], (slug) => nameOf(name, slug));
    const [old, now] = [words(before), words(after)];
    if (old === now || (before === undefined && after.fields[name] === usual[name])) return [];
    const pieces = changedWords(old, now, language);
    return [
      {
        name: labels[name] ?? name,
        pieces: before === undefined ? pieces.map(({ text }) => ({ is: 'same' as const, text })) : pieces,
      },
    ];
  });
}

function inWords(value: unknown, nameOf: (slug: string) => string): string {
  if (value === undefined || value === null || value === false) return '';
  if (value === true) return 'yes';
  if (Array.isArray(value)) return value.map((one: unknown) => inWords(one, nameOf)).join(', ');
  if (typeof value === 'object') {
    const [first = '', ...rest] = Object.entries(value)
      .filter(([name]) => !toldElsewhere.has(name))
      .map(([, one]: [string, unknown]) => inWords(one, nameOf))
      .filter((words) => words !== '');
    return rest.length === 0 ? first : `${first} (${rest.join(', ')})`;
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  const day = daySchema.safeParse(value);
  return day.success ? formatDay(day.data, 'en-GB') : nameOf(value);
}
