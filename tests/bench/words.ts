import { createRandom, type Random } from './random.ts';

// The most frequent words carry the grammar, as in English; what follows is made of syllables.
const frequent =
  'the of and to a in is that it was for on are with as at be this have from or had by but not what all were we when your can said there use an each which she do how their if will up other about out many then them these so some her would make like him into time has look two more write go see number no way could people my than first water been call who oil its now find long down day did get come made may part over new sound take only little work know place year live me back give most very after thing our just name good sentence man think say great where help through much before line right too mean old any same tell boy follow came want show also around form three small set put end does another well large must big even such because turn here why ask went men read need land different home us move try kind hand picture again change off play spell air away animal house point page letter mother answer found study still learn should';

const onsets = 'b c d f g h j k l m n p r s t v w b c d f l m n p r s t cl gr pl sh st tr th'.split(' ');
const vowels = 'a e i o u a e i o e ea ou'.split(' ');
const codas = ['', '', '', '', '', '', '', '', 'l', 'n', 'r', 's', 't', 'm', 'nt'];
const vocabularySize = 25_000;
// What the syllables make by chance and the check would find unkind.
const unfortunate = new Set(['bi', 'papas', 'tribe']);

function makeVocabulary(): string[] {
  const random = createRandom('vocabulary');
  const words = new Set(frequent.split(' '));
  while (words.size < vocabularySize) {
    // Rare words are longer than frequent ones.
    const syllables = random.between(1, 2) + (words.size > 500 ? 1 : 0);
    let word = '';
    for (let part = 0; part < syllables; part += 1)
      word += random.pick(onsets) + random.pick(vowels) + random.pick(codas);
    if (!unfortunate.has(word)) words.add(word);
  }
  return [...words];
}

const vocabulary = makeVocabulary();
const cumulative = cumulativeWeights(vocabulary.length, 2.7, 1.1);

/** Running sums of Zipf–Mandelbrot weights: the item of rank r is drawn in proportion to 1 / (r + shift) ^ slope. */
export function cumulativeWeights(count: number, shift: number, slope: number): number[] {
  let sum = 0;
  return Array.from({ length: count }, (_, rank) => (sum += 1 / (rank + 1 + shift) ** slope));
}

/** An index drawn in proportion to the weights behind the running sums. */
export function drawIndex(random: Random, sums: readonly number[]): number {
  const wanted = random.next() * (sums.at(-1) ?? 0);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What content/words.txt has to list: the invented words, which no dictionary has. */
export const inventedWords: readonly string[] = vocabulary.slice(frequent.split(' ').length);

export function word(random: Random): string {
  return vocabulary[drawIndex(random, cumulative)] ?? 'the';
}

/** A word that says something: none of the words that carry the grammar, and not one of the rarest. */
export function topicWord(random: Random): string {
  const first = 200;
  return vocabulary[first + Math.floor(random.next() ** 2 * 4_000)] ?? 'subject';
}

/** The words of these ranks; the most frequent word has rank 0. */
export function wordsOfRank(from: number, to: number): readonly string[] {
  return vocabulary.slice(from, to);
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A phrase without a full stop, such as a title or a heading. */
export function phrase(random: Random, least: number, most: number): string {
  const words = Array.from({ length: random.between(least, most) }, (_, index) =>
    index % 2 === 0 ? topicWord(random) : word(random),
  );
  return capitalised(words.join(' '));
}

/** A sentence of 5 to 24 words, some of them emphasised or in code. */
export function sentence(random: Random): string {
  const words = Array.from({ length: random.between(5, 24) }, (_, index) => {
    const next = word(random);
    return marked(random, index === 0 ? capitalised(next) : next);
  });
  const comma = random.between(2, words.length);
  if (comma < words.length - 1) words[comma] = `${words[comma] ?? ''},`;
  return `${words.join(' ')}${random.chance(0.05) ? '?' : '.'}`;
}

function marked(random: Random, text: string): string {
  const dice = random.next();
  if (dice < 0.008) return `**${text}**`;
  if (dice < 0.02) return `*${text}*`;
  return dice < 0.026 ? `\`${text}\`` : text;
}

export function sentences(random: Random, least: number, most: number): string {
  return Array.from({ length: random.between(least, most) }, () => sentence(random)).join(' ');
}

export function wordsIn(text: string): number {
  return text.split(/\s+/u).length;
}
