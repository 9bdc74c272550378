import { authorSchema } from './author.ts';
import { editorFields, type EditorField, type Relations } from './editor-fields.ts';
import { groupFrontmatterSchema } from './group.ts';
import { pageFrontmatterSchema } from './page.ts';
import { pathFrontmatterSchema } from './path.ts';
import { postFrontmatterSchema } from './post.ts';
import { slugPattern } from './slug.ts';
import { taxonomySchema } from './tag.ts';

/** The collections of the editor that hold posts: those in folders of their own, where pictures have room, and the others. */
export const folderPosts = 'posts';
export const plainPosts = 'posts-in-one-file';

const authors = {
  widget: 'relation',
  collection: 'authors',
  value_field: '{{slug}}',
  display_fields: ['name'],
  search_fields: ['name'],
};
const groups = { ...authors, collection: 'groups' };
const tags = {
  widget: 'relation',
  collection: 'settings',
  file: 'tags',
  value_field: 'tags.*.slug',
  display_fields: ['tags.*.label'],
  search_fields: ['tags.*.label', 'tags.*.slug'],
};

// Posts are in two collections, and a field can choose from one only: they are named by hand.
const relations: Relations = {
  authors,
  owner: authors,
  to: authors,
  stewards: authors,
  members: authors,
  trainer: authors,
  group: groups,
  tags,
  cover: { widget: 'image', accept: 'image/*', choose_url: false },
  picture: { widget: 'image', accept: 'image/*', choose_url: false },
};

const body: EditorField = {
  name: 'body',
  label: 'Text',
  widget: 'richtext',
  required: true,
  // As it is written stands first: the other way would spell some of it anew.
  modes: ['raw', 'rich_text'],
  // The title is the only heading of the first level.
  buttons: [
    ...['bold', 'italic', 'strikethrough', 'code', 'link', 'quote', 'bulleted-list', 'numbered-list'],
    ...['heading-two', 'heading-three', 'heading-four'],
  ],
  hint: 'In Markdown. Press the button at the end of the bar to write as in a word processor, with pictures; what you have written so far stays, though some of its signs may become others that mean the same. Say in the Alt Text of each picture what it shows.',
};

/** What a form says otherwise than a file does: it names things as the pages do, and can add an author who is new. */
const inForms: Readonly<Record<string, Partial<EditorField>>> = {
  authors: {
    hint: 'Who wrote it. If you are not here yet, choose Add Author, once: your entry comes with this post and is reviewed with it. Until it is published, you stand here by the name of its file.',
  },
  tags: { label: 'Topics' },
  coverAlt: { label: 'Words for the cover' },
  to: { label: 'Thanks to' },
  draft: {
    label: 'Keep it hidden',
    hint: 'It stays out of the published blog, also when it is accepted. Leave it off, unless somebody is to finish it later.',
  },
  reviewed: {
    hint: 'The day on which somebody last made sure that it is still true. A time in “Review by” counts from it.',
  },
  lang: { label: 'Language' },
};

/** The collections of the editor, each with its form, made from the schemas. */
export function collections(): object[] {
  const postFields = postForm();
  return [
    {
      ...markdown('posts', 'Posts', 'Post', postFields),
      name: folderPosts,
      description: 'New posts begin here. Drafts stand above what is published.',
      path: '{{slug}}/index',
      summary: '{{title}}',
      slug: slugOf('{{title}}'),
      sortable_fields: { fields: ['date', 'title'], default: { field: 'date', direction: 'descending' } },
    },
    {
      ...markdown('posts', 'Posts in one file', 'Post', postFields),
      name: plainPosts,
      description:
        'Posts that are one file. Their pictures would lie among all others: begin a new post under Posts.',
      create: false,
      summary: '{{title}}',
      sortable_fields: { fields: ['date', 'title'], default: { field: 'date', direction: 'descending' } },
    },
    {
      ...entries('authors', 'Authors', 'Author', editorFields(authorSchema, { relations })),
      extension: 'yml',
      format: 'yaml',
      identifier_field: 'name',
      slug: slugOf('{{name}}'),
    },
    {
      ...markdown('groups', 'Groups', 'Group', [
        ...editorFields(groupFrontmatterSchema, { relations, leaveOut: ['allow'] }),
        { ...body, required: false },
      ]),
      identifier_field: 'name',
      slug: slugOf('{{name}}'),
    },
    {
      ...markdown('paths', 'Learning paths', 'Learning path', [
        ...editorFields(pathFrontmatterSchema, { relations, leaveOut: ['allow'] }),
        { ...body, required: false },
      ]),
      slug: slugOf('{{title}}'),
    },
    {
      ...markdown('pages', 'Pages', 'Page', [
        ...editorFields(pageFrontmatterSchema, { relations, leaveOut: ['allow'] }),
        body,
      ]),
      slug: slugOf('{{title}}'),
    },
    {
      name: 'settings',
      label: 'Topics',
      publish: false,
      files: [
        {
          name: 'tags',
          label: 'Topics',
          file: 'content/tags.yml',
          format: 'yaml',
          fields: editorFields(taxonomySchema, { relations }),
        },
      ],
    },
  ];
}

/** What every post has comes first, then its text, then what its kind may need, then what only some have. */
function postForm(): EditorField[] {
  // A rename and an exception from a rule are matters of their own; see the commands.
  const fields = editorFields(postFrontmatterSchema, { relations, leaveOut: ['formerly', 'allow'] }).map(
    (field) => ({ ...field, ...inForms[field.name] }),
  );
  const isForAll = ({ name, required }: EditorField) => required || name === 'kind';
  // Some kinds need these.
  const isForKind = ({ name }: EditorField) => ['link', 'to', 'expires'].includes(name);
  const others = fields.filter((field) => !isForAll(field));
  return [
    ...fields.filter(isForAll).map(withToday),
    body,
    ...others.filter(isForKind),
    ...others.filter((field) => !isForKind(field)),
  ];
}

/** Entries of one folder. Whoever removes one leaves its address empty, so that is left to those who see to redirects; nobody publishes here. */
function entries(folder: string, label: string, one: string, fields: readonly EditorField[]): object {
  return {
    name: folder,
    label,
    label_singular: one,
    folder: `content/${folder}`,
    create: true,
    delete: false,
    publish: false,
    media_folder: '',
    public_folder: '',
    fields,
  };
}

function markdown(folder: string, label: string, one: string, fields: readonly EditorField[]): object {
  return { ...entries(folder, label, one, fields), extension: 'md', format: 'yaml-frontmatter' };
}

function slugOf(template: string): object {
  return {
    template,
    editable: ['create'],
    pattern: [
      slugPattern.source,
      'Only lower-case letters a–z, digits and single hyphens, such as names-that-sort.',
    ],
    hint: 'It becomes the address. Nothing else here may have the same.',
  };
}

/** A post that is begun is dated today. */
function withToday(field: EditorField): EditorField {
  return field.name === 'date' ? { ...field, default: '{{now}}' } : field;
}
