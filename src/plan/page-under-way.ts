const key = Symbol.for('watercooler.page-under-way');
const registry = globalThis as { [key]?: string | undefined };

/** The planned page that is being rendered. Like the content folder, it is known on both sides of Vite. */
export function pageUnderWay(): string | undefined {
  return registry[key];
}

/** Renders a planned page. One page is rendered at a time. */
export async function asPageUnderWay<Result>(
  pathname: string,
  render: () => Promise<Result>,
): Promise<Result> {
  registry[key] = pathname;
  try {
    return await render();
  } finally {
    registry[key] = undefined;
  }
}
