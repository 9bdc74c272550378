import { remarkBodies } from '../data/bodies.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { speakerOf, type Talk } from '../model/conversation.ts';
import { firstWords } from '../model/first-words.ts';
import { absoluteUrl } from '../model/permalink.ts';
import { permalinkOfQuestion, topicsOf } from '../model/question.ts';
import { stateOfQuestion, stateWords } from '../model/question-state.ts';
import { remarkAnchor, visibleRemarks, type Thread } from '../model/thread.ts';
import { withAbsoluteUrls, type FeedItem } from './feed-items.ts';

/** How many comments or questions a feed holds. */
const feedLength = 50;

/** The newest comments of some conversations. They keep their ids when a page is renamed, so that no reader sees one twice. */
export function remarkItems(
  catalogue: Catalogue,
  talks: readonly Talk[],
  bodiesOf = remarkBodies,
): FeedItem[] {
  const all = talks.flatMap((talk) => visibleRemarks(talk.thread).map((remark) => ({ ...talk, remark })));
  const newest = all
    .sort(
      (a, b) => compareNewest(a.remark.createdAt, b.remark.createdAt) || (a.remark.id < b.remark.id ? -1 : 1),
    )
    .slice(0, feedLength);
  const bodies = remembered(bodiesOf);
  return newest.map(({ title, permalink, thread, remark }) => {
    const speaker = speakerOf(catalogue, remark).name;
    const html = bodies(thread)[remark.id] ?? '';
    const url = absoluteUrl(catalogue.site, `${permalink}#${remarkAnchor(remark)}`);
    return {
      ...{ id: remark.id, url, title: `${speaker} on “${title}”` },
      excerpt: firstWords(html),
      html: withAbsoluteUrls(html, absoluteUrl(catalogue.site, permalink)),
      published: remark.createdAt,
      revised: remark.editedAt ?? undefined,
      authors: [speaker],
      tags: [],
      language: catalogue.site.language,
    };
  });
}

/** The newest questions with their opening words. */
export function questionItems(
  catalogue: Catalogue,
  questions: readonly Thread[],
  bodiesOf = remarkBodies,
): FeedItem[] {
  return [...questions]
    .sort((a, b) => compareNewest(a.createdAt, b.createdAt) || b.number - a.number)
    .slice(0, feedLength)
    .map((question) => {
      const html = bodiesOf(question)[question.id] ?? '';
      const url = absoluteUrl(catalogue.site, permalinkOfQuestion(question));
      return {
        ...{ id: question.id, url, title: question.title },
        excerpt: `${stateWords[stateOfQuestion(catalogue, question)]}. ${firstWords(html)}`.trim(),
        html: withAbsoluteUrls(html, url),
        published: question.createdAt,
        revised: question.editedAt ?? undefined,
        authors: [speakerOf(catalogue, question).name],
        tags: topicsOf(question, catalogue.tags).map(({ label }) => label),
        language: catalogue.site.language,
      };
    });
}

function compareNewest(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1;
}

/** Asks for the bodies of a thread once, however many of its remarks are among the newest. */
function remembered(bodiesOf: typeof remarkBodies): typeof remarkBodies {
  const known = new Map<Thread | undefined, Record<string, string>>();
  return (thread) => {
    const bodies = known.get(thread) ?? bodiesOf(thread);
    known.set(thread, bodies);
    return bodies;
  };
}
