/** What is said when the index does not come. */
export const failureWords = import.meta.env.DEV
  ? 'There is no search index while you write: a build makes it. The topics lead to every post.'
  : 'The search index could not be loaded. Try again, or start from a topic.';
