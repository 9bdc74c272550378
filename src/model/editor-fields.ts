import { z } from 'zod';
import { fieldRows, type FieldRow } from './field-reference.ts';

/** One field of a form, as the editor in the browser is told of it. */
export interface EditorField extends Widget {
  name: string;
  label: string;
  required: boolean;
  hint?: string;
}

/** Where the values of fields come from that name other entries, by the names of the fields. */
export type Relations = Readonly<Record<string, Widget>>;

/** What a field is edited with, and the options of that. */
export interface Widget {
  widget: string;
  [option: string]: unknown;
}

/** A schema as data: the part of JSON Schema that content needs. */
interface Shape {
  type?: string | undefined;
  enum?: string[] | undefined;
  format?: string | undefined;
  pattern?: string | undefined;
  maxLength?: number | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  minimum?: number | undefined;
  items?: Shape | undefined;
  properties?: Record<string, Shape> | undefined;
  required?: string[] | undefined;
  anyOf?: Shape[] | undefined;
  default?: unknown;
}

const shapeSchema: z.ZodType<Shape> = z.object({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  minimum: z.number().optional(),
  get items() {
    return shapeSchema.optional();
  },
  get properties() {
    return z.record(z.string(), shapeSchema).optional();
  },
  required: z.array(z.string()).optional(),
  get anyOf() {
    return z.array(shapeSchema).optional();
  },
  default: z.unknown().optional(),
});

/** The form for the fields of a schema, in its own order, without those of `leaveOut`. What the form does not show stays in the file. */
export function editorFields(
  schema: z.ZodObject,
  { relations, leaveOut = [] }: { relations: Relations; leaveOut?: readonly string[] },
): EditorField[] {
  const shape = shapeSchema.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  const rows = new Map(fieldRows(schema).map((row) => [row.name, row]));
  return fieldsOf(shape, '', relations, rows).filter(({ name }) => !leaveOut.includes(name));
}

function fieldsOf(
  { properties = {}, required = [] }: Shape,
  within: string,
  relations: Relations,
  rows: ReadonlyMap<string, FieldRow>,
): EditorField[] {
  return Object.entries(properties).map(([name, shape]) => {
    const row = rows.get(within + name);
    const widget = widgetOf(name, shape, relations);
    return {
      name,
      label: labelOf(name),
      required: required.includes(name),
      ...(row !== undefined && { hint: hintOf(row, widget) }),
      ...widget,
      ...(shape.items?.properties !== undefined && {
        fields: fieldsOf(shape.items, `${within}${name}.`, relations, rows),
      }),
    };
  });
}

/** What an author is told beside a field. How it is written in a file is no matter where it is chosen. */
function hintOf({ what, example }: FieldRow, { widget }: Widget): string {
  if (widget === 'boolean') return sentence(what.replace(/^true /u, ''));
  if (['relation', 'select', 'image', 'datetime'].includes(widget)) {
    return what
      .replace(/: (?:a )?file names? from [^.]+, without \.\w+\.$/u, '.')
      .replace(/ from content\/[^ ]+\.yml\.$/u, '.');
  }
  return example === undefined ? what : `${what} Example: ${listed(example, widget)}`;
}

/** `[a, b]` as it is typed into a field for a list. */
function listed(example: string, widget: string): string {
  return widget === 'list' ? example.replace(/^\[|\]$/gu, '') : example;
}

/** `reviewBy` as `Review by`. */
function labelOf(name: string): string {
  return sentence(name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`));
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const dayPattern = String.raw`^\d{4}-\d{2}-\d{2}$`;
/** From so many characters on, a field has room for several lines. */
const longText = 250;

function widgetOf(name: string, shape: Shape, relations: Relations): Widget {
  const { type, format, items, minItems: min, maxItems: max, default: initial } = shape;
  const several = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  const relation = relations[name];
  if (relation !== undefined && items?.properties === undefined)
    return { ...relation, ...(type === 'array' && { multiple: true, ...several }) };
  const choices = shape.enum ?? items?.enum;
  if (choices !== undefined) {
    const options = choices.map((value) => ({ label: labelOf(value), value }));
    return {
      widget: 'select',
      options,
      ...(type === 'array' && { multiple: true, ...several }),
      ...(initial !== undefined && { default: initial }),
    };
  }
  if (type === 'boolean') return { widget: 'boolean', default: initial ?? false };
  if (type === 'integer') return { widget: 'number', value_type: 'int', step: 1, min: shape.minimum };
  if (type === 'array') {
    return {
      widget: 'list',
      ...several,
      ...(items?.type === 'integer' && { field: oneOf(items, relations) }),
    };
  }
  if (format === 'date') return { widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' };
  const { maxLength: maxlength } = shape;
  return {
    widget: maxlength !== undefined && maxlength > longText ? 'text' : 'string',
    ...(maxlength !== undefined && { maxlength }),
    ...(format === 'uri' && { type: 'url' }),
    ...patternOf(shape),
  };
}

/** The field for each item of a plain list. */
function oneOf(shape: Shape, relations: Relations): object {
  return { name: 'item', label: 'Number', ...widgetOf('item', shape, relations) };
}

function patternOf({ pattern, anyOf = [] }: Shape): { pattern?: [string, string] } {
  const sources = [pattern, ...anyOf.map((one) => (one.format === 'date' ? dayPattern : one.pattern))];
  const known = sources.filter((source) => source !== undefined);
  if (known.length === 0) return {};
  return { pattern: [known.join('|'), 'Write it as the words beside it say.'] };
}
