import { stringify } from 'yaml';
import { authorSchema } from '../model/author.ts';
import { fieldRows } from '../model/field-reference.ts';
import { handInHeadings, handInLabel, type HandInField } from '../model/hand-in.ts';
import { kindLabels, kinds, postFrontmatterSchema } from '../model/post.ts';
import { invitation } from '../model/post-template.ts';
import type { SourceContent } from '../source/read-content.ts';

interface Choices {
  topics: readonly string[];
  groups: readonly string[];
}

/** The topics and the open groups of a blog, by their names. */
export function choicesIn({ tags, groups }: Pick<SourceContent, 'tags' | 'groups'>): Choices {
  const { compare } = new Intl.Collator('en');
  const open = groups.filter(({ data }) => data.access === 'open');
  return {
    topics: tags.data.tags.map(({ label }) => label).sort(compare),
    groups: open.map(({ data }) => data.name).sort(compare),
  };
}

type Element = Record<string, unknown>;

/** How a form begins that nobody changed by hand. */
export const formHead =
  '# Made by "npm run reference" from the fields of a post, the topics and the groups. Do not edit it by hand.\n';
// The forge reads it with YAML 1.1, to which more is no text.
const style = { version: '1.1', lineWidth: 0, singleQuote: true } as const;

/** The issue form by which somebody hands in a post, as its file. */
export function handInForm({ topics, groups }: Choices): string {
  const what = describer(fieldRows(postFrontmatterSchema));
  const about = describer(fieldRows(authorSchema));
  const body: Element[] = [
    { type: 'markdown', attributes: { value: introduction } },
    dropdown('kind', kindOptions(), { default: 0 }),
    dropdown('topics', topics, { multiple: true, description: 'One to eight. Choose what comes nearest.' }),
    ...(groups.length > 0
      ? [dropdown('group', groups, { description: 'If it belongs to one.', required: false })]
      : []),
    input('excerpt', what('excerpt')),
    input('link', 'It begins with https://'),
    input('to', 'Their names, with commas between them.'),
    input('expires', 'As year-month-day. Without it, two weeks from today.', '2026-12-24'),
    input('name', about('name')),
    input('role', about('role')),
    {
      type: 'checkboxes',
      id: 'promise' satisfies HandInField,
      attributes: { label: handInHeadings.promise, options: [{ label: promise, required: true }] },
    },
    {
      type: 'textarea',
      id: 'text' satisfies HandInField,
      attributes: {
        label: handInHeadings.text,
        description: 'Plain text, or Markdown. Pictures come later.',
      },
      validations: { required: true },
    },
  ];
  const form = {
    name: 'Write a post',
    description: 'Hand in the words of a post. A machine makes the rest.',
    labels: [handInLabel],
    body,
  };
  return formHead + stringify(form, style);
}

/** What the forge offers beside the form: nothing else is an issue without a form. */
export function formChooser(writeUrl: string): string {
  const link = {
    name: 'Other ways to write',
    url: writeUrl,
    about: 'In your browser, or on your own machine.',
  };
  return stringify({ blank_issues_enabled: true, contact_links: [link] }, style);
}

const introduction =
  'The title above becomes the title of your post. Within minutes a machine answers under this issue: either with your proposal, which a colleague reads next, or with what is missing. Whoever can see this repository can read what you write here.\n';
const promise =
  'It holds no secrets, no customers and nobody’s personal data, and whoever I mention by name knows.';

function kindOptions(): string[] {
  return kinds.map((kind) => `${kindLabels[kind]}: ${invitation(kind).purpose}`);
}

function dropdown(
  field: HandInField,
  options: readonly string[],
  { required = true, ...more }: { required?: boolean } & Element = {},
): Element {
  const attributes = { label: handInHeadings[field], ...more, options };
  return { type: 'dropdown', id: field, attributes, ...(required && { validations: { required } }) };
}

function input(field: HandInField, description: string, placeholder?: string): Element {
  const attributes = {
    label: handInHeadings[field],
    description,
    ...(placeholder !== undefined && { placeholder }),
  };
  return { type: 'input', id: field, attributes };
}

function describer(rows: ReturnType<typeof fieldRows>): (field: string) => string {
  return (field) => {
    const row = rows.find(({ name }) => name === field);
    return row === undefined
      ? ''
      : [row.what, row.example && `Example: ${row.example}`].filter(Boolean).join(' ');
  };
}
