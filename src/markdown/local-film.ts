import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { decoded, readAddress } from './address.ts';
import { isBlank, isContent, textProperty } from './hast.ts';
import { reportRefusal } from './refused.ts';
import { report, stateOf } from './state.ts';
import { eachElement } from './walk.ts';

/** The elements that a film or a sound is made of. */
export const filmElements: ReadonlySet<string> = new Set(['video', 'audio', 'source', 'track']);

/**
 * What becomes of an author's `<video>` or `<audio>`: a new element that plays files beside the body and has controls,
 * or the author's words if there is no such file. Nothing of the old element is used unseen.
 */
export function localFilm(node: Element, parent: Parents, file: VFile): ElementContent[] {
  const { tagName, properties } = node;
  // Alone, these two mean nothing.
  if (tagName === 'source' || tagName === 'track') return [];
  const { sources, tracks, words } = takenApart(node);
  const src = properties.src === undefined && sources.length > 0 ? undefined : playable(node, file);
  const playing = sources.flatMap((source) => withAddress(source, file));
  const first = src ?? playing[0]?.properties.src;
  if (typeof first !== 'string') return instead(node, words, parent);
  const subtitles = tracks.flatMap((track) => withAddress(track, file));
  const described = isNamed(node, parent) || subtitles.length > 0 || toString(words).trim() !== '';
  if (!described) reportMissingWords(node, src === undefined ? sources[0] : node, file);
  const { title, ariaLabel, loop, muted, playsInline, preload = 'metadata' } = properties;
  const kept = { title, ariaLabel, loop, muted, playsInline, preload };
  const fallback = words.children.some((child) => !isBlank(child))
    ? words.children
    : [download(tagName, first)];
  return [h(tagName, { controls: true, ...kept, src }, [...playing, ...subtitles, ...contentOf(fallback)])];
}

interface Parts {
  sources: Element[];
  tracks: Element[];
  /** What a browser shows that cannot play it. */
  words: Root;
}

function takenApart(node: Element): Parts {
  const words: Root = { type: 'root', children: structuredClone(node.children) };
  const parts: Parts = { sources: [], tracks: [], words };
  eachElement(words, (inner, index, parent) => {
    if (!filmElements.has(inner.tagName)) return undefined;
    if (inner.tagName === 'source') parts.sources.push(inner);
    if (inner.tagName === 'track') parts.tracks.push(inner);
    parent.children.splice(index, 1);
    return index;
  });
  return parts;
}

function withAddress(node: Element, file: VFile): Element[] {
  const src = playable(node, file);
  return src === undefined ? [] : [{ ...node, properties: { ...node.properties, src }, children: [] }];
}

/** The public address of the file that an element names; undefined, with a message, when it may not be played. */
function playable(node: Element, file: VFile): string | undefined {
  const src = textProperty(node.properties, 'src') ?? '';
  const address = readAddress(src);
  if (src !== '' && address?.kind === 'beside') {
    const found = stateOf(file).context.attachment(decoded(address.file));
    if (!('problem' in found)) return `${found.href}${address.tail}`;
    reportRefusal(file, node, found, 'broken-attachment');
  } else if (address?.kind === 'outward')
    report(file, node, {
      rule: 'remote-picture',
      message: `"${address.url}" lies on another site. A page of this blog asks no other site for anything.`,
      mend: 'Save the file next to the post and write its name, such as ./film.webm, or link to it: [What it shows](https://…).',
    });
  else
    report(file, node, {
      rule: 'broken-attachment',
      message:
        src === '' ? `This <${node.tagName}> names no file.` : `"${src}" is not a file beside the post.`,
      mend: 'Put the file next to the post and write its name, such as ./film.webm.',
    });
  return undefined;
}

/** The author's words, or a link to what may not be played here. */
function instead(node: Element, words: Root, parent: Parents): ElementContent[] {
  if (toString(words).trim() !== '') return contentOf(words.children);
  const { title, ariaLabel } = node.properties;
  const label = textProperty({ label: title ?? ariaLabel }, 'label') ?? '';
  const address = readAddress(textProperty(node.properties, 'src') ?? '');
  const linked = parent.type === 'element' && parent.tagName === 'a';
  if (address?.kind === 'outward' && !linked)
    return [h('a', { href: address.url }, label === '' ? address.url : label)];
  return label === '' ? [] : [{ type: 'text', value: label }];
}

function isNamed({ properties }: Element, parent: Parents): boolean {
  const named = [properties['title'], properties['ariaLabel']].some(
    (words) => typeof words === 'string' && words.trim() !== '',
  );
  return named || parent.children.some((child) => child.type === 'element' && child.tagName === 'figcaption');
}

function reportMissingWords(node: Element, named: Element | undefined, file: VFile): void {
  const name = textProperty(named?.properties ?? {}, 'src') ?? '';
  const [verb, sense] = node.tagName === 'video' ? ['shows', 'see'] : ['plays', 'hear'];
  report(file, node, {
    rule: 'missing-alt',
    message: `"${name}" has no words for people who cannot ${sense} it.`,
    mend: `Say what it ${verb} in a title, such as <${node.tagName} title="…">, or between the tags.`,
  });
}

function download(tagName: string, href: string): Element {
  return h('a', { href }, tagName === 'video' ? 'Watch the video' : 'Listen to the recording');
}

function contentOf(children: Root['children']): ElementContent[] {
  return children.filter(isContent);
}
