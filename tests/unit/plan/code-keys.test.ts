import { expect, it } from 'vitest';
import { codeKeys, type CodeModule } from '../../../src/plan/code-keys.ts';

type Modules = Record<string, CodeModule>;

const modules: Modules = {
  '/e/page.astro': { code: 'page', imports: ['/e/list.astro', '/e/cycle.ts'] },
  '/e/other.astro': { code: 'other', imports: ['/e/cycle.ts'] },
  '/e/list.astro': { code: 'list', imports: ['/e/row.astro'] },
  '/e/row.astro': { code: 'row', imports: [] },
  '/e/cycle.ts': { code: 'cycle', imports: ['/e/back.ts', 'package'] },
  '/e/back.ts': { code: 'back', imports: ['/e/cycle.ts'] },
};

const keys = (changes: Modules = {}, nameOf = (id: string) => id.replace('/e/', '')) => {
  const all = { ...modules, ...changes };
  const found = codeKeys(['/e/page.astro', '/e/other.astro'], (id) => all[id], nameOf);
  return { page: found.get('/e/page.astro'), other: found.get('/e/other.astro') };
};
const before = keys();

it('is the same for the same code, in whatever folder it lies and in whatever order it is imported', () => {
  expect(keys()).toEqual(before);
  const moved = Object.fromEntries(
    Object.entries(modules).map(([id, { code, imports }]) => [
      id.replace('/e/', '/elsewhere/'),
      { code, imports: imports.map((name) => name.replace('/e/', '/elsewhere/')).reverse() },
    ]),
  );
  const found = codeKeys(
    ['/elsewhere/page.astro'],
    (id) => moved[id],
    (id) => id.replace('/elsewhere/', ''),
  );
  expect(found.get('/elsewhere/page.astro')).toBe(before.page);
});

it('changes with code that is imported by what is imported, and only for those that import it', () => {
  const after = keys({ '/e/row.astro': { code: 'another row', imports: [] } });
  expect(after.page).not.toBe(before.page);
  expect(after.other).toBe(before.other);
});

it('changes with code in a circle of imports', () => {
  const after = keys({ '/e/back.ts': { code: 'another', imports: ['/e/cycle.ts'] } });
  expect(after.page).not.toBe(before.page);
  expect(after.other).not.toBe(before.other);
});

it('changes when two modules exchange their code, or one is imported in place of another', () => {
  const swapped = keys({
    '/e/list.astro': { code: 'row', imports: ['/e/row.astro'] },
    '/e/row.astro': { code: 'list', imports: [] },
  });
  expect(swapped.page).not.toBe(before.page);
  const instead = keys({
    '/e/list.astro': { code: 'list', imports: ['/e/line.astro'] },
    '/e/line.astro': { code: 'row', imports: [] },
  });
  expect(instead.page).not.toBe(before.page);
});
