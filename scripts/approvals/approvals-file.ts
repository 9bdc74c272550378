import { readFile } from 'node:fs/promises';
import { approvalsSchema, type Approvals } from '../../src/model/approval.ts';
import { withEscapes } from '../../src/model/hidden-characters.ts';

/** `content/approvals.json` as its bytes: the fields in the order of the schema. Throws when the register does not keep to it. */
export function approvalsText(approvals: Approvals): string {
  return `${withEscapes(JSON.stringify(approvalsSchema.parse(approvals), undefined, 2))}\n`;
}

/** The register as it lies there; empty before the first run, undefined when it cannot be read. */
export async function readApprovalsFile(file: string): Promise<Approvals | undefined> {
  try {
    return approvalsSchema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isAbsent ? { pulls: [], withoutPull: [] } : undefined;
  }
}
