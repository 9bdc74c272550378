import type { Range } from './range.ts';

/** What a browser reads in a page without running it. */
export interface PageFacts {
  headings: string[];
  links: string[];
  paragraphs: string[];
  description: string;
  alts: string[];
  /** Who spoke, and what could be voted for. */
  speakers: string[];
  choices: string[];
  /** The sources of the data blocks. */
  data: string[];
  dangers: string[];
}

/** What is read in a page that is not there. */
export const nothingRead: PageFacts = {
  headings: [],
  links: [],
  paragraphs: [],
  description: '',
  alts: [],
  speakers: [],
  choices: [],
  data: [],
  dangers: [],
};

const atOnce = 100;

/** Has the browser's own parser read built pages. Scripts in them do not run. */
export async function readPages(
  range: Range,
  pages: readonly (readonly [path: string, html: Buffer])[],
): Promise<Map<string, PageFacts>> {
  const all = new Map<string, PageFacts>();
  for (let start = 0; start < pages.length; start += atOnce) {
    const portion = pages.slice(start, start + atOnce);
    const sources = portion.map(([, html]) => html.toString());
    const { found = [] } = await range.visit({ html: '<!doctype html>' }, (page) =>
      page.evaluate(factsOf, sources),
    );
    portion.forEach(([path], index) => {
      const facts = found[index];
      if (facts !== undefined) all.set(path, facts);
    });
  }
  return all;
}

/** Runs in the browser. */
function factsOf(sources: string[]): PageFacts[] {
  const forbidden =
    'style, iframe, frame, object, embed, applet, base, svg, math, [style], [srcdoc], [formaction]';
  return sources.map((source) => {
    const page = new DOMParser().parseFromString(source, 'text/html');
    const all = (selector: string) => [...page.querySelectorAll(selector)];
    const texts = (selector: string) => all(selector).map(({ textContent }) => textContent);
    const data = all('script[type="application/ld+json"]');
    const inline = all('script').filter((script) => !data.includes(script) && !script.hasAttribute('src'));
    const handlers = all('*').flatMap((element) =>
      element
        .getAttributeNames()
        .flatMap((name) => (/^on/u.test(name) ? [`${element.localName}[${name}]`] : [])),
    );
    const addresses = all('[href], [src], [action]').flatMap((element) =>
      ['href', 'src', 'action'].flatMap((name) => {
        const address = element.getAttribute(name);
        const protocol = address === null ? 'https:' : URL.parse(address, 'https://blog.example/')?.protocol;
        return ['https:', 'http:', 'mailto:', 'tel:'].includes(protocol ?? '')
          ? []
          : [`${name}=${address ?? ''}`];
      }),
    );
    return {
      headings: texts('h1'),
      links: texts('main a'),
      paragraphs: texts('main p'),
      description: page.querySelector('meta[name="description"]')?.getAttribute('content') ?? '',
      alts: all('img').map((image) => image.getAttribute('alt') ?? ''),
      speakers: texts('.remark header strong'),
      choices: texts('.poll dt'),
      data: data.map(({ textContent }) => textContent),
      dangers: [
        ...all(forbidden).map(({ localName }) => `<${localName}>`),
        ...inline.map(() => 'an inline script'),
        ...handlers,
        ...addresses,
      ],
    };
  });
}
