import { z } from 'zod';

const error = z.looseObject({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.looseObject({ type: z.string().optional() }).optional(),
});
const result = z.object({ data: z.unknown().optional(), errors: z.array(error).optional() });
export type Result = z.output<typeof result>;

/** Reads what GraphQL answered and writes its errors as the forge does: the type beside the message, and in its words. */
export function forgeResult(answered: unknown): Result {
  const { data, errors } = result.parse(answered);
  if (errors === undefined) return { data };
  const shaped = errors.map(({ extensions = {}, ...rest }) => {
    const { type, ...others } = extensions;
    return type === undefined ? { ...rest, ...wording(rest.message) } : { type, ...others, ...rest };
  });
  return data === undefined ? { errors: shaped } : { data, errors: shaped };
}

/** The forge runs another implementation of GraphQL, which words the commonest mistakes otherwise. */
function wording(message: string): object {
  const [, field, owner] = /^Cannot query field "(\w+)" on type "(\w+)"/u.exec(message) ?? [];
  if (field !== undefined && owner !== undefined) {
    return {
      message: `Field '${field}' doesn't exist on type '${owner}'`,
      extensions: { code: 'undefinedField', typeName: owner, fieldName: field },
    };
  }
  const [, argument, place] = /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/u.exec(message) ?? [];
  if (argument !== undefined && place !== undefined) {
    return {
      message: `Field '${place}' doesn't accept argument '${argument}'`,
      extensions: { code: 'argumentNotAccepted', name: place, typeName: 'Field', argumentName: argument },
    };
  }
  return {};
}
