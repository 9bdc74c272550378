import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { readAddress, slugOfRelative, type Address } from './address.ts';
import type { Resolved } from './context.ts';
import { isPictureFile } from './file-kinds.ts';
import { invisibleLink } from './invisible-link.ts';
import { leadingOut, reportRefusal } from './refused.ts';
import { report, startOf, stateOf } from './state.ts';
import { nearestNames } from './suggestion.ts';
import { vagueLinkText } from './vague-link-text.ts';
import { eachElement } from './walk.ts';

/**
 * Gives every link its final address. Links to pages that this build does not have lose the link and keep their
 * words. Links within the page are left to `rehypeParts`, which runs when all ids are known.
 */
export function rehypeLinks() {
  return (tree: Root, file: VFile) => {
    eachElement(tree, (node, index, parent) => {
      if (node.tagName !== 'a') return undefined;
      const href = node.properties.href === '' ? undefined : node.properties.href;
      const target = typeof href === 'string' ? finalAddress(href, node, file) : undefined;
      if (target !== undefined) {
        node.properties.href = target;
        const vague = vagueLinkText(node);
        if (vague !== undefined) report(file, node, vague);
        return undefined;
      }
      if (href === undefined) {
        // An anchor that is only the target of links has no address, and needs none.
        if (node.properties.id !== undefined) {
          node.tagName = 'span';
          return undefined;
        }
        // It is empty, or the sanitiser has taken it away.
        report(file, node, {
          rule: 'broken-link',
          message: 'This link has no address that may be opened from a post.',
          mend: 'Links start with https://, http://, mailto: or tel:, or lead to a page of this blog.',
        });
      }
      parent.children.splice(index, 1, ...node.children);
      return index;
    });
  };
}

function finalAddress(href: string, node: Element, file: VFile): string | undefined {
  const address = readAddress(href);
  if (address === undefined) {
    report(file, node, {
      rule: 'broken-link',
      message: `"${href}" is not an address that a browser can open.`,
      mend: 'Write it with https:// in front, or as a path of this blog that starts with a slash.',
    });
    return undefined;
  }
  switch (address.kind) {
    case 'outward':
      return /^[a-z]+:/iu.test(href) ? href : address.url;
    case 'part':
      return href;
    case 'page':
      return pageAddress(address, node, file);
    case 'beside':
      return besideAddress(address, node, file);
  }
}

type Internal = Extract<Address, { kind: 'page' | 'beside' }>;

function pageAddress(address: Internal & { kind: 'page' }, node: Element, file: VFile): string | undefined {
  const { context, wikiPages } = stateOf(file);
  const page = wikiPages.get(address.path) ?? context.address(address.path);
  return arrive(page, address, node, file, {
    message: `No page has the address "${address.path}".`,
    name: address.path.split('/').findLast((part) => part !== '') ?? '',
  });
}

function besideAddress(
  address: Internal & { kind: 'beside' },
  node: Element,
  file: VFile,
): string | undefined {
  const { context } = stateOf(file);
  const slug = slugOfRelative(address.file);
  if (slug !== undefined) {
    const page = context.address(`/posts/${slug}/`) ?? context.wikiTarget(slug);
    const outside = page === undefined ? leadingOut(context.attachment(address.file)) : undefined;
    if (outside === undefined)
      return arrive(page, address, node, file, { message: `No post has the slug "${slug}".`, name: slug });
    report(file, node, outside);
    return undefined;
  }
  const found = isPictureFile(address.file)
    ? context.picture(address.file)
    : context.attachment(address.file);
  if ('problem' in found) {
    reportRefusal(file, node, found, 'broken-attachment');
    return undefined;
  }
  return `${'href' in found ? found.href : found.src}${address.tail}`;
}

function arrive(
  page: Resolved | undefined,
  { tail, fragment }: Internal,
  node: Element,
  file: VFile,
  broken: { message: string; name: string },
): string | undefined {
  const { context, mentions, fragments } = stateOf(file);
  if (page === undefined) {
    report(file, node, {
      rule: 'broken-link',
      message: `${broken.message}${nearestNames(context.suggestions(broken.name))}`,
      mend: 'Correct the address, or take the link away.',
    });
    return undefined;
  }
  if (page.state === 'invisible') report(file, node, invisibleLink(broken.name));
  if (page.state !== 'visible') return undefined;
  if (page.post !== undefined) mentions.add(page.post);
  if (fragment !== '') fragments.push({ path: page.permalink, fragment, ...startOf(node) });
  return `${page.permalink}${tail}`;
}
