import type { Hit } from '../search/client.ts';
import { excerptParts } from '../search/excerpt.ts';
import { matchingSections } from '../search/sections.ts';
import { dayWords } from '../search/words.ts';
import { noteVisits } from './note-landing.ts';
import type { SearchFilters } from './search-filters.ts';

/** What a result is filled with. */
export interface Surroundings {
  template: HTMLTemplateElement;
  /** Knows what topics and kinds are called. */
  filters: SearchFilters;
  /** The language of the blog. */
  language: string;
}

/** One result as a list item. Everything from the index is put in as text. */
export function createResult(hit: Hit, { template, filters, language }: Surroundings): DocumentFragment {
  const result = document.importNode(template.content, true);
  const { title = hit.url, date = '', lang } = hit.meta;
  const item = result.querySelector('li');
  if (lang !== undefined) item?.setAttribute('lang', lang);
  if (item !== null) noteVisits(item, hit);
  const link = result.querySelector('a');
  if (link !== null) {
    link.href = hit.url;
    link.textContent = title;
  }
  result.querySelector('.excerpt')?.append(...excerptParts(hit.excerpt).map(createPart));

  const sections = matchingSections(hit.anchors, hit.weighted_locations);
  const list = result.querySelector('.sections');
  if (sections.length === 0) list?.remove();
  for (const section of sections) {
    const entry = document.createElement('li');
    entry.append(createLink(`${hit.url}#${section.id}`, section.title));
    list?.append(entry);
  }

  const kind = result.querySelector<HTMLElement>('.kind');
  const [kindOf = 'article'] = hit.filters['kind'] ?? [];
  if (kind !== null && kindOf !== 'article') {
    kind.textContent = filters.named('kind', kindOf)?.label ?? '';
    kind.hidden = kind.textContent === '';
  }
  const time = result.querySelector('time');
  if (time !== null && date !== '') {
    time.dateTime = date;
    time.textContent = dayWords(date, language);
    time.hidden = false;
  }
  const topics = (hit.filters['topic'] ?? []).flatMap((slug) => filters.named('topic', slug) ?? []);
  const links = topics.map(({ label, href = '' }) => createLink(href, label));
  result
    .querySelector('.topics')
    ?.append(...links.flatMap((topic, index) => [index === 0 ? '. ' : ', ', topic]));
  return result;
}

function createPart({ text, marked }: { text: string; marked: boolean }): Node {
  if (!marked) return document.createTextNode(text);
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}

/** A link to a page of this blog. */
export function createLink(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}
