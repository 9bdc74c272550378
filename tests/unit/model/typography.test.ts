import { describe, expect, it } from 'vitest';
import { typographic } from '../../../src/model/typography.ts';

describe('typographic', () => {
  it.each([
    [`He said "no" and left`, 'He said “no” and left'],
    [`"Why?" she asked`, '“Why?” she asked'],
    [`I'm sure it's Amara's`, 'I’m sure it’s Amara’s'],
    [`She wrote 'later' twice`, 'She wrote ‘later’ twice'],
    [`("quoted")`, '(“quoted”)'],
    [`"'Later', he said"`, '“‘Later’, he said”'],
    [`the '90s`, 'the ’90s'],
    ['wait...', 'wait…'],
    ['....', '....'],
    ['no marks', 'no marks'],
  ])('sets %s', (plain, set) => {
    expect(typographic(plain)).toBe(set);
  });

  it('closes a quotation that began in the part before', () => {
    expect(typographic('" and on', 'd')).toBe('” and on');
  });
});
