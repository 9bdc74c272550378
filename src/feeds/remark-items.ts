import type { Catalogue } from '../model/catalogue.ts';
import { speakerOf, type Talk } from '../model/conversation.ts';
import { absoluteUrl } from '../model/permalink.ts';
import { permalinkOfQuestion, topicsOf } from '../model/question.ts';
import { stateOfQuestion, stateWords } from '../model/question-state.ts';
import { remarkAnchor, visibleRemarks, type Thread } from '../model/thread.ts';
import type { FeedEntry } from './feed-items.ts';

/** How many comments or questions a feed holds. */
const feedLength = 50;

/** The newest comments of some conversations. They keep their ids when a page is renamed, so that no reader sees one twice. */
export function remarkEntries(catalogue: Catalogue, talks: readonly Talk[]): FeedEntry[] {
  const all = talks.flatMap((talk) => visibleRemarks(talk.thread).map((remark) => ({ ...talk, remark })));
  const newest = all
    .sort(
      (a, b) => compareNewest(a.remark.createdAt, b.remark.createdAt) || (a.remark.id < b.remark.id ? -1 : 1),
    )
    .slice(0, feedLength);
  return newest.map(({ title, permalink, thread, remark }) => {
    const speaker = speakerOf(catalogue, remark).name;
    const url = absoluteUrl(catalogue.site, `${permalink}#${remarkAnchor(remark)}`);
    return {
      ...{ id: remark.id, url, title: `${speaker} on “${title}”` },
      page: absoluteUrl(catalogue.site, permalink),
      body: { kind: 'remark', bodyDigest: thread.bodyDigest, id: remark.id, before: '' },
      published: remark.createdAt,
      revised: remark.editedAt ?? undefined,
      authors: [speaker],
      tags: [],
      language: catalogue.site.language,
    };
  });
}

/** The newest questions with their opening words. */
export function questionEntries(catalogue: Catalogue, questions: readonly Thread[]): FeedEntry[] {
  return [...questions]
    .sort((a, b) => compareNewest(a.createdAt, b.createdAt) || b.number - a.number)
    .slice(0, feedLength)
    .map((question) => {
      const url = absoluteUrl(catalogue.site, permalinkOfQuestion(question));
      const before = `${stateWords[stateOfQuestion(catalogue, question)]}. `;
      return {
        ...{ id: question.id, url, title: question.title },
        page: url,
        body: { kind: 'remark', bodyDigest: question.bodyDigest, id: question.id, before },
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
