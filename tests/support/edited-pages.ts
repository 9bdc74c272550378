import { createRandom, type Random } from '../bench/random.ts';
import { indexedPage, type MarkedPage } from './search-index.ts';

/** What a page of an invented blog says, as far as it is searched. */
interface InventedPost {
  slug: string;
  title: string;
  words: string[];
  tag: string;
  year: number;
  answered: string;
  weight: number;
}

/** A small blog that is edited at random, and always in the same way for the same seed. */
export interface EditedBlog {
  /** Its pages, the newest first. */
  pages: () => MarkedPage[];
  /** Changes something, and says what. */
  edit: () => string;
  /** Words and phrases to ask it for; some stand nowhere. */
  queries: readonly string[];
}

const stems = (
  'pump hose glider sensor gauge harbour mooring ballast calibrat connect replac inspect weather drift tide survey ' +
  'sample filter battery cable winch anchor logbook safety permit'
).split(' ');
const endings = ['', 's', 'ed', 'ing', 'ion', 'er'];
const special = [
  'café',
  'cafe',
  'naïve',
  'straße',
  '研修資料',
  'セ',
  'C++',
  'HR-204',
  'v2.1',
  '.env',
  'معايرة',
  'on',
  'the',
  'of',
];
const rare = Array.from(
  { length: 40 },
  (_, index) => `rare${String.fromCharCode(97 + (index % 26))}${index}x`,
);
const known = [...stems.flatMap((stem) => endings.map((ending) => stem + ending)), ...special];
const tags = ['pumps', 'hoses', 'gliders', 'safety'];

export function editedBlog(seed: string, size: number): EditedBlog {
  const random = createRandom('edited', seed);
  const posts = Array.from({ length: size }, (_, index) => invent(random, `post-${index}`));
  let made = size;
  const kinds: Readonly<Record<string, (post: InventedPost, place: number) => void>> = {
    changed: (post) =>
      post.words.splice(random.between(0, post.words.length), random.between(0, 6), ...someWords(random, 4)),
    'changed in one new word': (post) => post.words.push(`${random.pick(known)}${random.pick(rare)}`),
    retitled: (post) => (post.title = someWords(random, 3).join(' ')),
    retagged: (post) => (post.tag = random.chance(0.2) ? `new-${random.between(1, 9)}` : random.pick(tags)),
    'aged by a year': (post) => (post.weight = Math.max(0.7, post.weight - 1 / 24)),
    answered: (post) => (post.answered = post.answered === 'yes' ? 'no' : 'yes'),
    deleted: (_, place) => posts.splice(place, 1),
    redated: (post, place) =>
      posts.splice(
        random.between(0, size / 2),
        0,
        ...posts.splice(place, 1, ...[]).map(() => ({ ...post, year: 2026 })),
      ),
    added: () =>
      posts.splice(
        random.chance(0.7) ? 0 : random.between(0, posts.length),
        0,
        invent(random, `new-${(made += 1)}`),
      ),
    'written back': (post) => posts.push(...posts.splice(posts.indexOf(post), 1)),
  };
  return {
    pages: () => posts.map(printed),
    edit: () => {
      const kind = random.pick(Object.keys(kinds));
      const place = random.between(0, posts.length - 1);
      const post = posts[place];
      if (post !== undefined) kinds[kind]?.(post, place);
      return kind;
    },
    queries: [
      ...random.some(known, 40),
      ...special,
      ...Array.from({ length: 16 }, () => someWords(random, 2).join(' ')),
      ...Array.from({ length: 6 }, () => someWords(random, 3).join(' ')),
      ...Array.from({ length: 6 }, () => `"${someWords(random, 2).join(' ')}"`),
      ...stems.map((stem) => stem.slice(0, 4)),
      ...random.some(rare, 10),
      'pumpkins',
      'onbording',
    ],
  };
}

function invent(random: Random, slug: string): InventedPost {
  return {
    slug,
    title: someWords(random, 3).join(' '),
    words: someWords(random, random.between(10, 60)),
    tag: random.pick(tags),
    year: random.between(2019, 2026),
    answered: random.pick(['yes', 'no', '']),
    weight: 1 - random.between(0, 4) / 24,
  };
}

function someWords(random: Random, count: number): string[] {
  return Array.from({ length: count }, () => (random.chance(0.04) ? random.pick(rare) : random.pick(known)));
}

function printed({ slug, title, words, tag, year, answered, weight }: InventedPost): MarkedPage {
  const middle = Math.floor(words.length / 2);
  const filters = [`tag:${tag}`, `year:${year}`, ...(answered === '' ? [] : [`answered:${answered}`])];
  return indexedPage(slug, {
    title,
    body: `<p>${words.slice(0, middle).join(' ')}</p><h2 id="part">${words[middle] ?? ''}</h2><p>${words.slice(middle).join(' ')}</p>`,
    facts:
      filters.map((filter) => `<span data-pagefind-filter="${filter}"></span>`).join('') +
      `<span data-pagefind-meta="tags[data-words]" data-words="${tag}"></span>` +
      (answered === ''
        ? ''
        : `<span data-pagefind-meta="kind[data-words]" data-words="Question ${answered}"></span>`),
    weight,
  });
}
