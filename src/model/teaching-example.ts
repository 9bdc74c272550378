import type { CalloutType } from './teaching.ts';

interface TeachingExample {
  callout: { type: CalloutType; title: string; text: string };
  steps: readonly string[];
  tabs: readonly { label: string; text: string }[];
  quiz: {
    id: string;
    question: string;
    options: readonly { text: string; correct: boolean }[];
    explanation: string;
  };
}

/** What the write page fills the teaching components with. Their source and their picture are both made from it. */
export const teachingExample: TeachingExample = {
  callout: {
    type: 'warning',
    title: 'Before you unscrew it',
    text: 'Close the valve. It holds pressure for an hour.',
  },
  steps: ['Look at the window.', 'Photograph it.', 'Then clean it.'],
  tabs: [
    { label: 'Browser', text: 'Choose the edit link at the foot of the post.' },
    { label: 'Machine', text: 'Open the file in any editor.' },
  ],
  quiz: {
    id: 'names-that-sort',
    question: 'Which name sorts by date?',
    options: [
      { text: 'survey-12-march.csv', correct: false },
      { text: '2026-03-12-survey.csv', correct: true },
    ],
    explanation: 'Year, month, day: the longest span comes first.',
  },
};
