// These functions run inside the browser: what they use arrives in their arguments. They borrow methods from prototypes,
// because a clobbered document has others.

/** What a page may hold, by name. */
export interface Allowed {
  elements: readonly string[];
  attributes: readonly string[];
  /** Names that belong to the page: no content may stand behind them. */
  names: readonly string[];
  /** What the document itself has as own properties when nothing clobbers it. */
  documentNames: readonly string[];
  /** Numbers of the attacks in the document. */
  expected: readonly number[];
}

/** What a page holds that it must not. */
export interface Findings {
  forbidden: string[];
  clobbered: string[];
  /** Numbers of the attacks whose ends are not where they were put. */
  swallowed: number[];
}

/** What is provoked in a page. */
export interface Provoked {
  selector: string;
  /** How many elements that could run nothing by themselves. */
  most: number;
}

/**
 * Does everything to every element that a reader or a browser might do. Of a long page, only to the first elements, and to
 * all that could run something: the scripts of the blog itself have as much work with each as for a reader.
 */
export async function provoke({ selector, most }: Provoked): Promise<void> {
  const harmless = ['http:', 'https:', 'mailto:', 'tel:'];
  const followed = (event: Event) => {
    // A link may lead anywhere. What it must not do is run something.
    for (const target of event.composedPath())
      if (target instanceof HTMLAnchorElement || target instanceof HTMLAreaElement)
        if (harmless.includes(target.protocol)) event.preventDefault();
  };
  addEventListener('click', followed, { capture: true });
  const gestures = [
    'pointerover',
    'mouseover',
    'focus',
    'focusin',
    'input',
    'change',
    'toggle',
    'load',
    'error',
    'copy',
  ];
  // To set the focus makes the browser lay the page out. Ordinary elements hear of it by the event alone, after the first ones.
  const fullyFocused = 300;
  let focused = 0;
  let provoked = 0;
  const happen = (element: Element, event: Event) => EventTarget.prototype.dispatchEvent.call(element, event);
  const once = { bubbles: true, cancelable: true };
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- "call" sees the last overload, which is for old elements.
  for (const element of Document.prototype.querySelectorAll.call(document, selector)) {
    const attributes = Element.prototype.getAttributeNames.call(element);
    const handled = attributes.flatMap((name) => /^on(.+)/u.exec(name)?.[1] ?? []);
    const leads = attributes.some((name) => {
      const protocol = URL.parse(Element.prototype.getAttribute.call(element, name) ?? '')?.protocol;
      return protocol !== undefined && !harmless.includes(protocol);
    });
    provoked += 1;
    if (provoked > most && handled.length === 0 && !leads) continue;
    for (const type of [...gestures, ...handled]) happen(element, new Event(type, once));
    try {
      if (element instanceof HTMLElement) {
        if (handled.length > 0 || (element.tabIndex >= 0 && focused < fullyFocused)) {
          HTMLElement.prototype.focus.call(element, { preventScroll: true });
          focused += 1;
        }
        HTMLElement.prototype.click.call(element);
      } else happen(element, new MouseEvent('click', once));
      if (element instanceof HTMLDetailsElement) element.open = !element.open;
      if (element instanceof HTMLFormElement) HTMLFormElement.prototype.requestSubmit.call(element);
    } catch {
      // A control may be unable to submit; what matters is what it did.
    }
  }
  for (const type of ['hashchange', 'popstate', 'resize', 'storage', 'message', 'pagehide', 'pageshow'])
    dispatchEvent(new Event(type));
  // Time for what that has set off: a picture that fails, a frame that loads. There is no one event that tells its end.
  await new Promise((resolve) => setTimeout(resolve, 60));
}

