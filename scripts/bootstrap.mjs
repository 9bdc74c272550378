// @ts-check
// Plain JavaScript without dependencies: this runs before anything is installed, on any Node that npm came with.
import { nodeProblem } from './bootstrap/node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem === undefined) {
  // Loaded late, so that an old Node reads the sentence above and not a syntax error.
  const { bootstrap } = await import('./bootstrap/main.mjs');
  process.exitCode = await bootstrap(process.argv.slice(2));
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
