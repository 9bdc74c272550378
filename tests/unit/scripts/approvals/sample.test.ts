import { join } from 'node:path';
import { expect, it } from 'vitest';
import { approvalsText } from '../../../../scripts/approvals/approvals-file.ts';
import { pullByText, verdictOn } from '../../../../src/model/approval.ts';
import { readContent } from '../../../../src/source/read-content.ts';
import { root } from '../../../support/run-watercooler.ts';

const source = await readContent({ dir: join(root, 'content'), label: 'content' });
const register = source.approvals?.data ?? { pulls: [], withoutPull: [] };

it('the sample has approvals of every kind for texts as they are, and loses one when its text is changed', () => {
  const byText = pullByText(register);
  const shown = source.posts.flatMap(({ textDigest = '' }) => byText.get(textDigest) ?? []);
  expect(shown.length).toBeGreaterThan(5);
  expect(new Set(shown.map((pull) => verdictOn(pull).kind))).toEqual(
    new Set(['approved', 'approved-earlier', 'not-approved']),
  );
});

it('the numbers of pull requests and discussions of the sample are those of one repository', () => {
  const discussions = [...source.threads, ...source.questions].map(({ data }) => data);
  const taken = new Set(discussions.map(({ number }) => number));
  for (const { number, mergedAt } of register.pulls) {
    expect(taken).not.toContain(number);
    const earlier = discussions.filter((one) => one.number < number).map(({ createdAt }) => createdAt);
    expect(earlier.every((createdAt) => createdAt < mergedAt)).toBe(true);
  }
});

it('the register of the sample is written as the command writes it', () => {
  const text = source.approvals?.text();
  expect(text).toBe(approvalsText(register));
});
