import { expect, it } from 'vitest';
import { indexInput } from '../../../src/model/index-input.ts';
import { aCatalogue, aPost, aThread } from '../../support/entries.ts';

it('names posts and questions in the order of their days, newest first', () => {
  const catalogue = aCatalogue({
    posts: [aPost('old', { date: '2025-01-05' }), aPost('new', { date: '2026-03-01' })],
    questions: [aThread('7', { number: 7, title: 'Who decides?', createdAt: '2025-06-01T09:00:00Z' })],
    synonyms: [['rota', 'roster']],
  });
  expect(indexInput(catalogue)).toEqual({
    newest: ['/posts/new/', '/questions/7/who-decides/', '/posts/old/'],
    synonyms: [['rota', 'roster']],
  });
});
