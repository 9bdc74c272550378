/** One thing that the check looks for. Its name is permanent: people search for it. */
export interface Rule {
  /** An error keeps everything from being published; advice is only said. */
  severity: Severity;
  /**
   * Whether an author may silence it for one line or one file, with a reason. What the build cannot do without, and
   * what keeps readers safe, cannot be silenced.
   */
  silenceable: boolean;
  /** What it finds, in one whole sentence. */
  finds: string;
  /** Why that matters, in whole sentences. */
  because: string;
  /** What it finds, as an author would write it. */
  wrong?: string;
  /** The same, mended. */
  right?: string;
}

export type Severity = 'error' | 'advice';
