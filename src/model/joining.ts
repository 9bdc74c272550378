import { threadKey } from './content.ts';
import { discussionsUrl, forgeNames } from './forge.ts';
import type { Post } from './post.ts';
import type { Site } from './site.ts';
import type { Thread } from './thread.ts';

/** How a reader can take part in the conversation under a post. */
export type Joining =
  | { mode: 'off' }
  | { mode: 'link'; url: string; forge: string }
  | {
      mode: 'giscus';
      url: string;
      forge: string;
      threadKey: string;
      repository: string;
      language: string;
      comments: Extract<Site['comments'], { mode: 'giscus' }>;
    };

export function joiningOf(site: Site, post: Post, thread: Thread | undefined): Joining {
  const { forge, comments, language } = site;
  if (forge === undefined || comments.mode === 'off' || !post.comments) return { mode: 'off' };
  const url = thread?.url ?? discussionsUrl(forge);
  const name = forgeNames[forge.kind];
  if (comments.mode === 'link' || forge.kind !== 'github') return { mode: 'link', url, forge: name };
  const [giscusLanguage = 'en'] = language.split('-');
  return {
    mode: 'giscus',
    url,
    forge: name,
    threadKey: threadKey(post),
    repository: forge.repository,
    language: giscusLanguage,
    comments,
  };
}

/** A discussion that stands by itself is continued where it is. */
export function joiningOfQuestion({ site }: { site: Site }, question: Thread): Joining {
  const { forge, comments } = site;
  if (forge === undefined || comments.mode === 'off') return { mode: 'off' };
  return { mode: 'link', url: question.url, forge: forgeNames[forge.kind] };
}
