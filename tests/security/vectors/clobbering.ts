import { pairs, type Vector } from './vector.ts';

/** Names that a script of the page, or the browser for it, looks up in the document or the window. */
export const clobberedNames = [
  ...['getElementById', 'querySelector', 'querySelectorAll', 'createElement', 'importNode', 'currentScript'],
  ...['documentElement', 'body', 'head', 'forms', 'cookie', 'location', 'defaultView', 'activeElement'],
  ...['adoptedStyleSheets', 'implementation', 'baseURI', 'domain', 'readyState', 'addEventListener'],
  ...[
    'trustedTypes',
    'customElements',
    'localStorage',
    'main',
    'search',
    'search-field',
    'theme',
    'contents',
  ],
  ...['conversation', 'footnote-label', 'title', '__proto__', 'constructor', 'hasOwnProperty', 'hit'],
];

const carriers: Vector[] = [
  (name) => `<img name="${name}" src="./pump.webp" alt="x">`,
  (name) => `<form id="${name}" name="${name}"><input name="attributes"><input id="parentNode"></form>`,
  (name) => `<a id="${name}">x</a><a id="${name}" name="href" href="https://evil.example/">y</a>`,
  (name) => `<object id="${name}" name="${name}"></object><embed name="${name}">`,
  (name) => `<iframe name="${name}" srcdoc="<a id=x>"></iframe>`,
  (name) => `<p id="${name}">x</p><section id='${name}'>y</section>`,
];

/** Elements that take a name which belongs to the page. They run nothing by themselves. */
export const clobberingVectors: Vector[] = pairs(clobberedNames, carriers).map(
  ([name, carrier]): Vector =>
    () =>
      carrier(name),
);
