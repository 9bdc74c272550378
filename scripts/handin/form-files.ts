import { handInTemplate } from '../../src/model/hand-in.ts';
import { absoluteUrl, writePermalink } from '../../src/model/permalink.ts';
import { readContent } from '../../src/source/read-content.ts';
import { formChooser, handInForm } from './form-file.ts';

/** The files of the issue form for a content folder, by their paths from the top folder; none where no forge has such forms. */
export async function formFiles(content: { dir: string; label: string }): Promise<Map<string, string>> {
  const { site, tags, groups } = await readContent(content);
  if (site?.data.forge?.kind !== 'github') return new Map();
  const byName = new Intl.Collator('en').compare;
  const form = handInForm({
    topics: tags.data.tags.map(({ label }) => label).sort(byName),
    groups: groups
      .filter(({ data }) => data.access === 'open')
      .map(({ data }) => data.name)
      .sort(byName),
  });
  return new Map([
    [`.github/ISSUE_TEMPLATE/${handInTemplate}`, form],
    ['.github/ISSUE_TEMPLATE/config.yml', formChooser(absoluteUrl(site.data, writePermalink))],
  ]);
}
