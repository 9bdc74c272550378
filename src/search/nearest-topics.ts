import { editDistance } from '../model/nearest.ts';

const shortestWord = 3;

/** A topic, with all the words that people use for it. */
export interface TopicWords {
  words: string;
}

/**
 * The topics whose words come closest to what was asked: the same beginning first, then the fewest differing letters,
 * of which a third of a word is forgiven. Accents and capitals do not count.
 */
export function nearestTopics<Topic extends TopicWords>(
  query: string,
  topics: readonly Topic[],
  limit = 5,
): Topic[] {
  const asked = wordsOf(query);
  return topics
    .map((topic) => ({ topic, distance: distanceBetween(asked, wordsOf(topic.words)) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ topic }) => topic);
}

function distanceBetween(asked: readonly string[], known: readonly string[]): number {
  let least = Infinity;
  for (const word of asked) {
    const forgiven = Math.floor(word.length / 3);
    for (const other of known) {
      const begins = other.startsWith(word);
      // The distance is never less than the difference in length, and is far more work.
      if (!begins && Math.abs(other.length - word.length) > forgiven) continue;
      const distance = begins ? 0 : editDistance(word, other);
      if (distance <= forgiven) least = Math.min(least, distance);
    }
  }
  return least;
}

function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  return plain.split(/[^\p{Letter}\p{Number}]+/u).filter((word) => word.length >= shortestWord);
}
