import 'giscus';
import { remember, remembered } from './device-memory.ts';

const memory = 'giscus';

// The widget goes on by itself after these: nobody has written yet, or the session has ended.
const usual = /Discussion not found|Bad credentials|Invalid state value|State has expired/u;

let closeBefore: (() => void) | undefined;

/**
 * Puts a fresh widget into the page: one that was moved or used stops working. `hear` is told of everything it says, with a
 * sentence about what troubles it; empty when all is well.
 */
export function openWidget(place: HTMLElement, hear: (trouble: string) => void): void {
  closeBefore?.();
  const template = place.querySelector('template');
  if (template === null) return;
  const copy = document.importNode(template.content, true);
  const widget = copy.querySelector('giscus-widget');
  if (widget === null) return;
  const origin = new URL(widget.getAttribute('host') ?? '').origin;
  const leaving = new AbortController();
  let trouble = '';
  addEventListener(
    'message',
    ({ origin: from, source, data }: MessageEvent<unknown>) => {
      const frame = widget.shadowRoot?.querySelector('iframe');
      if (from !== origin || source !== frame?.contentWindow || !isSpoken(data)) return;
      trouble = troubleAfter(data.giscus, trouble);
      // Whoever pressed the button goes on from here: it is about to go.
      if (place.querySelector('button') === document.activeElement) frame.focus({ preventScroll: true });
      hear(trouble);
    },
    { signal: leaving.signal },
  );
  const followTheme = () => widget.setAttribute('theme', chosenTheme());
  followTheme();
  const themes = new MutationObserver(followTheme);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  closeBefore = () => {
    leaving.abort();
    themes.disconnect();
    widget.remove();
  };
  place.append(copy);
  offerMemory(place);
}

/** Does something when the reader comes near, if it was chosen for this host: whoever stays above needs nothing loaded. */
export function whenWanted(place: HTMLElement, act: () => void): void {
  if (!isChosen(place)) return;
  const sight = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      sight.disconnect();
      act();
    },
    { rootMargin: '400px' },
  );
  sight.observe(place);
}

function isChosen({ dataset: { host = '' } }: HTMLElement): boolean {
  return remembered(memory).includes(host);
}

/** Shows the box that loads the conversation without a click from now on, or never again. */
function offerMemory(place: HTMLElement): void {
  const choice = place.querySelector<HTMLElement>('.always');
  const box = choice?.querySelector('input');
  if (choice == null || box == null) return;
  choice.hidden = false;
  box.checked = isChosen(place);
  const { host = '' } = place.dataset;
  box.onchange = () => remember(memory, box.checked ? [host] : []);
}

function isSpoken(data: unknown): data is { giscus: object } {
  return (
    typeof data === 'object' &&
    data !== null &&
    'giscus' in data &&
    typeof data.giscus === 'object' &&
    data.giscus !== null
  );
}

function troubleAfter(said: object, before: string): string {
  if ('discussion' in said) return '';
  if (!('error' in said) || typeof said.error !== 'string' || usual.test(said.error)) return before;
  return `The comment box says: “${said.error.slice(0, 200)}”. You can take part here instead.`;
}

function chosenTheme(): string {
  return document.documentElement.dataset['theme'] ?? 'preferred_color_scheme';
}
