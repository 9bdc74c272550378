import { describe, expect, it } from 'vitest';
import { githubReport } from '../../../../scripts/reporting/github.ts';
import { aProblem, aReport, aSilenced, hostileReport } from '../../../support/reports.ts';
import { readWorkflowCommand } from '../../../support/workflow-command.ts';

describe('the report for GitHub Actions', () => {
  it('annotates errors, advice and what was silenced, each in its own way', () => {
    const report = aReport({
      problems: [aProblem(), aProblem({ rule: 'spelling' })],
      silenced: [aSilenced()],
    });
    expect(githubReport(report)).toMatchInlineSnapshot(`
      "::error file=content/posts/a.md,line=5,col=9,title=unknown-tag::content/tags.yml has no tag "gti".%0ADid you mean "git"?
      ::warning file=content/posts/a.md,line=5,col=9,title=spelling (advice)::content/tags.yml has no tag "gti".%0ADid you mean "git"?
      ::notice file=content/posts/a.md,line=5,col=9,title=vague-link-text (silenced)::The link "here" says nothing.%0ASilenced because the button is called that
      1 problem and 1 piece of advice in 1 file. Nothing was published."
    `);
  });

  it('is read by the runner with every text as it was, one command a problem and none forged', () => {
    const report = hostileReport();
    const lines = githubReport(report).split('\n');
    const commands = lines.slice(0, -2).map(readWorkflowCommand);
    const expected = [
      ...report.problems.map(({ file, rule, message, mend }) => ({
        name: rule === 'spelling' ? 'warning' : 'error',
        properties: {
          file,
          line: '5',
          col: '9',
          title: rule === 'spelling' ? 'spelling (advice)' : rule,
        },
        data: `${message}\n${mend}`,
      })),
      ...report.silenced.map(({ file, message, because }) => ({
        name: 'notice',
        properties: { file, line: '5', col: '9', title: 'vague-link-text (silenced)' },
        data: `${message}\nSilenced because ${because}`,
      })),
    ];
    expect(commands).toEqual(expected);
    expect(lines.slice(-2).map(readWorkflowCommand)).toEqual([undefined, undefined]);
  });

  it('says in one line that nothing was found', () => {
    expect(githubReport(aReport())).toBe('Checked 12 files: no problems. 0.4 s');
  });
});
