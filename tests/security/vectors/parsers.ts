import { pairs, sparks, type Vector } from './vector.ts';

/** Elements whose insides are read as text, each time by somebody else's rules. */
const rawText = [
  ...['title', 'textarea', 'style', 'xmp', 'noscript', 'noembed', 'noframes', 'iframe', 'plaintext'],
  ...['template', 'select', 'option', 'script', 'svg', 'math'],
] as const;

/** Ways to end such an element where the other reader does not see it. */
const breakouts: ((element: string, spark: string) => string)[] = [
  (element, spark) => `<${element}><p title="</${element}>${spark}">`,
  (element, spark) => `<${element}><!--</${element}>${spark}-->`,
  (element, spark) => `<${element}></${element} x="${spark}">${spark}`,
  (element, spark) => `<${element}>${spark}</${element}>`,
  (element, spark) => `<${element}/>${spark}`,
];

/** Comments, declarations and sections that end earlier or later than they seem to. */
const comments: Vector[] = [
  (spark) => `<!-->${spark}-->`,
  (spark) => `<!--->${spark}-->`,
  (spark) => `<!-- --!>${spark}-->`,
  (spark) => `<!-- <!-- --> ${spark} -->`,
  (spark) => `<!--[if gte IE 4]>${spark}<![endif]-->`,
  (spark) => `<![CDATA[${spark}]]>`,
  (spark) => `<![CDATA[>${spark}]]>`,
  (spark) => `<!DOCTYPE x [<!ENTITY y "${spark}">]>&y;`,
  (spark) => `<?xml version="1.0"?>${spark}`,
  (spark) => `<?><p title="?>${spark}">`,
  (spark) => `<!x>${spark}`,
  (spark) => `</ x>${spark}`,
  (spark) => `<%= ${spark} %>`,
  (spark) => `{{${spark}}}`,
  (spark) => `\${${spark}}`,
  (spark) => `]]></script>${spark}`,
  (spark) => `--></script>${spark}<!--`,
];

/** Trees that a browser builds otherwise the second time, once they were written down as HTML. */
const mutations: Vector[] = [
  (spark) => `<math><mtext><table><mglyph><style><!--</style>${spark}`,
  (spark) => `<math><mtext><table><mglyph><style><math>${spark}</style></mglyph></table></mtext></math>`,
  (spark) => `<form><math><mtext></form><form><mglyph><style></math>${spark}`,
  (spark) => `<svg></p><style><a id="</style>${spark}">`,
  (spark) => `<svg><style><a title="</style>${spark}"></a></style></svg>`,
  (spark) => `<svg></br><desc><p><style><!--</style>${spark}--></style>`,
  (spark) => `<math></br><annotation-xml encoding="text/html"><style><!--</style>${spark}`,
  (spark) => `<svg><foreignObject><math><mi><table><mglyph><style><!--</style>${spark}`,
  (spark) => `<math><annotation-xml encoding="application/xhtml+xml"><p>${spark}</p></annotation-xml></math>`,
  (spark) => `<svg><desc><noscript>&lt;/noscript>&lt;/desc>&lt;/svg>${spark}</noscript></desc></svg>`,
  (spark) => `<noscript><p title="</noscript>${spark}"></noscript>`,
  (spark) => `<table><tr><td><svg><desc><td></desc></svg>${spark}</table>`,
  (spark) => `<select><template><style><!--</select></style>${spark}--></template></select>`,
  (spark) => `<a><table><a>${spark}</table></a>`,
  (spark) => `<p><svg><foreignobject></p>${spark}</svg>`,
  (spark) => `<listing>&lt;/listing&gt;${spark}</listing>`,
  (spark) => `<img alt="\`\`${spark}" title='\`\`${spark}'>`,
  (spark) => `<p style="font-family:'\\22\\3e${spark}'">x</p>`,
  (spark) => `<template shadowrootmode=open>${spark}<slot></slot></template>`,
  (spark) => `<div><template shadowrootmode=closed>${spark}</template></div>`,
  (spark) => `<table><caption>${spark}</table>${spark}`,
  (spark) => `<frameset><noframes>${spark}</noframes></frameset>`,
  (spark) => `<ruby><rt><select><keygen>${spark}`,
  (spark) => `<title>&lt;/title&gt;${spark}</title>`,
];

/** What one parser ends and another does not. */
export const parserVectors: Vector[] = [
  ...pairs(pairs(rawText, breakouts), sparks).map(
    ([[element, breakOut], spark]): Vector =>
      (code) =>
        breakOut(element, spark(code)),
  ),
  ...pairs([...comments, ...mutations], sparks).map(
    ([wrap, spark]): Vector =>
      (code) =>
        wrap(spark(code)),
  ),
];
