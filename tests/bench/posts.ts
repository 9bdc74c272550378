import { alert, code, list, paragraph, quotation, table, tasks, type Block } from './blocks.ts';
import { authors, yamlList, type CorpusFile, type Named } from './company.ts';
import { picturePaths } from './pictures.ts';
import { createRandom, type Random } from './random.ts';
import { cumulativeWeights, drawIndex, phrase, sentence, wordsIn } from './words.ts';

/** What is decided about a post before any text is made, so that posts can link to each other. */
export interface PlannedPost extends Named {
  date: string;
  tags: string[];
}

const firstDay = Date.UTC(2019, 0, 7);
const days = 2_870;

/** Titles, dates and tags of all posts. A few tags have most of the posts, as on any blog. */
export function planPosts(seed: number, count: number, tags: readonly Named[]): PlannedPost[] {
  const random = createRandom(seed, 'plan');
  const weights = cumulativeWeights(tags.length, 1, 1);
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const name = phrase(random, 3, 7);
    const plain = name.toLowerCase().replaceAll(' ', '-').slice(0, 70).replace(/-$/u, '');
    const slug = taken.has(plain) ? `${plain}-${index}` : plain;
    taken.add(slug);
    const date = new Date(firstDay + random.between(0, days) * 86_400_000).toISOString().slice(0, 10);
    const drawn = Array.from(
      { length: random.between(1, 5) },
      () => tags[drawIndex(random, weights)]?.slug ?? '',
    );
    return { slug, name, date, tags: [...new Set(drawn)] };
  });
}

/** Makes the file of one post. Everything it links to is in `plan`. */
export function postFile(
  { seed, words }: { seed: number; words: number },
  post: PlannedPost,
  plan: readonly PlannedPost[],
  groups: readonly Named[],
): CorpusFile {
  const random = createRandom(seed, 'post', post.slug);
  const fields = frontmatter(random, post, groups);
  // The mean of this distribution is 1, and one post in twenty is twice as long as the mean.
  const length = words * Math.exp(0.45 * random.normal() - 0.1);
  const text = body(random, Math.max(60, length), plan);
  return { path: `posts/${post.slug}.md`, content: `---\n${fields.join('\n')}\n---\n\n${text}\n` };
}

function frontmatter(
  random: Random,
  { slug, name, date, tags }: PlannedPost,
  groups: readonly Named[],
): string[] {
  const people = random.some(authors, random.chance(0.15) ? 2 : 1).map((author) => author.slug);
  const kind = random.next();
  return [
    `title: ${name}`,
    `date: ${date}`,
    `authors: ${yamlList(people)}`,
    `tags: ${yamlList(tags)}`,
    ...(random.chance(0.7) ? [`excerpt: ${phrase(random, 8, 24)}.`] : []),
    ...(kind < 0.25 ? ['kind: how-to'] : kind < 0.35 ? ['kind: question'] : []),
    ...(kind > 0.95 ? [`kind: shout-out\nto: ${yamlList([random.pick(authors).slug])}`] : []),
    ...(kind > 0.9 && kind <= 0.95 ? ['kind: link\nlink: https://elsewhere.example/a'] : []),
    ...(random.chance(0.25) ? [`group: ${random.pick(groups).slug}`] : []),
    ...(random.chance(0.2) || kind < 0.25 ? ['reviewBy: 1 year'] : []),
    ...(random.chance(0.02) ? [`formerly: [was-${slug}]`] : []),
  ];
}

function body(random: Random, words: number, plan: readonly PlannedPost[]): string {
  const extras: Block[] = [
    ...(random.chance(0.15) ? [table] : []),
    ...(random.chance(0.25) ? Array.from({ length: random.between(1, 3) }, () => code) : []),
    ...(random.chance(0.12) ? [alert] : []),
    ...(random.chance(0.08) ? [tasks] : []),
    ...(random.chance(0.1) ? [quotation] : []),
    ...(random.chance(0.15) ? [picture] : []),
  ];
  const links = random.some(plan, random.between(1, 5)).map((target) => link(random, target));
  const blocks = [paragraph(random), ...links, ...extras.map((make) => make(random))];
  // The last block usually runs over.
  const wanted = words - 35;
  let written = blocks.reduce((sum, block) => sum + wordsIn(block), 0);
  while (written < wanted) {
    const block = (random.chance(0.2) ? list : paragraph)(random);
    blocks.splice(random.between(1, blocks.length), 0, block);
    written += wordsIn(block);
  }
  const withHeadings = blocks.flatMap((block, index) => {
    if (index === 0 || index % 4 !== 1) return [block];
    return [`${index % 12 === 9 ? '###' : '##'} ${phrase(random, 2, 6)}`, block];
  });
  return (random.chance(0.1) ? footnotes(random, withHeadings) : withHeadings).join('\n\n');
}

function picture(random: Random): string {
  return `![${phrase(random, 3, 7)}](${random.pick(picturePaths)})`;
}

function link(random: Random, { slug, name }: PlannedPost): string {
  const written = random.pick([
    `[[${slug}]]`,
    `[[${slug}|${phrase(random, 2, 4)}]]`,
    `[${name}](/posts/${slug}/)`,
    `[${phrase(random, 2, 4)}](/posts/${slug}/)`,
  ]);
  return `${sentence(random)} ${phrase(random, 2, 4)} ${written}. ${sentence(random)}`;
}

function footnotes(random: Random, blocks: readonly string[]): string[] {
  const [first = '', ...rest] = blocks;
  const count = random.between(1, 3);
  const marks = Array.from({ length: count }, (_, index) => `[^${index + 1}]`);
  const notes = marks.map((mark) => `${mark}: ${sentence(random)}`);
  return [`${first}${marks.join(' ')}`, ...rest, notes.join('\n\n')];
}
