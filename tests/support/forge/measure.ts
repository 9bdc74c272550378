import {
  getNamedType,
  getVariableValues,
  isObjectType,
  isInterfaceType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getArgumentValues,
} from 'graphql/index.js';

export interface Measure {
  /** What the forge takes from the budget. */
  cost: number;
  /** The most things that the query could ask for. */
  nodes: number;
  /** The first list that brings the query over the limit. */
  excessive: { field: string; nodes: number } | null;
}

export const mostNodes = 500_000;

/**
 * Reckons a query as the forge documents it: every list is as long as asked for, nodes are added up over all lists,
 * and each list of each parent is one request, of which a hundred cost a point.
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Measure {
  // A length that the query itself gives as the default of a variable counts too.
  const { coerced: variables } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  // Variables that do not fit are refused before anything is answered.
  if (variables === undefined) return { cost: 1, nodes: 0, excessive: null };
  const fragments = new Map<string, FragmentDefinitionNode>(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]),
  );
  const total = { nodes: 0, requests: 0 };
  let excessive: Measure['excessive'] = null;

  const walkField = (typeName: string, node: FieldNode, parents: number): void => {
    const field = fieldOf(schema, typeName, node.name.value);
    if (field === undefined || node.selectionSet === undefined) return;
    const asked = listLength(getArgumentValues(field, node, variables));
    if (asked !== undefined) {
      total.nodes += parents * asked;
      total.requests += parents;
      if (total.nodes > mostNodes) excessive ??= { field: node.name.value, nodes: total.nodes };
    }
    walk(getNamedType(field.type).name, node.selectionSet, parents * (asked ?? 1));
  };
  const walk = (typeName: string, { selections }: SelectionSetNode, parents: number): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        walkField(typeName, selection, parents);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.typeCondition?.name.value ?? typeName, selection.selectionSet, parents);
      } else {
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) walk(fragment.typeCondition.name.value, fragment.selectionSet, parents);
      }
    }
  };

  walk('Query', operation.selectionSet, 1);
  return { cost: Math.max(1, Math.round(total.requests / 100)), nodes: total.nodes, excessive };
}

/** How many things a field asks for, when it is a list whose length is asked for. */
function listLength(args: Record<string, unknown>): number | undefined {
  const { first, last, ids } = args;
  if (Array.isArray(ids)) return ids.length;
  if (typeof first === 'number') return first;
  return typeof last === 'number' ? last : undefined;
}

function fieldOf(
  schema: GraphQLSchema,
  typeName: string,
  field: string,
): GraphQLField<unknown, unknown> | undefined {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
}
