import { audienceOfGroup } from '../model/asking.ts';
import { authorsOf } from '../model/listing.ts';
import { groupPermalink } from '../model/permalink.ts';
import { questionsIn } from '../model/question-listing.ts';
import { listPage, listPagesOf } from './list-pages.ts';
import { plannedPages } from './planned-pages.ts';
import { provenanceOf } from './provenance.ts';

export const groupPages = plannedPages(
  ({ groups, postsByGroup }) =>
    groups.flatMap((group) => listPagesOf(group, postsByGroup.get(group.slug), groupPermalink(group.slug))),
  (all, { of: group, list }) => {
    const named = (slugs: typeof group.members) => authorsOf(all, { authors: slugs });
    return {
      group,
      permalink: groupPermalink(group.slug),
      list: listPage(all, list),
      stewards: named(group.stewards),
      members: named(group.members.filter((slug) => !group.stewards.includes(slug))),
      questions: questionsIn(all, group.slug),
      ask: audienceOfGroup(all, group),
      provenance: provenanceOf(all, group.source),
    };
  },
);
