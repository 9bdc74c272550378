import { audienceOfGroup } from '../model/asking.ts';
import { authorsOf } from '../model/listing.ts';
import { groupPermalink } from '../model/permalink.ts';
import { questionsIn } from '../model/question-listing.ts';
import { listPage, listPagesOf } from './list-pages.ts';
import { plannedPages } from './planned-pages.ts';
import { provenanceOf } from './provenance.ts';

export const groupPages = plannedPages(
  (all) =>
    all.groups.flatMap((group) =>
      listPagesOf(group.slug, all.postsByGroup.get(group.slug), groupPermalink(group.slug), () => ({
        group,
        stewards: authorsOf(all, { authors: group.stewards }),
        members: authorsOf(all, {
          authors: group.members.filter((slug) => !group.stewards.includes(slug)),
        }),
        questions: questionsIn(all, group.slug),
        ask: audienceOfGroup(all, group),
        provenance: provenanceOf(all, group.source),
      })),
    ),
  (all, { permalink, list, besides }) => ({ permalink, list: listPage(all, list), ...besides() }),
);
