// @ts-check

/**
 * Why this Node cannot even install the blog, or undefined when it can.
 * @param {string} version such as 20.19.2
 * @returns {string | undefined}
 */
export function nodeProblem(version) {
  if (isAtLeast(version, [20, 0])) return undefined;
  return `This is Node ${version}, and Watercooler needs Node 20 or newer. Install it from https://nodejs.org/ and run the command again.`;
}

/**
 * Whether this Node can run the build itself, without the newer Node from node_modules.
 * @param {string} version
 */
export function runsTheBuild(version) {
  return isAtLeast(version, [22, 12]);
}

/**
 * The flags with which this Node runs TypeScript and says nothing about it.
 * @param {string} version
 * @returns {string[]}
 */
export function typeScriptFlags(version) {
  const quiet = '--disable-warning=ExperimentalWarning';
  const stripsByItself =
    isAtLeast(version, [23, 6]) || (version.startsWith('22.') && isAtLeast(version, [22, 18]));
  return stripsByItself ? [quiet] : ['--experimental-strip-types', quiet];
}

/**
 * The flags with which Node runs a command. While the check reads thousands of files, nearly everything stays alive for
 * a while, so by itself the engine would give the main thread a hundred megabytes for young objects and never take them
 * back.
 * @param {string} command
 * @returns {string[]}
 */
export function memoryFlags(command) {
  return command === 'check' ? ['--max-semi-space-size=16'] : [];
}

/**
 * @param {string} version
 * @param {[major: number, minor: number]} least
 */
function isAtLeast(version, [leastMajor, leastMinor]) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
