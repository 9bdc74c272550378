import type { Catalogue } from '../model/catalogue.ts';
import { fieldRows, frontmatterExample } from '../model/field-reference.ts';
import { pagePermalink, type Permalink } from '../model/permalink.ts';
import { postFrontmatterSchema } from '../model/post.ts';
import { writeDoors } from './write-doors.ts';
import { codeBlock, markdownSamples } from './write-samples.ts';
import { teachingSections } from './write-teaching.ts';

/** Everything that the page for new authors shows. Code comes as HTML. */
export function writePage(catalogue: Catalogue) {
  const { site, pages, posts, view } = catalogue;
  const page = (name: string) => pages.find(({ slug }) => slug === name);
  // The newest post names people and topics that exist here; the examples of the schema may not.
  const [newest] = posts;
  const values = {
    date: view.day,
    authors: newest && `[${newest.authors.join(', ')}]`,
    tags: newest && `[${newest.tags.slice(0, 2).join(', ')}]`,
    excerpt: 'Three rules for file names, and the one I broke.',
    kind: 'how-to',
  };
  const example = frontmatterExample(postFrontmatterSchema, {
    also: ['excerpt', 'kind', 'reviewBy'],
    values,
  });
  return {
    forge: site.forge && writeDoors(site.forge, catalogue),
    example: codeBlock('frontmatter', `${example}\nHere the text begins.\n`, 'yaml', 'names-that-sort.md'),
    fields: fieldRows(postFrontmatterSchema),
    samples: markdownSamples(catalogue),
    teaching: teachingSections(),
    policy: link(page('policy')),
    help: link(page('help')),
  };
}

function link(
  page: Catalogue['pages'][number] | undefined,
): { title: string; permalink: Permalink } | undefined {
  return page && { title: page.title, permalink: pagePermalink(page.slug) };
}
