import { authorFile } from '../model/author-file.ts';
import { roleToFill } from '../model/author.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Day } from '../model/day.ts';
import {
  cloneUrl,
  forgeNames,
  hasEditor,
  issueFormUrl,
  newFileUrl,
  requestName,
  takesContent,
} from '../model/forge.ts';
import { handInTemplate } from '../model/hand-in.ts';
import { kindLabels, kinds } from '../model/post.ts';
import { beginning, invitation, postTemplate, templatePath } from '../model/post-template.ts';
import type { Forge } from '../model/site.ts';
import { codeBlock } from './write-samples.ts';

type Blog = Pick<Catalogue, 'view' | 'tags' | 'groups' | 'authors'>;

/** The ways to a first post, as the page for new authors shows them. Code comes as HTML. */
export function writeDoors(forge: Forge, blog: Blog) {
  const name = forgeNames[forge.kind];
  const request = requestName(forge.kind);
  const issueForm = issueFormUrl(forge, handInTemplate);
  return {
    name,
    request,
    kind: forge.kind,
    takesContent: takesContent(forge),
    starts: startsOn(forge, blog.view.day),
    newAuthor: authorUrl(forge),
    issueForm,
    form: { forge, forgeName: name, request, ...formOptions(blog) },
    commands: commandsFor(forge),
    doors: [
      ...(hasEditor(forge)
        ? [
            {
              id: 'editor',
              name: 'In an editor, in your browser',
              who: 'For posts with pictures, and for whoever writes more than one.',
              needs: `You need an account on ${name} that may write to the blog, and a token once.`,
            },
          ]
        : []),
      {
        id: 'browser',
        name: `With a small form, on ${name}`,
        who: `For a first post. The form here makes the file, and you write on ${name}.`,
        needs: `You need an account on ${name}.`,
      },
      ...(issueForm === undefined
        ? []
        : [
            {
              id: 'words',
              name: 'Send only the words',
              who: 'For people who have never seen a pull request and need not start today.',
              needs: `You need an account on ${name}. A machine does the rest.`,
            },
          ]),
      {
        id: 'machine',
        name: 'Write on your own machine',
        who: 'For long posts and many pictures, with the page beside you.',
        needs: `You need git, Node 20 or later, and an account on ${name} that may write to the blog.`,
      },
    ],
  };
}

function formOptions({ view, tags, groups, authors }: Blog) {
  return {
    kinds: kinds.map((kind) => ({
      kind,
      label: kindLabels[kind],
      purpose: invitation(kind).purpose,
      ...beginning(kind, view.day),
    })),
    tags: [...tags].sort((a, b) => a.label.localeCompare(b.label, 'en')),
    groups: groups.filter(({ access }) => access === 'open'),
    people: authors.filter(({ left }) => left === undefined),
  };
}

/** A link for each kind of post; a single one where the form starts empty whatever the kind. */
function startsOn(forge: Forge, day: Day) {
  const link = (content: string) => newFileUrl(forge, templatePath, content);
  if (!takesContent(forge))
    return [{ start: 'Start a post', purpose: 'The form starts empty.', url: link('') }];
  return kinds.map((kind) => ({ ...invitation(kind), url: link(postTemplate(kind, day)) }));
}

function authorUrl(forge: Forge): string {
  const { path, text } = authorFile('your-name', { name: 'Your name', role: roleToFill });
  return newFileUrl(forge, path, text);
}

function commandsFor(forge: Forge) {
  const folder = forge.repository.split('/').at(-1) ?? '';
  const terminal = (name: string, commands: string) => codeBlock(name, commands, 'sh', 'In a terminal');
  return {
    fetch: terminal('fetch', `git clone ${cloneUrl(forge)}\ncd ${folder}\ngit switch -c names-that-sort\n`),
    begin: terminal('begin', 'npm run new\n'),
    show: terminal('show', 'npm run dev\n'),
    check: terminal('check', 'npm run check\n'),
    send: terminal(
      'send',
      'git add content\ngit commit -m "Say how to name files so that they sort"\ngit push -u origin HEAD\n',
    ),
  };
}
