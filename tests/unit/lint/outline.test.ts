import { expect, it } from 'vitest';
import { outlineFindings } from '../../../src/lint/outline.ts';
import { kinds } from '../../../src/model/post.ts';
import { beginning } from '../../../src/model/post-template.ts';
import { daySchema } from '../../../src/model/day.ts';
import { passagesIn, printed } from './helpers.ts';

const day = daySchema.parse('2026-03-12');

it('finds every sentence of an outline, and no heading', () => {
  const bodies = kinds.map((kind) => beginning(kind, day).body).join('\n');
  expect(printed(outlineFindings(passagesIn(bodies)))).toMatchInlineSnapshot(`
    "1:1  outline-text
      "Begin with what happened, or with the question as you were asked it." is what the outline says, and not what you have to say.
      Write over it, or delete it.
    5:1  outline-text
      "And what not." is what the outline says, and not what you have to say.
      Write over it, or delete it.
    7:1  outline-text
      "Who needs this, and when." is what the outline says, and not what you have to say.
      Write over it, or delete it.
    9:4  outline-text
      "The first step." is what the outline says, and not what you have to say.
      Write over it, or delete it.
    10:4  outline-text
      "The second step." is what the outline says, and not what you have to say.
      Write over it, or delete it.
    14:1  outline-text
      "What went wrong the first time, and how you noticed." is what the outline says, and not what you have to say.
      Write over it, or delete it.
    16:1  outline-text
      "Why it is worth your colleagues’ time, in two or three sentences." is what the outline says, and not what you have to say.
      Write over it, or delete it.
    18:1  outline-text
      "What changes, from when, and for whom." is what the outline says, and not what you have to say.
      Write over it, or delete it.
    20:1  outline-text
      "Whom to ask about it." is what the outline says, and not what you have to say.
      Write over it, or delete it.
    22:1  outline-text
      "What they did, and what it made possible." is what the outline says, and not what you have to say.
      Write over it, or delete it.
    24:1  outline-text
      "What you want to find out, and why." is what the outline says, and not what you have to say.
      Write over it, or delete it.
    26:1  outline-text
      "What you have tried already." is what the outline says, and not what you have to say.
      Write over it, or delete it."
  `);
});

it('is content when it was written over', () => {
  expect(
    outlineFindings(passagesIn('1. The first step: open the lid.\n\n## If it goes wrong\n\nRing us.\n')),
  ).toEqual([]);
});
