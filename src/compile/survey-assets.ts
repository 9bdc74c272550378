import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { digestOf } from '../source/read-content.ts';
import type { Attachment } from './context.ts';
import { isPicturePath, measurePicture, type LocalPicture, type PictureProblem } from './pictures.ts';

const attachmentEndings =
  /\.(?:pdf|csv|tsv|txt|zip|json|ya?ml|ics|docx|xlsx|pptx|odt|ods|odp|mp4|webm|vtt|mp3|ogg)$/iu;

/** Measures the pictures and names the attachments among the files that lie beside entries. */
export async function surveyAssets(dir: string, assets: readonly string[], cacheDir: string) {
  const pictures = new Map<string, LocalPicture | PictureProblem>();
  const attachments = new Map<string, Attachment>();
  for (const path of assets) {
    const file = join(dir, path);
    if (isPicturePath(path)) pictures.set(path, await measurePicture(file, cacheDir));
    else if (attachmentEndings.test(path)) {
      const digest = digestOf(await readFile(file)).slice(0, 12);
      attachments.set(path, { file, href: `/files/${digest}/${encodeURIComponent(posix.basename(path))}` });
    }
  }
  return { pictures, attachments };
}
