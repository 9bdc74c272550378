import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileNameProblem } from '../model/file-name.ts';
import type { Problem } from '../model/problem.ts';
import type { SeenFile } from '../source/seen-file.ts';
import type { Attachment } from './context.ts';
import {
  isPicturePath,
  measurePicture,
  publishedPicture,
  type LocalPicture,
  type PictureProblem,
} from './pictures.ts';
import type { Records } from './records.ts';

const attachmentEndings =
  /\.(?:pdf|csv|tsv|txt|zip|json|ya?ml|ics|docx|xlsx|pptx|odt|ods|odp|mp4|webm|vtt|mp3|ogg)$/iu;
const mostBytes = 50_000_000;

interface Survey {
  pictures: Map<string, LocalPicture | PictureProblem>;
  attachments: Map<string, Attachment>;
  /** What both are made from: the paths and digests of files. */
  seen: string[];
  problems: Problem[];
}

interface Place {
  dir: string;
  label: string;
  look: (path: string, file: string) => SeenFile | undefined;
}

/** Measures the pictures and names the attachments among the files that lie beside entries, and judges both. */
export async function surveyAssets(
  { dir, label, look }: Place,
  assets: readonly string[],
  records: Records,
): Promise<Survey> {
  const pictures = new Map<string, LocalPicture | PictureProblem>();
  const attachments = new Map<string, Attachment>();
  const read: string[] = [];
  const problems: Problem[] = [];
  const report = (path: string, problem: PictureProblem | undefined) => {
    if (problem !== undefined) problems.push({ file: `${label}/${path}`, line: 1, column: 1, ...problem });
  };
  for (const path of assets) {
    const file = join(dir, path);
    const isAttachment = attachmentEndings.test(path);
    if (!isPicturePath(path) && !isAttachment) continue;
    report(path, fileNameProblem(posix.basename(path)));
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > mostBytes) {
      report(path, tooLarge(size));
      continue;
    }
    const seen = look(path, file);
    // It was taken away meanwhile.
    if (seen === undefined) continue;
    const { digest } = seen;
    read.push(path, digest);
    if (isAttachment) {
      const name = encodeURIComponent(posix.basename(path));
      attachments.set(path, { file, href: `/files/${digest.slice(0, 12)}/${name}` });
      continue;
    }
    const known = records.recall('picture', path, digest);
    const record = known ?? (await measurePicture(path, seen.bytes()));
    if (known === undefined) records.remember('picture', path, digest, record);
    if ('problem' in record) report(path, record.problem);
    pictures.set(path, 'problem' in record ? record.problem : publishedPicture(file, digest, record));
  }
  return { pictures, attachments, seen: read, problems };
}

function tooLarge(size: number): PictureProblem {
  return {
    rule: 'too-large',
    message: `This document has ${Math.ceil(size / 1e6)} MB, and a document may have ${mostBytes / 1e6}.`,
    mend: 'Keep it where documents are kept, and link to it.',
  };
}
