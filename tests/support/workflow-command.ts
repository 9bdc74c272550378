/** What GitHub’s runner makes of one line that a step printed. */
export interface WorkflowCommand {
  name: string;
  properties: Record<string, string>;
  data: string;
}

const registered = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

const dataEscapes = { '%0D': '\r', '%0A': '\n', '%25': '%' };
const propertyEscapes = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' };

/**
 * Reads a line as TryParseV2 does in github.com/actions/runner, src/Runner.Common/ActionCommand.cs: the same cuts in the
 * same order, and the escapes undone one after the other, the per cent sign last.
 */
export function readWorkflowCommand(line: string): WorkflowCommand | undefined {
  const message = line.trimStart();
  if (!message.startsWith('::')) return undefined;
  const end = message.indexOf('::', 2);
  if (end < 0) return undefined;
  const info = message.slice(2, end);
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  if (!registered.has(name)) return undefined;
  const pairs =
    space > 0
      ? info
          .slice(space + 1)
          .trim()
          .split(',')
          .map(cutAtEquals)
      : [];
  return {
    name,
    properties: Object.fromEntries(
      pairs.flatMap(([key, value]) => (key && value ? [[key, unescaped(value, propertyEscapes)]] : [])),
    ),
    data: unescaped(message.slice(end + 2), dataEscapes),
  };
}

/** At the first equals sign; leading ones of either half are lost, as with RemoveEmptyEntries. */
function cutAtEquals(property: string): [string | undefined, string | undefined] {
  const [, key, value] = /^=*([^=]+)=+(.+)$/su.exec(property) ?? [];
  return [key, value];
}

function unescaped(text: string, escapes: Record<string, string>): string {
  return Object.entries(escapes).reduce(
    (result, [escape, character]) => result.replaceAll(escape, character),
    text,
  );
}
