import { z } from 'zod';
import { nearest } from './nearest.ts';
import { isRuleName, type RuleName } from './rules/rules.ts';

/** A problem of one entry, placed by the field it is about. An empty path means the file as a whole. */
export interface FieldProblem {
  path: readonly PropertyKey[];
  rule: RuleName;
  message: string;
  mend: string;
  /** What may stand instead of the value, where that is safe without a person. */
  instead?: { written: string; right: string };
}

type ShapedSchema = z.ZodObject;

/** What a schema refuses in `data`, in the author's words; empty when all is well. */
export function schemaProblems(schema: ShapedSchema, data: unknown): FieldProblem[] {
  const result = schema.safeParse(data, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap((issue) => fromIssue(schema, issue));
}

function fromIssue(schema: ShapedSchema, issue: z.core.$ZodIssue): FieldProblem[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(schema, path, key));
  if (issue.code === 'invalid_key') {
    const [first] = issue.issues;
    if (first !== undefined) return fromIssue(schema, { ...first, path });
  }
  if (issue.code === 'invalid_union') {
    const best =
      issue.errors.find((errors) => errors.some(({ code }) => code === 'custom')) ?? issue.errors[0];
    const [first] = best ?? [];
    if (first !== undefined) return fromIssue(schema, { ...first, path: [...path, ...first.path] });
  }
  const missing = isMissing(issue);
  const name = fieldName(path);
  return [
    {
      path,
      rule: missing ? 'missing-field' : ruleOf(issue),
      message: missing ? missingMessage(issue, name) : valueMessage(issue, name),
      mend: hint(schema, path, missing),
    },
  ];
}

function isMissing(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'custom') return issue.params?.['missing'] === true;
  return issue.path.length > 0 && (issue.input === undefined || issue.input === null);
}

function missingMessage(issue: z.core.$ZodIssue, name: string): string {
  return issue.code === 'custom' ? issue.message : `The field "${name}" is missing or empty.`;
}

function ruleOf(issue: z.core.$ZodIssue): RuleName {
  if (issue.code !== 'custom') return 'bad-value';
  const rule: unknown = issue.params?.['rule'];
  return typeof rule === 'string' && isRuleName(rule) ? rule : 'bad-value';
}

function valueMessage(issue: z.core.$ZodIssue, name: string): string {
  const subject = name === '' ? 'The file' : `The field "${name}"`;
  switch (issue.code) {
    case 'invalid_type':
      // A schema with words of its own knows better what should stand there.
      if (!issue.message.startsWith('Invalid input')) return `${subject} cannot be used. ${issue.message}`;
      return `${subject} should be ${wordsForType(issue.expected)}, but it is ${wordsForValue(issue.input)}.`;
    case 'invalid_value':
      return `${subject} is "${String(issue.input)}", but it can only be ${listOf(issue.values.map(String))}.`;
    case 'invalid_union':
      return 'options' in issue
        ? `${subject} can only be ${listOf(issue.options.map(String))}.`
        : `${subject} cannot be used.`;
    case 'too_small':
      return isAmount(issue.origin)
        ? `${subject} is too small: it is at least ${Number(issue.minimum)}.`
        : `${subject} is too short: it needs at least ${sizeOf(Number(issue.minimum), issue.origin)}.`;
    case 'too_big':
      return isAmount(issue.origin)
        ? `${subject} is too big: it is at most ${Number(issue.maximum)}.`
        : `${subject} is too long: it holds at most ${sizeOf(Number(issue.maximum), issue.origin)}.`;
    case 'invalid_format':
      return `${subject} cannot be used. ${issue.format === 'url' ? addressRule : issue.message}`;
    default:
      return `${subject} cannot be used. ${issue.message}`;
  }
}

const addressRule = 'An address starts with http:// or https://.';

function isAmount(origin: string): boolean {
  return origin === 'number' || origin === 'int';
}

const typeWords: Record<string, string> = {
  string: 'text',
  array: 'a list, such as [one, two]',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'a group of fields',
  record: 'a list of pairs',
};

function wordsForType(type: string): string {
  return typeWords[type] ?? type;
}

function wordsForValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text "${value}"`;
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : 'a group of fields';
}

function sizeOf(amount: number, origin: string): string {
  const [one, many] = origin === 'array' ? ['entry', 'entries'] : ['character', 'characters'];
  return `${String(amount)} ${amount === 1 ? one : many}`;
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? ` ${String(part + 1)}` : index === 0 ? String(part) : `.${String(part)}`,
    )
    .join('');
}

function unknownField(schema: ShapedSchema, path: readonly PropertyKey[], key: string): FieldProblem {
  const fields = Object.keys(shapeAt(schema, path));
  const [suggestion] = nearest(key, fields);
  const known = fields.length === 0 ? '' : ` The fields are ${listOf(fields)}.`;
  return {
    path: [...path, key],
    rule: 'unknown-field',
    message: `There is no field "${key}".${suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`}`,
    mend: `Correct it or delete it.${known}`,
  };
}

/** The fields that a schema knows at a place inside it; none where it is no group of fields. */
function shapeAt(schema: z.ZodType, path: readonly PropertyKey[]): Record<string, z.ZodType> {
  const [next, ...rest] = path;
  const open = unwrapped(schema);
  if (open instanceof z.ZodObject) {
    const shape = open.shape as Record<string, z.ZodType>;
    if (next === undefined) return shape;
    const child = shape[String(next)];
    return child === undefined ? {} : shapeAt(child, rest);
  }
  // Which of several groups of fields was meant is not known here, so the fields of all are.
  if (open instanceof z.ZodUnion)
    return Object.assign({}, ...open.options.map((option) => shapeAt(option as z.ZodType, path))) as Record<
      string,
      z.ZodType
    >;
  return open instanceof z.ZodArray ? shapeAt(open.element as z.ZodType, rest) : {};
}

/** A schema without the layers that make it optional or give it a default. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return unwrapped(schema.unwrap() as z.ZodType);
  return schema;
}

/** How to mend a field: its description, which carries an example. */
function hint(schema: ShapedSchema, path: readonly PropertyKey[], missing: boolean): string {
  const field = path.findLast((part) => typeof part === 'string');
  if (field === undefined) return 'Write one field a line, such as "name: value".';
  const described = shapeAt(schema, path.slice(0, path.lastIndexOf(field)))[field];
  const description = described?.description ?? '';
  return `${missing ? `Add a line "${field}: …".` : `Correct "${field}".`} ${description}`.trim();
}
