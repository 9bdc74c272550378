import { oneLine, type ContentFile } from './post-file.ts';
import { yamlText } from './yaml-text.ts';

/** The file of somebody who has not written here before. */
export function authorFile(
  slug: string,
  { name, role, login }: { name: string; role: string; login?: string },
): ContentFile {
  const fields = Object.entries({ name, role, ...(login !== undefined && { login }) });
  const lines = fields.map(([field, value]) => `${field}: ${yamlText(oneLine(value))}\n`);
  return { path: `authors/${slug}.yml`, text: lines.join('') };
}
