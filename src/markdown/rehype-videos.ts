import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { isVideoFile } from './file-kinds.ts';
import { onlyElement, textProperty } from './hast.ts';
import { stateOf } from './state.ts';
import { eachElement } from './walk.ts';

/** A paragraph that holds only a link to a film becomes a link that a script may swap for a player, on a click. */
export function rehypeVideos() {
  return (tree: Root, file: VFile) => {
    eachElement(tree, (node) => {
      if (node.tagName !== 'p') return;
      const link = onlyElement(node);
      if (link?.tagName !== 'a') return;
      const href = textProperty(link.properties, 'href') ?? '';
      const player = playerAddress(href);
      if (player === undefined) return;
      stateOf(file).features.add('video');
      node.properties.className = ['video'];
      node.children = [h('wc-video', { dataSrc: player }, [watchLink(link, href)])];
    });
  };
}

/** What to load when a reader asks for the film behind an address; undefined when it is no film. */
export function playerAddress(href: string): string | undefined {
  if (href.startsWith('/')) return isVideoFile(href.split(/[?#]/u)[0] ?? '') ? href : undefined;
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (url.protocol !== 'https:') return undefined;
  if (isVideoFile(url.pathname)) return url.href;
  const host = url.hostname.replace(/^(?:www|m|player)\./u, '');
  const [, first = '', second = ''] = url.pathname.split('/');
  switch (host) {
    case 'youtu.be':
      return youtubePlayer(first);
    case 'youtube.com':
    case 'youtube-nocookie.com':
      return youtubePlayer(first === 'watch' ? (url.searchParams.get('v') ?? '') : second);
    case 'vimeo.com': {
      const id = first === 'video' ? second : first;
      return /^\d+$/u.test(id) ? `https://player.vimeo.com/video/${id}` : undefined;
    }
    default:
      return undefined;
  }
}

function youtubePlayer(id: string): string | undefined {
  return /^[\w-]{11}$/u.test(id) ? `https://www.youtube-nocookie.com/embed/${id}` : undefined;
}

function watchLink(link: Element, href: string): Element {
  const text = toString(link).trim();
  const what = text === '' || href.includes(text) ? 'the video' : `“${text}”`;
  const where = href.startsWith('/') ? '' : ` on ${new URL(href).hostname.replace(/^www\./u, '')}`;
  return h('a', { href }, `Watch ${what}${where}`);
}
