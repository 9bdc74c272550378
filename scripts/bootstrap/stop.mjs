// @ts-check

/** Ends the command: the message says, in whole sentences, what happened and what to do. */
export class Stop extends Error {
  /**
   * @param {string} message
   * @param {{ output?: string, exitCode?: number }} [details] what the failed tool printed; the exit code, 1 by default
   */
  constructor(message, { output = '', exitCode = 1 } = {}) {
    super(message);
    this.name = 'Stop';
    this.output = output;
    this.exitCode = exitCode;
  }
}

const causes = [
  {
    sign: /ENOSPC|no space left on device/iu,
    message: 'The disk is full. Free about 1 GB and run the command again.',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/u,
    message:
      'The npm registry could not be reached. Check the network (and npm’s proxy and registry settings), then run the command again.',
  },
  {
    sign: /EROFS|EACCES|EPERM/u,
    message:
      'npm may not write to this folder. Make the folder writable for your user, or copy it to a place that is, and run the command again.',
  },
  {
    sign: /EUSAGE|can only install packages when your package\.json and package-lock\.json/u,
    message:
      'package.json and package-lock.json disagree, so nothing was installed. Run "npm install" once and commit package-lock.json.',
  },
  {
    sign: /EINTEGRITY/u,
    message:
      'A downloaded package does not match package-lock.json. Run "npm cache verify", then run the command again; if it stays, ask who changed the lockfile.',
  },
  {
    sign: /E401|E403|ENEEDAUTH/u,
    message:
      'The npm registry refused the request. Log in with "npm login" (or ask who runs the registry), then run the command again.',
  },
];

/**
 * One sentence for what a tool printed, or for the code of a system error.
 * @param {string} output
 * @param {string} otherwise
 */
export function explain(output, otherwise) {
  return causes.find(({ sign }) => sign.test(output))?.message ?? otherwise;
}
