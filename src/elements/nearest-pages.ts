import { likelySlugs } from './likely-slugs.ts';

/** On the page for missing addresses: names the pages whose addresses are nearest, and fills the search field. */
class NearestPages extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const words = readable(location.pathname).split('/').filter(Boolean).at(-1) ?? '';
    const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
    if (field !== null) field.value = words.replaceAll('-', ' ');
    const titles = await readTitles();
    const slugs = likelySlugs(words.toLowerCase(), Object.keys(titles), 5);
    const asked = this.querySelector('.asked');
    const list = this.querySelector('.found');
    if (slugs.length === 0 || asked === null || list === null) return;
    asked.textContent = location.pathname;
    for (const slug of slugs) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `/posts/${slug}/`;
      link.textContent = titles[slug] ?? slug;
      item.append(link);
      list.append(item);
    }
    this.querySelector<HTMLElement>('div')?.removeAttribute('hidden');
  }
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function readTitles(): Promise<Record<string, string>> {
  try {
    const response = await fetch('/slugs.json');
    const titles: unknown = await response.json();
    return isTitles(titles) ? titles : {};
  } catch {
    return {};
  }
}

function isTitles(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null;
}

customElements.define('wc-nearest', NearestPages);
