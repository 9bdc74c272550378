import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { isVideoFile } from './file-kinds.ts';
import { onlyElement, textProperty } from './hast.ts';
import { stateOf } from './state.ts';
import { SKIP, eachElement } from './walk.ts';

/** A paragraph that holds only a link to a film becomes a link that a script may swap for a player, on a click. */
export function rehypeVideos() {
  return (tree: Root, file: VFile) => {
    eachElement(tree, (node) => {
      if (node.tagName !== 'p') return undefined;
      const link = onlyElement(node);
      const href = link?.tagName === 'a' ? textProperty(link.properties, 'href') : undefined;
      if (link === undefined || href === undefined || !leadsToFilm(href)) return SKIP;
      stateOf(file).features.add('video');
      node.properties.className = ['video'];
      node.children = [h('wc-video', { dataSrc: href }, [watchLink(link, href)])];
      return SKIP;
    });
  };
}

function leadsToFilm(href: string): boolean {
  if (href.startsWith('/')) return isVideoFile(href.split(/[?#]/u)[0] ?? '');
  const url = URL.parse(href);
  if (url?.protocol !== 'https:') return false;
  if (isVideoFile(url.pathname)) return true;
  const [, first = '', second = ''] = url.pathname.split('/');
  switch (url.hostname.replace(/^(?:www|m|player)\./u, '')) {
    case 'youtu.be':
      return isYoutubeId(first);
    case 'youtube.com':
    case 'youtube-nocookie.com':
      return isYoutubeId(first === 'watch' ? (url.searchParams.get('v') ?? '') : second);
    case 'vimeo.com':
      return /^\d+$/u.test(first === 'video' ? second : first);
    default:
      return false;
  }
}

function isYoutubeId(id: string): boolean {
  return /^[\w-]{11}$/u.test(id);
}

function watchLink(link: Element, href: string): Element {
  const text = toString(link).trim();
  const what = text === '' || href.includes(text) ? 'the video' : `“${text}”`;
  const where = href.startsWith('/') ? '' : ` on ${new URL(href).hostname.replace(/^www\./u, '')}`;
  return h('a', { href }, `Watch ${what}${where}`);
}
