// Every exception to the recommended rules carries its reason.
export default {
  root: true,
  extends: ['html-validate:recommended'],
  elements: ['html5'],
  rules: {
    // Telephone numbers are written by contributors, who cannot be asked for non-breaking spaces.
    'tel-non-breaking': 'off',
    // HTML allows any character but white space, and a heading "3. Forms are late" keeps the id that the forge gives it.
    'valid-id': ['error', { relaxed: true }],
    // Titles are the words of contributors; how long they may be is a rule of the content, not of the markup.
    'long-title': 'off',
  },
};
