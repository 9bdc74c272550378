import { expect, it } from 'vitest';
import { formatNames, formats, isFormatName } from '../../../../scripts/reporting/formats.ts';
import { aReport, hostileReport } from '../../../support/reports.ts';

it('offers the five formats by name and no other', () => {
  expect(formatNames).toEqual(['text', 'json', 'github', 'sarif', 'junit']);
  expect(['text', 'xml', 'toString'].map(isFormatName)).toEqual([true, false, false]);
});

it.each(formatNames)('leaves the last line break of the %s report to the command', (name) => {
  for (const report of [aReport(), hostileReport()]) expect(formats[name](report)).toMatch(/[^\n]$/u);
});
