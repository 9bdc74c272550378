import { z } from 'zod';
import { unwrapped } from './field-problem.ts';
import { markdownTable } from './markdown-table.ts';

/** What an author needs to know about one field. */
export interface FieldRow {
  /** With dots for a field inside another one, such as `forge.url`. */
  name: string;
  required: boolean;
  /** Whole sentences, without the example. */
  what: string;
  example?: string;
}

/** The described fields of a schema in its own order; fields inside a field follow it. */
export function fieldRows(schema: z.ZodObject): FieldRow[] {
  return fieldsOf(schema).flatMap(([name, field]) => [
    ...rowOf(name, field),
    ...rowsInside(field).map((row) => ({ ...row, name: `${name}.${row.name}` })),
  ]);
}

interface ExampleOptions {
  /** Optional fields to show as well. */
  also?: readonly string[];
  values?: Readonly<Record<string, string | undefined>>;
}

/**
 * Frontmatter that can be copied: the required fields and the optional ones named in `also`, in the order of the schema. A
 * value comes from `values`, else from the example in the field's description, else it is an ellipsis.
 */
export function frontmatterExample(
  schema: z.ZodObject,
  { also = [], values = {} }: ExampleOptions = {},
): string {
  const lines = fieldsOf(schema)
    .flatMap(([name, field]) => rowOf(name, field))
    .filter(({ name, required }) => required || also.includes(name))
    .map(({ name, example }) => `${name}: ${yamlValue(values[name] ?? example ?? '…')}\n`);
  return `---\n${lines.join('')}---\n`;
}

/** The rows as a Markdown table, in the columns that Prettier would give it. */
export function fieldTable(rows: readonly FieldRow[]): string {
  const cells = rows.map(({ name, required, what, example }) => [
    `\`${name}\``,
    required ? 'required' : 'optional',
    what,
    example === undefined ? '' : `\`${example}\``,
  ]);
  return markdownTable(['Field', '', 'What it is', 'Example'], cells);
}

function fieldsOf(schema: z.ZodObject): [string, z.ZodType][] {
  return Object.entries<unknown>(schema.shape).flatMap(([name, field]): [string, z.ZodType][] =>
    field instanceof z.ZodType ? [[name, field]] : [],
  );
}

function rowOf(name: string, field: z.ZodType): FieldRow[] {
  const { description } = field;
  if (description === undefined) return [];
  const [, what = description, example] = /^(.*?)\s*Example: (.+)$/su.exec(description) ?? [];
  const required = !field.safeParse(undefined).success;
  return [
    { name, required, what: what + unsaidChoices(field, what), ...(example !== undefined && { example }) },
  ];
}

/** The words that a field takes, unless its description says them. */
function unsaidChoices(field: z.ZodType, what: string): string {
  const open = unwrapped(field);
  const one = open instanceof z.ZodArray ? open.element : open;
  if (!(one instanceof z.ZodEnum)) return '';
  const choices = one.options.map(String);
  return choices.every((choice) => what.includes(choice)) ? '' : ` Choices: ${choices.join(', ')}.`;
}

function rowsInside(field: z.ZodType): FieldRow[] {
  const open = unwrapped(field);
  if (open instanceof z.ZodObject) return fieldRows(open);
  if (open instanceof z.ZodArray && open.element instanceof z.ZodType) return rowsInside(open.element);
  if (!(open instanceof z.ZodDiscriminatedUnion)) return [];
  return open.options.flatMap((option) =>
    option instanceof z.ZodObject
      ? fieldRows(option).map((row) => ({ ...row, what: `${conditionOf(option)}${row.what}` }))
      : [],
  );
}

/** `With "mode: giscus". `, from the literal that tells the alternatives of a field apart. */
function conditionOf(option: z.ZodObject): string {
  return fieldsOf(option)
    .map(([name, field]) =>
      field instanceof z.ZodLiteral ? `With "${name}: ${[...field.values].join(', ')}". ` : '',
    )
    .join('');
}

const needsQuotes = /^[-?:,{}#&*!|>'"%@`\s]|: |:$| #|\s$/u;

/** A text as YAML reads it back; a list in brackets stays a list. */
function yamlValue(text: string): string {
  return needsQuotes.test(text) ? JSON.stringify(text) : text;
}
