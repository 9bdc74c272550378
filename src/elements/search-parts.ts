import { SearchFilters } from './search-filters.ts';

/** The pieces of the search page that change. */
export interface Parts {
  form: HTMLFormElement;
  field: HTMLInputElement;
  status: HTMLElement;
  order: HTMLElement;
  sort: HTMLSelectElement;
  beside: HTMLElement;
  filters: SearchFilters;
  /** What may have been meant. */
  meant: HTMLElement;
  results: HTMLElement;
  more: HTMLElement;
  nothing: HTMLElement;
  failed: HTMLElement;
  /** Topics to start from. */
  start: HTMLElement;
  template: HTMLTemplateElement;
}

/** Finds the pieces; undefined where one is missing, and the page then stays as it was written. */
export function partsOf(page: HTMLElement): Parts | undefined {
  const form = page.querySelector('form');
  const field = page.querySelector<HTMLInputElement>('input[type="search"]');
  const sort = page.querySelector<HTMLSelectElement>('select[name="sort"]');
  const filters = page.querySelector('wc-search-filters');
  const template = page.querySelector('template');
  const [status, order, beside, meant, results, more, nothing, failed, start] = [
    '[role="status"]',
    '.order',
    '.beside',
    '.meant',
    '.results',
    '.more',
    '.nothing',
    '.failed',
    '.start',
  ].map((selector) => page.querySelector<HTMLElement>(selector));
  if (!form || !field || !sort || !(filters instanceof SearchFilters) || !template) return undefined;
  if (!status || !order || !beside || !meant || !results || !more || !nothing || !failed || !start)
    return undefined;
  return {
    form,
    field,
    status,
    order,
    sort,
    beside,
    filters,
    meant,
    results,
    more,
    nothing,
    failed,
    start,
    template,
  };
}

/** Shows one state of the page and hides what belongs to the others. */
export function show(parts: Parts, view: 'start' | 'results' | 'nothing' | 'failed'): void {
  const { order, beside, meant, results, more, nothing, failed, start } = parts;
  order.hidden = view !== 'results';
  results.hidden = view !== 'results';
  nothing.hidden = view !== 'nothing';
  failed.hidden = view !== 'failed';
  start.hidden = view === 'results';
  meant.hidden = true;
  if (view === 'results' || view === 'nothing') return;
  beside.hidden = true;
  more.hidden = true;
}
