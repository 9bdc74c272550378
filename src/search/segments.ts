/** Scripts that are written without spaces between words. */
const unspaced =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';
const runs = new RegExp(`(?![\\p{Number}\\p{Punctuation}])[${unspaced}]+`, 'gu');
// Most text is, and is told much faster.
const plain = /^[\s!-~]*$/u;
const joint = '\u200B ';
const loneJoints = new RegExp(`(?<=[${unspaced}](?:</mark>)?) (?=(?:<mark>)?[${unspaced}])`, 'gu');

let segmenter: Intl.Segmenter | undefined;

/**
 * A text with a space between the words of scripts that are written without any, so that Pagefind can tell them apart. The
 * index and the reader's browser part them in the same way; browsers without `Intl.Segmenter` leave them as they are.
 */
export function segmented(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(runs, (run) => {
    if (!('Segmenter' in Intl)) return run;
    // One dictionary serves all these scripts, whatever the language.
    segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
    return Array.from(segmenter.segment(run), ({ segment }) => segment).join(joint);
  });
}

/** The text as it was before `segmented`. Pagefind drops the empty spaces, and marks may stand around what was found. */
export function unsegmented(text: string): string {
  return text.includes(joint) ? text.replaceAll(joint, '') : text.replace(loneJoints, '');
}
