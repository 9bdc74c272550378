import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { junitReport } from '../../../../scripts/reporting/junit.ts';
import { aProblem, aReport, aSilenced, hostileReport } from '../../../support/reports.ts';
import { departures } from '../../../support/xml-structure.ts';
import { elementsOf, parseXml } from '../../../support/xml.ts';

const schema = parseXml(await readFile('tests/fixtures/junit/junit-10.xsd', 'utf8'));

const report = aReport({
  problems: [aProblem(), aProblem({ rule: 'spelling' }), aProblem({ file: 'content/posts/b.md' })],
  silenced: [aSilenced()],
});

describe('the report for programs that show test results', () => {
  it('is a suite for each file, with errors as failures and the rest as skipped', () => {
    expect(junitReport(report)).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="npm run check" tests="4" failures="2" errors="0" time="0.420">
        <testsuite name="content/posts/a.md" tests="3" failures="1" errors="0" skipped="2">
          <testcase classname="content/posts/a.md" name="unknown-tag at 5:9"><failure type="unknown-tag" message="content/tags.yml has no tag &quot;gti&quot;.">content/posts/a.md:5:9  unknown-tag
      content/tags.yml has no tag "gti".
      Did you mean "git"?</failure></testcase>
          <testcase classname="content/posts/a.md" name="spelling at 5:9"><skipped type="advice" message="content/tags.yml has no tag &quot;gti&quot;.">content/posts/a.md:5:9  spelling
      content/tags.yml has no tag "gti".
      Did you mean "git"?</skipped></testcase>
          <testcase classname="content/posts/a.md" name="vague-link-text at 5:9"><skipped type="silenced" message="Silenced because the button is called that">The link "here" says nothing.</skipped></testcase>
        </testsuite>
        <testsuite name="content/posts/b.md" tests="1" failures="1" errors="0" skipped="0">
          <testcase classname="content/posts/b.md" name="unknown-tag at 5:9"><failure type="unknown-tag" message="content/tags.yml has no tag &quot;gti&quot;.">content/posts/b.md:5:9  unknown-tag
      content/tags.yml has no tag "gti".
      Did you mean "git"?</failure></testcase>
        </testsuite>
      </testsuites>"
    `);
  });

  it.each([
    ['nothing', aReport()],
    ['errors, advice and silenced problems', report],
    ['hostile words', hostileReport()],
  ])('has the structure that Jenkins reads with %s', (_, given) => {
    expect(departures(parseXml(junitReport(given)), schema)).toEqual([]);
  });

  it('would be found out if it had not', () => {
    const wrong =
      '<testsuites time="soon"><testcase classname="a"/><testsuite name="a" tests="1" colour="red"/></testsuites>';
    expect(departures(parseXml(wrong), schema)).toMatchInlineSnapshot(`
      [
        "<testcase> stands in <testsuites>.",
        "<testsuites> has a time that is none.",
        "<testcase> lacks name.",
        "<testsuite> has the attribute colour.",
        "<testsuite> lacks failures.",
        "<testsuite> lacks errors.",
      ]
    `);
  });

  it('gives back every text, with a mark for each character that XML cannot hold', () => {
    const given = hostileReport();
    const legible = (text: string) =>
      text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
    const cases = elementsOf(parseXml(junitReport(given))).filter(({ name }) => name === 'testcase');
    const seen = cases.map(({ attributes, children }) => [
      attributes['classname'],
      children[0]?.attributes['message'],
      children[0]?.text,
    ]);
    const byFile = Map.groupBy([...given.problems, ...given.silenced], ({ file }) => file);
    expect(seen).toEqual(
      [...byFile.values()]
        .flat()
        .map(({ file, line, column, rule, message, mend, ...rest }) =>
          'because' in rest
            ? [file, `Silenced because ${String(rest.because)}`, message].map(legible)
            : [file, message, `${file}:${line}:${column}  ${rule}\n${message}\n${mend}`].map(legible),
        ),
    );
  });

  it('counts what it holds', () => {
    for (const suite of elementsOf(parseXml(junitReport(report))).filter(({ name }) =>
      name.startsWith('testsuite'),
    )) {
      const inside = elementsOf(suite).map(({ name }) => name);
      const count = (wanted: string) => String(inside.filter((name) => name === wanted).length);
      expect(suite.attributes).toMatchObject({
        tests: count('testcase'),
        failures: count('failure'),
        errors: '0',
      });
      if (suite.name === 'testsuite') expect(suite.attributes['skipped']).toBe(count('skipped'));
    }
  });
});
