import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The rules of WCAG 2.2 AA. */
export const wcagRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Looks for what is wrong with the page as it is now, and collects no evidence of what is right with it. */
export function axe(page: Page): AxeBuilder {
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  // To put the results of frames together, axe opens another page. "Legacy" is to look at this document alone.
  return page.frames().length === 1 ? builder.setLegacyMode() : builder;
}

/** What is wrong by some rules, each with the elements. */
export async function violations(builder: AxeBuilder): Promise<string[]> {
  const { violations: found } = await builder.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Judges the page as it is now by the rules of WCAG 2.2 AA, and of good practice, that a program can judge. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violations(axe(page).withTags([...wcagRules, 'best-practice']))).toEqual([]);
}
