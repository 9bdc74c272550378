import { describe, expect, it } from 'vitest';
import { secretsIn, secretsInAll } from '../../../src/lint/secrets.ts';
import { printed } from './helpers.ts';

// Put together here, so that no scanner takes this file for a leak.
const letters = 'q7Zp2mXv9KcR4tLs8WbN3yHd6FgJ1aUe5iTo';
const pem = (kind: string) => `-----${kind} RSA PRIVATE KEY-----`;
const secrets: Record<string, string> = {
  GitHub: ['ghp', letters].join('_'),
  Slack: ['xoxb', '1234567890123', '1234567890123', letters.slice(0, 24)].join('-'),
  AWS: `aws_secret_access_key = ${letters}x9Bq`,
  npm: `//${['registry', 'npmjs', 'org'].join('.')}/:_authToken=${['npm', letters].join('_')}`,
  'an address': `https://admin:${letters.slice(0, 12)}@files.elsewhere.org/path`,
  'a database': `postgresql://admin:${letters.slice(0, 12)}@db.elsewhere.example:5432/app`,
  'a private key': [pem('BEGIN'), `MIIE${letters}`, letters, letters, pem('END')].join('\n'),
};

describe('a secret', () => {
  it.each(Object.entries(secrets))('of %s is found and never printed', async (_kind, secret) => {
    const findings = await secretsIn(`Some words.\n\nHere is ${secret} for you.\n`);
    expect(findings).not.toEqual([]);
    expect(findings[0]).toMatchObject({ line: 3, rule: 'secret' });
    const report = printed(findings);
    for (const part of secret.match(/[\w-]{8,}/gu) ?? [])
      if (/\d/u.test(part)) expect(report).not.toContain(part.slice(0, 8));
  });

  it('is named by its kind', async () => {
    expect(printed(await secretsIn(`Use this:\n\n    token: ${secrets['GitHub'] ?? ''}\n`)))
      .toMatchInlineSnapshot(`
      "3:12  secret
        This looks like a token of GitHub. Whatever is in git once can be read for ever.
        Revoke it where it was issued, today, even if nobody has seen it yet; then take it out here. For an example, write YOUR-TOKEN."
    `);
  });

  it('is found in a batch, in the text it is in', async () => {
    const texts = [
      'Nothing.',
      `One ${secrets['GitHub'] ?? ''}`,
      'Nothing.\n'.repeat(90_000),
      `\n${secrets['Slack'] ?? ''}`,
      '',
    ];
    const found = await secretsInAll(texts);
    expect(found.map((findings) => findings.map(({ line, column }) => `${line}:${column}`))).toEqual([
      [],
      ['1:5'],
      [],
      ['2:1'],
      [],
    ]);
  });

  it('cannot be hidden by a remark, in its own text or in another of the batch', async () => {
    const remark = '<!-- secretlint-disable -->';
    const secret = secrets['GitHub'] ?? '';
    expect(await secretsIn(`${remark}\n\n${secret}`)).toHaveLength(1);
    const [, other] = await secretsInAll([remark, secret]);
    expect(other).toHaveLength(1);
  });

  it.each([
    'AKIAIOSFODNN7EXAMPLE and wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    'GITHUB_TOKEN=$GITHUB_TOKEN and npm token YOUR-TOKEN',
    'The digest is 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.',
    'https://user@elsewhere.example and git@github.com:kestrel-quay/watercooler.git',
  ])('is not: %s', async (text) => {
    expect(await secretsIn(text)).toEqual([]);
  });
});
