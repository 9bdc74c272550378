const openers = document.querySelectorAll<HTMLAnchorElement>('a[data-opens-search]');

let dialog: HTMLDialogElement | undefined;
let loaded: Promise<void> | undefined;

/** Opens the search dialog with what was asked in it before; on the search page, the page itself is the search. */
function open(): void {
  const ownField = document.querySelector<HTMLInputElement>('wc-search input[type="search"]');
  if (ownField === null) {
    dialog ??= createDialog();
    if (dialog === undefined) return;
    // It is there before its program, so that no letter is lost.
    if (!dialog.open) dialog.showModal();
    load();
  }
  const field = ownField ?? dialog?.querySelector('input');
  field?.focus();
  field?.select();
}

function createDialog(): HTMLDialogElement | undefined {
  const source = document.querySelector<HTMLTemplateElement>('template#search-dialog');
  if (source === null) return undefined;
  document.body.append(document.importNode(source.content, true));
  const made = document.querySelector<HTMLDialogElement>('dialog.search');
  if (made === null) return undefined;
  made.addEventListener('click', (event) => {
    const pressed = event.target;
    if (pressed === made || (pressed instanceof Element && pressed.closest('.close'))) made.close();
  });
  made.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // Without this, the first Escape only empties the field in some browsers.
    event.preventDefault();
    made.close();
  });
  return made;
}

/** Loads the program of the dialog and the index, ahead of their use. */
function load(): void {
  loaded ??= import('./search-dialog.ts')
    .then(({ SearchDialog }) => {
      dialog ??= createDialog();
      if (dialog !== undefined) SearchDialog.conduct(dialog);
    })
    .catch(() => {
      // Without it, Enter leads to the search page. The next intent tries again.
      loaded = undefined;
    });
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.altKey) return;
  const withModifier = event.ctrlKey || event.metaKey;
  const isShortcut = withModifier
    ? event.key.toLowerCase() === 'k'
    : event.key === '/' && !isTyping(event.target);
  if (!isShortcut) return;
  event.preventDefault();
  open();
});

for (const opener of openers) {
  opener.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  for (const intent of ['pointerenter', 'focus', 'touchstart'])
    opener.addEventListener(intent, load, { passive: true });
}

/** A field of a dialog that was just closed may have the keyboard for a moment longer; nobody types into that. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest('dialog:not([open])') !== null) return false;
  return target.closest('input, textarea, select, [contenteditable]') !== null;
}
