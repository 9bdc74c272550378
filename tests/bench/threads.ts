import { authors, type CorpusFile } from './company.ts';
import { createRandom, type Random } from './random.ts';
import { sentences } from './words.ts';

const noReactions = { id: '', editedAt: null, deleted: false, hidden: null };

/** The stored discussion of a post, with one to eight remarks. */
export function threadFile(seed: number, post: { slug: string; date: string }, number: number): CorpusFile {
  const random = createRandom(seed, 'thread', post.slug);
  const url = `https://github.com/bench/watercooler/discussions/${number}`;
  const at = (minute: number) =>
    `${post.date}T${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z`;
  let remarks = 0;
  const reply = () => {
    remarks += 1;
    const id = `DC_${number}_${remarks}`;
    return {
      ...noReactions,
      id,
      url: `${url}#${id}`,
      author: speaker(random),
      createdAt: at(remarks * 7),
      body: sentences(random, 1, 5),
      upvotes: random.between(0, 4),
      reactions: random.chance(0.4) ? { THUMBS_UP: random.between(1, 9) } : {},
    };
  };
  const comments = Array.from({ length: random.between(1, 5) }, () => ({
    ...reply(),
    replies: random.chance(0.3) ? [reply()] : [],
  }));
  const thread = {
    id: `D_${number}`,
    number,
    url,
    title: post.slug,
    category: { name: 'Watercooler', answerable: false },
    copiedAt: at(500),
    createdAt: at(0),
    updatedAt: at(remarks * 7),
    locked: false,
    closed: false,
    upvotes: random.between(0, 9),
    reactions: {},
    answer: null,
    poll: null,
    comments,
  };
  return { path: `threads/${post.slug}.json`, content: `${JSON.stringify(thread, null, 2)}\n` };
}

function speaker(random: Random) {
  const { slug, name } = random.pick(authors);
  return { login: slug, name };
}
