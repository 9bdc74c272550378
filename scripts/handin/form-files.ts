import { choicesIn, formChooser, handInForm } from '../../src/compile/hand-in-form.ts';
import { handInFormPath } from '../../src/model/hand-in.ts';
import { absoluteUrl, writePermalink } from '../../src/model/permalink.ts';
import { readContent } from '../../src/source/read-content.ts';

/** The files of the issue form for a content folder, by their paths from the top folder; none where no forge has such forms. */
export async function formFiles(content: { dir: string; label: string }): Promise<Map<string, string>> {
  const source = await readContent(content);
  const site = source.site?.data;
  if (site?.forge?.kind !== 'github') return new Map();
  return new Map([
    [handInFormPath, handInForm(choicesIn(source))],
    ['.github/ISSUE_TEMPLATE/config.yml', formChooser(absoluteUrl(site, writePermalink))],
  ]);
}
