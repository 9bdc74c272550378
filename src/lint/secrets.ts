import { lintSource } from '@secretlint/core';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { placesIn } from '../model/places.ts';
import type { Finding } from './finding.ts';

const config = {
  // A remark in the text could switch the search off, and for every text scanned with it. Ours needs a reason. (The
  // preset has an option that leaves a rule out, but version 13.1 does not heed it.)
  rules: rules
    .filter((rule) => rule.meta.id !== '@secretlint/secretlint-rule-filter-comments')
    .map((rule) => ({ id: rule.meta.id, rule })),
};

// Sixty texts of a post's length: few enough calls, and little to scan again where something is found.
const batchLength = 350_000;

/** The passwords, tokens and keys in a text. A message says what kind they are and never what they are. */
export async function secretsIn(text: string): Promise<Finding[]> {
  const findings = await scan(text);
  const placeOf = placesIn(text);
  return findings.map(({ ruleId, range: [start] }) => ({
    ...placeOf(start),
    rule: 'secret',
    message: `This looks like ${kindOf(ruleId)}. Whatever is in git once can be read for ever.`,
    mend: 'Revoke it where it was issued, today, even if nobody has seen it yet; then take it out here. For an example, write YOUR-TOKEN.',
  }));
}

/** The same for many texts, in their order. Nearly all hold nothing, so they are searched together first. */
export async function secretsInAll(texts: readonly string[]): Promise<Finding[][]> {
  const results: Finding[][] = texts.map(() => []);
  for (const batch of batchesOf(texts)) {
    const together = batch.map((index) => texts[index] ?? '').join('\n\n');
    if (batch.length > 1 && (await scan(together)).length === 0) continue;
    for (const index of batch) results[index] = await secretsIn(texts[index] ?? '');
  }
  return results;
}

function batchesOf(texts: readonly string[]): number[][] {
  const batches: number[][] = [];
  let size = Infinity;
  for (const [index, text] of texts.entries()) {
    if (size + text.length > batchLength) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(index);
    size += text.length;
  }
  return batches;
}

async function scan(content: string) {
  const { messages } = await lintSource({
    // Some rules look at names such as ".npmrc"; a post has none of these.
    source: { filePath: 'post.md', content, ext: '.md', contentType: 'text' },
    options: { config, noPhysicFilePath: true, maskSecrets: true },
  });
  const places = new Set<number>();
  return messages.filter(({ range: [start] }) => !places.has(start) && places.add(start));
}

const names: Record<string, string> = {
  '1password': 'a token of 1Password',
  anthropic: 'a key of Anthropic',
  aws: 'a key of AWS',
  basicauth: 'an address with a password in it',
  'database-connection-string': 'an address of a database with a password in it',
  docker: 'a token of Docker',
  gcp: 'a key of Google Cloud',
  github: 'a token of GitHub',
  gitlab: 'a token of GitLab',
  'hashicorp-vault': 'a token of Vault',
  huggingface: 'a token of Hugging Face',
  npm: 'a token of npm',
  openai: 'a key of OpenAI',
  privatekey: 'a private key',
  sendgrid: 'a key of SendGrid',
};

function kindOf(ruleId: string): string {
  const name = ruleId.replace('@secretlint/secretlint-rule-', '');
  return names[name] ?? `a key of ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
