/** The issue form that makes a post of an issue, as addresses name it. */
export const handInTemplate = 'write-a-post.yml';
/** Its file, relative to the top folder. */
export const handInFormPath = `.github/ISSUE_TEMPLATE/${handInTemplate}`;

/** The label that the form sets, and that makes an issue a post to be. */
export const handInLabel = 'post';
/** The label by which a maintainer lets in the issue of a stranger. */
export const welcomeLabel = 'welcome';

/**
 * What the form asks, in its order, with the headings that the forge puts over the answers. The text comes last: it may hold
 * anything, also lines that look like these headings.
 */
export const handInHeadings = {
  kind: 'What it is for',
  topics: 'Topics',
  group: 'Group',
  excerpt: 'In short',
  link: 'For a link: its address',
  to: 'For a shout-out: whom you thank',
  expires: 'For an announcement: the last day',
  name: 'The first time: your name',
  role: 'The first time: what you do',
  promise: 'Before you send it',
  text: 'Your text',
} as const;

export type HandInField = keyof typeof handInHeadings;

const fields = Object.entries(handInHeadings);
// What the forge writes where nothing was answered.
const noAnswer = /^(?:_No response_|None)?$/u;

/** The answers in the text of an issue, by field; undefined when it was not written with the form. */
export function readHandIn(body: string): Partial<Record<HandInField, string>> | undefined {
  const lines = body.replace(/\r\n?/gu, '\n').split('\n');
  const answers = new Map<string, string>();
  let from = 0;
  for (const [field, heading] of fields) {
    const at = lines.indexOf(`### ${heading}`, from);
    if (at === -1) continue;
    if (field === 'text') {
      answers.set(field, answered(lines.slice(at + 1).join('\n')));
      break;
    }
    // Every answer but the text is one line, so a line that only looks like the next heading is passed over.
    const line = lines.findIndex((text, index) => index > at && text.trim() !== '');
    answers.set(field, answered(lines[line] ?? ''));
    from = line === -1 ? lines.length : line + 1;
  }
  return answers.has('text') ? Object.fromEntries(answers) : undefined;
}

function answered(text: string): string {
  const words = text.trim();
  return noAnswer.test(words) ? '' : words;
}
