import type { Literal } from 'mdast';
import type { Code, Construct, Extension, State } from 'micromark-util-types';
import type {} from 'remark-parse';
import type { Processor } from 'unified';

/** `[[…]]` as written, without the brackets. */
export interface WikiLink extends Literal {
  type: 'wikiLink';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    wikiLink: WikiLink;
  }
  interface RootContentMap {
    wikiLink: WikiLink;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikiLink: 'wikiLink';
    wikiLinkMarker: 'wikiLinkMarker';
    wikiLinkText: 'wikiLinkText';
  }
}

const openingBracket = 91;
const closingBracket = 93;
const openingParenthesis = 40;
const caret = 94;
// No title is longer, and a limit keeps unclosed brackets from being read again and again.
const longest = 300;

/**
 * `[[target]]` and `[[target|text]]` on one line. A construct of the parser and not a search through text, so that
 * code and `\[[` stay as they are and emphasis marks in a title mean nothing.
 */
const wikiLink: Construct = {
  name: 'wikiLink',
  tokenize(effects, ok, nok) {
    let size = 0;
    return open;

    function open(code: Code): State | undefined {
      effects.enter('wikiLink');
      effects.enter('wikiLinkMarker');
      effects.consume(code);
      return openAgain;
    }
    function openAgain(code: Code): State | undefined {
      if (code !== openingBracket) return nok(code);
      effects.consume(code);
      effects.exit('wikiLinkMarker');
      return first;
    }
    function first(code: Code): State | undefined {
      // `[[^1]]` is a footnote call in brackets.
      if (code === caret || code === closingBracket) return nok(code);
      effects.enter('wikiLinkText');
      return inside(code);
    }
    function inside(code: Code): State | undefined {
      size += 1;
      if (code === null || code < 0 || code === openingBracket || size > longest) return nok(code);
      if (code !== closingBracket) {
        effects.consume(code);
        return inside;
      }
      effects.exit('wikiLinkText');
      effects.enter('wikiLinkMarker');
      effects.consume(code);
      return close;
    }
    function close(code: Code): State | undefined {
      if (code !== closingBracket) return nok(code);
      effects.consume(code);
      effects.exit('wikiLinkMarker');
      effects.exit('wikiLink');
      return after;
    }
    // `[[1]](https://…)` is an ordinary link whose text is "[1]".
    function after(code: Code): State | undefined {
      return code === openingParenthesis ? nok(code) : ok(code);
    }
  },
};

const syntax: Extension = { text: { [openingBracket]: wikiLink } };

/** Reads wiki links into nodes of the type `wikiLink`. */
export function remarkWikiLinkSyntax(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(syntax);
  (data.fromMarkdownExtensions ??= []).push({
    enter: {
      wikiLink(token) {
        this.enter({ type: 'wikiLink', value: '' }, token);
      },
    },
    exit: {
      wikiLinkText(token) {
        const node = this.stack.at(-1);
        if (node?.type === 'wikiLink') node.value = this.sliceSerialize(token);
      },
      wikiLink(token) {
        this.exit(token);
      },
    },
  });
}
