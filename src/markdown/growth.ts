/** How many times longer than its source a page may be, and a length that needs no question. */
export const mostGrowth = 20;
export const alwaysFine = 8_192;

/** A few signs of Markdown can ask for many of HTML, such as one long address that a thousand references use. */
export const tooMuch = {
  rule: 'too-much-markup' as const,
  message: 'The page would be many times longer than its source.',
  mend: 'Repeat fewer links, footnotes or headings.',
};

// Nested tags become nested calls, and the stack of calls has an end.
export const tooDeep = {
  line: 1,
  column: 1,
  rule: 'too-deep' as const,
  message: 'There are thousands of tags in this text, or thousands in one another.',
  mend: 'Close every tag that was opened, and write Markdown where it will do.',
};