/** Looks through the whole document as the browser understood it. */
export function inspect({ elements, attributes, names, documentNames, expected }: Allowed): Findings {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- "call" sees the last overload, which is for old elements.
  const all = (selector: string) => [...Document.prototype.querySelectorAll.call(document, selector)];
  const valueOf = (element: Element, name: string) => Element.prototype.getAttribute.call(element, name);
  const isOfFrame = (element: Element) => valueOf(element, 'data-frame') !== null;
  const forbidden: string[] = [];
  for (const element of all('body *')) {
    const around = Element.prototype.closest.call(element, '[data-vector]');
    const origin = around === null ? 'outside' : (valueOf(around, 'data-vector') ?? '');
    const { localName, namespaceURI, shadowRoot } = element;
    if (!elements.includes(localName) || namespaceURI !== 'http://www.w3.org/1999/xhtml')
      forbidden.push(`${origin}: <${localName}>`);
    if (shadowRoot !== null) forbidden.push(`${origin}: shadow root`);
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      if (!attributes.includes(name)) forbidden.push(`${origin}: ${localName}[${name}]`);
      if (!['href', 'src', 'cite', 'data-src'].includes(name)) continue;
      const address = valueOf(element, name) ?? '';
      const protocol = URL.parse(address, location.href)?.protocol ?? '';
      if (!['http:', 'https:', 'mailto:', 'tel:'].includes(protocol))
        forbidden.push(`${origin}: ${localName}[${name}=${address}]`);
    }
  }
  for (const element of all('head > *'))
    if (!isOfFrame(element)) forbidden.push(`in the head: <${element.localName}>`);

  const isContent = (value: unknown): boolean =>
    value instanceof HTMLCollection || (value instanceof Element && !isOfFrame(value));
  const own = document as unknown as Record<string, unknown>;
  const globals = window as unknown as Record<string, unknown>;
  const clobbered = [
    ...Object.getOwnPropertyNames(document).filter((name) => !documentNames.includes(name)),
    ...names.filter((name) => {
      const isNative = ['documentElement', 'body', 'head', 'forms', 'activeElement'].includes(name);
      return isContent(globals[name]) || (isContent(own[name]) && !isNative);
    }),
    ...names.filter((name) => isContent(Document.prototype.getElementById.call(document, name))),
  ];
  const inPlace = new Set(all('body > [data-end]').map((end) => Number(valueOf(end, 'data-end'))));
  const swallowed = expected.filter((index) => !inPlace.has(index));
  return { forbidden, clobbered, swallowed };
}

/** What stands in a part of a page, templates in it included. */
export interface Contents {
  /** Everything that could run, load or lead somewhere else. */
  dangers: string[];
  /** The names of all elements, and of the attributes that each has. */
  kinds: string[];
}

export function contentsOf(selector: string): Contents {
  const running = new Set([
    ...['script', 'style', 'link', 'meta', 'base', 'img', 'picture', 'source', 'svg', 'math', 'audio'],
    ...['video', 'iframe', 'frame', 'object', 'embed'],
  ]);
  const dangers = new Set<string>();
  const kinds = new Set<string>();
  const look = (root: ParentNode) => {
    for (const element of root.querySelectorAll('*')) {
      const { localName } = element;
      kinds.add(localName);
      if (running.has(localName)) dangers.add(`<${localName}>`);
      for (const { name, value } of element.attributes) {
        kinds.add(`${localName}[${name}]`);
        if (/^on|^style$|^srcdoc$|^formaction$/u.test(name)) dangers.add(`${localName}[${name}]`);
        const leads = ['href', 'src', 'action', 'xlink:href', 'data-href'].includes(name);
        const isHarmless = !leads || /^https?:$/u.test(URL.parse(value, location.href)?.protocol ?? '');
        if (!isHarmless) dangers.add(`${localName}[${name}=${value}]`);
      }
      if (element instanceof HTMLTemplateElement) look(element.content);
      if (element.shadowRoot !== null) dangers.add(`${localName}: shadow root`);
    }
  };
  for (const part of document.querySelectorAll(selector)) look(part);
  return { dangers: [...dangers], kinds: [...kinds] };
}

/** What no page does: takes each of some texts for HTML. Shows that the tests would notice. */
export function addAsHtml({ selector, texts }: { selector: string; texts: readonly string[] }): void {
  for (const text of texts) {
    const place = document.createElement('div');
    document.querySelector(selector)?.append(place);
    place.innerHTML = text;
  }
}
