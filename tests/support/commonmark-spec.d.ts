declare module 'commonmark-spec' {
  /** The examples of the CommonMark specification. A tab is written `→`. */
  const specification: {
    tests: readonly { number: number; section: string; markdown: string; html: string }[];
  };
  export default specification;
}
