import type { Catalogue } from '../model/catalogue.ts';
import { remarkCount, speakerOf, type Speaker } from '../model/conversation.ts';
import { copyDay } from '../model/copied.ts';
import { forgeNames } from '../model/forge.ts';
import type { Joining } from '../model/joining.ts';
import { shownThread, withoutTexts } from '../model/shown-thread.ts';
import type { Thread } from '../model/thread.ts';

/** What a page shows of its conversation; the HTML of the remarks is named by `bodyDigest`. */
export function conversationOn(catalogue: Catalogue, thread: Thread | undefined, joining: Joining) {
  const { site } = catalogue;
  const shown = thread && shownThread(thread);
  const remarks = shown?.comments.flatMap((comment) => [comment, ...comment.replies]) ?? [];
  return {
    count: remarkCount(thread),
    thread: thread && headOf(thread),
    shown: shown && { left: shown.left, comments: withoutTexts(shown.comments) },
    speakers: Object.fromEntries(
      remarks.map((remark): [string, Speaker] => [remark.id, speakerOf(catalogue, remark)]),
    ),
    copiedOn: thread && copyDay(catalogue.copied, thread),
    joining,
    language: site.language,
    forge: site.forge === undefined ? 'the forge' : forgeNames[site.forge.kind],
  };
}

function headOf(thread: Thread) {
  const { url, locked, closed, upvotes, reactions, answer, poll, bodyDigest } = thread;
  return { url, locked, closed, upvotes, reactions, answer, poll, bodyDigest };
}
