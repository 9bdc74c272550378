import { wordsToCompare } from './words-to-compare.ts';

/** A text that others are compared with. */
export interface Comparable {
  slug: string;
  title: string;
  /** Markdown or plain text: signs make no difference. */
  text: string;
}

/** A known text that says nearly the same. */
export interface Alike {
  slug: string;
  title: string;
  /** 1 is the same, 0 has nothing in common. */
  likeness: number;
  by: 'title' | 'text';
}

/** Which of the known texts say nearly the same, most alike first. Without a text, only titles are compared. */
export type Likeness = (one: { title: string; text?: string; except?: string }) => Alike[];

// Two posts of the sample blog that say different things about one subject reach 0.3, and two titles 0.38.
const alikeTexts = 0.55;
const alikeTitles = 0.7;
// Texts with fewer different words are like too many others.
const fewestWords = 12;

/**
 * Prepares to compare texts by their words: rare ones count for much, common ones for little (tf-idf and the cosine).
 */
export function createLikeness(known: readonly Comparable[]): Likeness {
  const texts = createComparison(known.map(({ text }) => text));
  const titles = createComparison(known.map(({ title }) => title));
  return ({ title, text = '', except }) => {
    const byText = texts(text, fewestWords);
    const byTitle = titles(title, 1);
    return known
      .flatMap(({ slug, title: other }, index): Alike[] => {
        const alike = { slug, title: other };
        const [inText, inTitle] = [byText[index] ?? 0, byTitle[index] ?? 0];
        if (slug === except) return [];
        if (inText >= alikeTexts) return [{ ...alike, likeness: inText, by: 'text' }];
        return inTitle >= alikeTitles ? [{ ...alike, likeness: inTitle, by: 'title' }] : [];
      })
      .sort((a, b) => b.likeness - a.likeness || (a.slug < b.slug ? -1 : 1));
  };
}

/** How alike a text is to each of the known ones, in their order. */
type Comparison = (text: string, fewest: number) => Float64Array;

function createComparison(texts: readonly string[]): Comparison {
  const vocabulary = new Map<string, number>();
  /** For every word the texts that have it, and how heavy it is there before its rarity counts. */
  const holders: { texts: number[]; weights: number[] }[] = [];
  const sizes = texts.map((text, index) => {
    const counts = countsOf(text);
    for (const [word, count] of counts) {
      const place = vocabulary.get(word) ?? vocabulary.size;
      vocabulary.set(word, place);
      const held = (holders[place] ??= { texts: [], weights: [] });
      held.texts.push(index);
      held.weights.push(1 + Math.log(count));
    }
    return counts.size;
  });
  const rarity = (count: number) =>
    texts.length >= large && count > texts.length / 2 ? 0 : Math.log((texts.length + 1) / (count + 0.5));
  const squares = new Float64Array(texts.length);
  for (const held of holders) {
    const rare = rarity(held.texts.length);
    for (const [at, index] of held.texts.entries())
      squares[index] = (squares[index] ?? 0) + ((held.weights[at] ?? 0) * rare) ** 2;
  }

  return (text, fewest) => {
    const found = new Float64Array(texts.length);
    const counts = countsOf(text);
    if (counts.size < fewest) return found;
    let square = 0;
    for (const [word, count] of counts) {
      const held = holders[vocabulary.get(word) ?? -1] ?? noHolders;
      const rare = rarity(held.texts.length);
      const weight = (1 + Math.log(count)) * rare;
      square += weight * weight;
      if (weight > 0)
        for (let at = 0; at < held.texts.length; at += 1) {
          const index = held.texts[at] ?? 0;
          found[index] = (found[index] ?? 0) + weight * rare * (held.weights[at] ?? 0);
        }
    }
    return found.map((sum, index) =>
      (sizes[index] ?? 0) < fewest ? 0 : sum / (Math.sqrt(square * (squares[index] ?? 0)) || 1),
    );
  };
}

const noHolders = { texts: [], weights: [] };
// In so many texts, a word that most of them have says nothing about any.
const large = 100;

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsToCompare(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
