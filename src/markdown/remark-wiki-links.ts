import { slug } from 'github-slugger';
import type { Link, Nodes, Parents, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import type { Resolved } from './context.ts';
import { invisibleLink } from './invisible-link.ts';
import { report, stateOf } from './state.ts';
import { nearestNames } from './suggestion.ts';
import type { WikiLink } from './wiki-link-syntax.ts';

/**
 * Turns `[[slug]]`, `[[slug|text]]`, `[[Exact title]]` and `[[slug#heading]]` into links. What this build does not
 * have becomes plain text: the author's words, never the title of the hidden page.
 */
export function remarkWikiLinks() {
  return (tree: Root, file: VFile) => {
    if (!String(file).includes('[[')) return;
    // A link cannot stand in a link.
    eachWikiLink(tree, false, (node, inLink) => (inLink ? plain(node) : resolved(node, file)));
  };
}

/** Replaces every wiki link below a node, and says whether it stands in another link. */
function eachWikiLink(
  parent: Parents,
  inLink: boolean,
  replace: (node: WikiLink, inLink: boolean) => Link | Text,
): void {
  const children: Nodes[] = parent.children;
  for (const [index, child] of children.entries()) {
    const isLink = child.type === 'link' || child.type === 'linkReference';
    if (child.type === 'wikiLink') children[index] = replace(child, inLink);
    else if ('children' in child) eachWikiLink(child, inLink || isLink, replace);
  }
}

interface Written {
  /** Everything before the bar. */
  whole: string;
  /** The whole, up to the first number sign. */
  target: string;
  heading: string;
  label: string | undefined;
}

function read(value: string): Written {
  const [first = '', ...words] = value.replace(/\\(?=[|\\])/gu, '').split('|');
  const label = words.join('|').trim();
  const whole = first.trim();
  const hash = whole.indexOf('#');
  return {
    whole,
    target: (hash === -1 ? whole : whole.slice(0, hash)).trim(),
    heading: hash === -1 ? '' : whole.slice(hash + 1).trim(),
    label: label === '' ? undefined : label,
  };
}

function resolved(node: WikiLink, file: VFile): Link | Text {
  const { context, wikiPages } = stateOf(file);
  const { whole, target, heading, label } = read(node.value);
  if (target === '') return link(node, `#${slug(heading)}`, label ?? heading);
  // A title may hold a number sign: the whole name is tried before it is taken apart.
  const exact = heading === '' ? undefined : context.wikiTarget(whole);
  const fragment = heading === '' || exact !== undefined ? '' : `#${slug(heading)}`;
  const page: Resolved | undefined = exact ?? context.wikiTarget(target);
  if (page === undefined) {
    report(file, node, {
      rule: 'broken-link',
      message: `No post has the slug or the title "${target}".${nearestNames(context.suggestions(target))}`,
      mend: 'Correct the name between the brackets, or take the brackets away.',
    });
    return plain(node);
  }
  if (page.state === 'invisible') report(file, node, invisibleLink(target));
  if (page.state !== 'visible') return plain(node);
  wikiPages.set(page.permalink, page);
  return link(node, `${page.permalink}${fragment}`, label ?? page.title);
}

function link(node: WikiLink, url: string, label: string): Link {
  return { type: 'link', url, children: [text(node, label)], ...placeOf(node) };
}

function plain(node: WikiLink): Text {
  const { whole, target, heading, label } = read(node.value);
  return text(node, label ?? (target === '' ? heading : whole));
}

function text(node: WikiLink, value: string): Text {
  return { type: 'text', value, ...placeOf(node) };
}

function placeOf(node: WikiLink) {
  return node.position === undefined ? {} : { position: node.position };
}
