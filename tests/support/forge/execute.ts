// "graphql/index.js" and not "graphql": by its name alone, the test runner would load another copy of it than
// graphql-yoga does, and each refuses what the other made.
import { schema as published } from '@octokit/graphql-schema';
import {
  buildSchema,
  execute,
  getOperationAST,
  GraphQLError,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFieldResolver,
} from 'graphql/index.js';
import { createYoga, type Plugin } from 'graphql-yoga';
import { refused } from './connection.ts';
import { measure, mostNodes, type Measure } from './measure.ts';

/** What a call needs to be answered, and what is learnt of it meanwhile. */
export interface CallContext {
  /** Where the query starts; see root.ts. */
  root: object;
  /** Learns what the query asks for, and says whether it may be answered. */
  charge: (measured: Measure) => GraphQLError | null;
}

/** The schema that the forge publishes. It takes half a second to build, so a process does that once. */
export const publishedSchema = buildSchema(published.idl, { noLocation: true, assumeValid: true });

/**
 * Like GraphQL's own, with one difference: a field that is part of the schema but not of this fake is an error that
 * says so, not a silent null.
 */
const servedField: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  const value: unknown =
    typeof source === 'object' && source !== null ? Reflect.get(source, info.fieldName) : undefined;
  if (value === undefined) {
    throw new GraphQLError(`The fake forge does not serve ${info.parentType.name}.${info.fieldName}.`);
  }
  if (typeof value !== 'function') return value;
  const answer: unknown = Reflect.apply(value, source, [args, context, info]);
  return answer;
};

const byTheRules: Plugin = {
  onExecute: ({ setExecuteFn }) => {
    setExecuteFn(answer);
  },
};

const yoga = createYoga<CallContext>({
  schema: publishedSchema,
  graphqlEndpoint: '/graphql',
  landingPage: false,
  graphiql: false,
  logging: false,
  maskedErrors: false,
  cors: false,
  multipart: false,
  plugins: [byTheRules],
});

async function answer(args: ExecutionArgs): Promise<ExecutionResult & { stringify?: typeof JSON.stringify }> {
  const context: unknown = args.contextValue;
  const operation = getOperationAST(args.document, args.operationName);
  if (!isCallContext(context) || operation == null) return { errors: [new GraphQLError('No operation.')] };
  const measured = measure(publishedSchema, args.document, operation, args.variableValues ?? {});
  if (measured.excessive !== null) {
    const { field, nodes } = measured.excessive;
    return {
      errors: [
        refused(
          'MAX_NODE_LIMIT_EXCEEDED',
          `By the time this query traverses to the ${field} connection, it is requesting up to ${nodes.toLocaleString('en-US')} possible nodes which exceeds the maximum limit of ${mostNodes.toLocaleString('en-US')}.`,
        ),
      ],
    };
  }
  const refusal = context.charge(measured);
  if (refusal !== null) return { errors: [refusal] };
  const result = await execute({ ...args, rootValue: context.root, fieldResolver: servedField });
  // Yoga's own takes five times as long, to leave out what these answers do not have.
  return { ...result, stringify: JSON.stringify };
}

function isCallContext(value: unknown): value is CallContext {
  return typeof value === 'object' && value !== null && 'root' in value && 'charge' in value;
}

/** Answers the body of a request, as JSON that the forge would send. */
export async function answerQuery(body: string, context: CallContext): Promise<unknown> {
  const response = await yoga.fetch(
    'http://forge/graphql',
    { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body },
    context,
  );
  return response.json();
}
