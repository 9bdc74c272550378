import { authorSchema } from '../model/author.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Day } from '../model/day.ts';
import { fieldRows, fieldsExample, frontmatterExample } from '../model/field-reference.ts';
import { cloneUrl, forgeNames, newFileUrl, takesContent } from '../model/forge.ts';
import { pagePermalink, type Permalink } from '../model/permalink.ts';
import { kinds, postFrontmatterSchema } from '../model/post.ts';
import { invitation, postTemplate, templatePath } from '../model/post-template.ts';
import type { Forge } from '../model/site.ts';
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
    forge: site.forge && onForge(site.forge, catalogue),
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

function onForge(forge: Forge, { view }: Pick<Catalogue, 'view'>) {
  const folder = forge.repository.split('/').at(-1) ?? '';
  return {
    kind: forge.kind,
    name: forgeNames[forge.kind],
    request: forge.kind === 'gitlab' ? 'merge request' : 'pull request',
    takesContent: takesContent(forge),
    starts: startsOn(forge, view.day),
    newAuthor: newFileUrl(forge, 'authors/your-name.yml', authorTemplate()),
    commands: {
      fetch: terminal('fetch', `git clone ${cloneUrl(forge)}\ncd ${folder}\ngit switch -c names-that-sort\n`),
      show: terminal('show', 'npm run dev\n'),
      check: terminal('check', 'npm run check\n'),
      send: terminal(
        'send',
        'git add content\ngit commit -m "Say how to name files so that they sort"\ngit push -u origin HEAD\n',
      ),
    },
  };
}

/** A link for each kind of post; a single one where the form starts empty whatever the kind. */
function startsOn(forge: Forge, day: Day) {
  const link = (content: string) => newFileUrl(forge, templatePath, content);
  if (!takesContent(forge))
    return [{ start: 'Start a post', purpose: 'The form starts empty.', url: link('') }];
  return kinds.map((kind) => ({ ...invitation(kind), url: link(postTemplate(kind, day)) }));
}

const terminal = (name: string, commands: string) => codeBlock(name, commands, 'sh', 'In a terminal');

function authorTemplate(): string {
  return fieldsExample(authorSchema, { values: { name: 'Your name', role: 'What you do, and where' } });
}
