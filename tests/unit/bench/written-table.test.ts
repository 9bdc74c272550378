import { expect, it } from 'vitest';
import { withTable } from '../../bench/written-table.ts';

it('puts a table into the place of the one that was measured before, and leaves all else', () => {
  const first = withTable('# Figures\n\nWords before.\n', '| 1 |\n');
  expect(first).toMatch(/^# Figures\n\nWords before\.\n\n<!--.*-->\n\n\| 1 \|\n\n<!--.*-->\n$/u);
  const more = `${first}\nWords behind.\n`;
  expect(withTable(more, '\n| 2 |\n\n')).toBe(more.replace('| 1 |', '| 2 |'));
});

it('begins a text that is not there', () => {
  expect(withTable('', '| 1 |')).toMatch(/^<!--.*-->\n\n\| 1 \|\n\n<!--.*-->\n$/u);
});
