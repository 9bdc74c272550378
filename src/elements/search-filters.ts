import { facets, type Chosen, type Counts, type Facet } from '../search/facets.ts';

const fewest = 6;
const wide = matchMedia('(width >= 64rem)');

/**
 * The filters beside the results: each value with what it would give. Values that would give nothing are not shown, and
 * long lists begin with their fullest values. Changes are ordinary `change` events of the checkboxes.
 */
export class SearchFilters extends HTMLElement {
  connectedCallback(): void {
    const details = this.querySelector('details');
    if (details === null) return;
    // Beside the results there is room for the whole list; above them there is not.
    const fit = () => (details.open = wide.matches);
    wide.addEventListener('change', fit);
    fit();
    for (const fieldset of this.querySelectorAll('fieldset'))
      fieldset.querySelector('button')?.addEventListener('click', () => {
        const [next] = optionsOf(fieldset).filter(
          ({ item }) => item.hidden && item.dataset['empty'] !== 'true',
        );
        fieldset.dataset['open'] = fieldset.dataset['open'] === 'true' ? 'false' : 'true';
        fold(fieldset);
        next?.input.focus();
      });
  }

  /** Ticks what is chosen, and nothing else. */
  tick(chosen: Chosen): void {
    for (const facet of facets)
      for (const { input } of this.#options(facet)) input.checked = chosen[facet].includes(input.value);
  }

  /** Shows what each value would give; where there is too much to be counted, every value without a number. */
  show(counts: Counts | undefined, chosen: Chosen): void {
    for (const fieldset of this.querySelectorAll('fieldset')) {
      const facet = facets.find((name) => name === fieldset.dataset['facet']);
      if (facet === undefined) continue;
      const options = optionsOf(fieldset);
      for (const { item, input, number } of options) {
        const place = number.parentElement;
        if (place !== null) place.hidden = counts === undefined;
        const values = counts?.[facet] ?? {};
        // A topic may be called "constructor", which every object has something for.
        const count = Object.hasOwn(values, input.value) ? (values[input.value] ?? 0) : 0;
        number.textContent = count.toLocaleString('en-GB');
        item.dataset['count'] = String(count);
        item.dataset['empty'] = String(counts !== undefined && count === 0 && !input.checked);
      }
      if (facet !== 'year' && counts !== undefined) fullestFirst(fieldset);
      fieldset.hidden = options.every(({ item }) => item.dataset['empty'] === 'true');
      fold(fieldset);
    }
    const total = facets.reduce((sum, facet) => sum + chosen[facet].length, 0);
    const words = this.querySelector('.chosen');
    if (words !== null) words.textContent = total === 0 ? '' : `: ${total} chosen`;
    const clear = this.querySelector<HTMLElement>('.clear');
    if (clear !== null) clear.hidden = total === 0;
  }

  #options(facet: Facet) {
    const fieldset = this.querySelector<HTMLFieldSetElement>(`fieldset[data-facet="${facet}"]`);
    return fieldset === null ? [] : optionsOf(fieldset);
  }
}

function optionsOf(fieldset: HTMLFieldSetElement) {
  return [...fieldset.querySelectorAll('li')].flatMap((item) => {
    const input = item.querySelector('input');
    const number = item.querySelector('.number');
    return input === null || number === null ? [] : [{ item, input, number }];
  });
}

/** Sorts by count, but leaves a list alone while the keyboard is in it. */
function fullestFirst(fieldset: HTMLFieldSetElement): void {
  if (fieldset.contains(document.activeElement)) return;
  const items = optionsOf(fieldset).map(({ item }) => item);
  const sorted = [...items].sort((a, b) => Number(b.dataset['count']) - Number(a.dataset['count']));
  if (sorted.some((item, index) => item !== items[index])) fieldset.querySelector('ul')?.append(...sorted);
}

function fold(fieldset: HTMLFieldSetElement): void {
  const options = optionsOf(fieldset).filter(({ item }) => item.dataset['empty'] !== 'true');
  const isOpen = fieldset.dataset['open'] === 'true';
  for (const { item } of optionsOf(fieldset)) item.hidden = true;
  options.forEach(({ item, input }, index) => {
    item.hidden = !isOpen && index >= fewest && !input.checked && !item.contains(document.activeElement);
  });
  const button = fieldset.querySelector('button');
  if (button === null) return;
  button.hidden = options.length <= fewest;
  button.setAttribute('aria-expanded', String(isOpen));
  button.textContent = isOpen ? 'Show fewer' : `Show all ${options.length}`;
}

customElements.define('wc-search-filters', SearchFilters);
