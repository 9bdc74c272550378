import { searchPermalink } from '../model/permalink.ts';

/** The key `/` leads to the search field of the page, else to the search page; never while somebody types. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const { target } = event;
  if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null)
    return;
  event.preventDefault();
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  if (field === null) location.assign(searchPermalink);
  else field.focus();
});
