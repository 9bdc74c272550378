import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { decoded, readAddress } from './address.ts';
import { isVideoFile } from './file-kinds.ts';
import { onlyElement, textProperty } from './hast.ts';
import { filmElements, localFilm } from './local-film.ts';
import { reportRefusal } from './refused.ts';
import { report, stateOf, type Finding } from './state.ts';
import { uselessAlt } from './useless-alt.ts';
import { SKIP, eachElement } from './walk.ts';

// How wide a picture is drawn: the column on a wide screen, else the whole screen.
const pictureSizes = '(min-width: 64rem) 42rem, 100vw';

/** Shows the pictures and films that lie beside a body. One that stands alone becomes a figure, captioned by its title. */
export function rehypePictures() {
  return (tree: Root, file: VFile) => {
    eachElement(tree, (node, index, parent) => {
      const picture = node.tagName === 'p' ? lonePicture(node) : undefined;
      if (picture !== undefined) {
        parent.children[index] = standing(node, picture, file);
        return SKIP;
      }
      if (filmElements.has(node.tagName)) {
        const film = localFilm(node, parent, file);
        parent.children.splice(index, 1, ...film);
        return index + film.length;
      }
      if (node.tagName !== 'img') return undefined;
      const linked = parent.type === 'element' && parent.tagName === 'a';
      parent.children[index] = shown(node, { linked, alone: false }, file);
      return SKIP;
    });
  };
}

/** The picture of a paragraph that holds nothing else, be it a link or not. */
function lonePicture(paragraph: Element): Element | undefined {
  const only = onlyElement(paragraph);
  if (only?.tagName === 'img') return only;
  const linked = only?.tagName === 'a' ? onlyElement(only) : undefined;
  return linked?.tagName === 'img' ? linked : undefined;
}

function standing(paragraph: Element, picture: Element, file: VFile): Element {
  const link = onlyElement(paragraph);
  const linked = link !== undefined && link !== picture;
  const title = textProperty(picture.properties, 'title');
  const alt = textProperty(picture.properties, 'alt') ?? '';
  const content = shown(picture, { linked, alone: true }, file);
  const body: ElementContent = linked ? { ...link, children: [content] } : content;
  if (content.type !== 'element' || content.tagName === 'a') return { ...paragraph, children: [body] };
  const caption = content.tagName === 'video' ? (title ?? alt) : title;
  return h('figure', [body, ...(caption === undefined || caption === '' ? [] : [h('figcaption', caption)])]);
}

interface Surroundings {
  /** In a link already, so that no other link may be made. */
  linked: boolean;
  /** The only thing in its paragraph. */
  alone: boolean;
}

function shown(node: Element, { linked, alone }: Surroundings, file: VFile): ElementContent {
  const { context, pictures } = stateOf(file);
  const alt = (textProperty(node.properties, 'alt') ?? '').trim();
  const src = textProperty(node.properties, 'src') ?? '';
  const address = readAddress(src);
  if (address?.kind === 'outward') return remote(node, { url: address.url, alt, linked }, file);
  if (src === '' || address?.kind !== 'beside') {
    report(file, node, {
      rule: 'broken-picture',
      message:
        src === ''
          ? 'This picture names no file beside the post.'
          : `"${src}" is not a file beside the post.`,
      mend: 'Put the picture next to the post and write its name, such as ./pump.webp.',
    });
    return words(alt);
  }
  const name = decoded(address.file);
  if (isVideoFile(name)) return film(node, { name, alt, linked, alone }, file);
  judgeAlt(node, { alt, name }, file);
  const picture = context.picture(name);
  if ('problem' in picture) {
    reportRefusal(file, node, picture, 'broken-picture');
    return words(alt);
  }
  pictures.add(picture.src);
  const title = alone ? undefined : textProperty(node.properties, 'title');
  return h('img', {
    ...{ src: picture.src, srcset: picture.srcset, sizes: pictureSizes },
    ...{ width: picture.width, height: picture.height, alt, loading: 'lazy', decoding: 'async' },
    ...(title !== undefined && { title }),
  });
}

function film(
  node: Element,
  { name, alt, linked, alone }: Surroundings & { name: string; alt: string },
  file: VFile,
): ElementContent {
  judgeAlt(node, { alt, name }, file);
  const found = stateOf(file).context.attachment(name);
  if ('problem' in found) {
    reportRefusal(file, node, found, 'broken-picture');
    return words(alt);
  }
  const { href } = found;
  const link = h('a', { href }, alt === '' ? 'Watch the video' : alt);
  if (linked) return words(alt);
  return alone
    ? h('video', { controls: true, preload: 'metadata', src: href, ariaLabel: alt }, [link])
    : link;
}

function remote(
  node: Element,
  { url, alt, linked }: { url: string; alt: string; linked: boolean },
  file: VFile,
): ElementContent {
  const { context, isRemark } = stateOf(file);
  const { protocol, host } = new URL(url);
  if (isRemark && protocol === 'https:' && context.pictureHost(host))
    return h('img', { src: url, alt, loading: 'lazy', decoding: 'async', referrerPolicy: 'no-referrer' });
  if (isRemark) {
    // The forge calls what is pasted "image".
    const what = alt === '' || uselessAlt(alt, url) !== undefined ? `Picture on ${host}` : `Picture: ${alt}`;
    return linked ? words(what) : h('a', { href: url }, what);
  }
  report(file, node, {
    rule: 'remote-picture',
    message: `The picture "${url}" lies on another site. A page of this blog asks no other site for anything.`,
    mend: 'Save the picture next to the post and write its name, such as ./pump.webp.',
  });
  return linked ? words(alt) : h('a', { href: url }, alt === '' ? url : alt);
}

function judgeAlt(node: Element, { alt, name }: { alt: string; name: string }, file: VFile): void {
  const finding: Finding | undefined =
    alt === ''
      ? {
          rule: 'missing-alt',
          message: `"${name}" has no words for people who cannot see it.`,
          mend: 'Write between the square brackets what it shows, as you would say it on the telephone.',
        }
      : uselessAlt(alt, name);
  if (finding !== undefined) report(file, node, finding);
}

function words(alt: string): ElementContent {
  return { type: 'text', value: alt };
}
