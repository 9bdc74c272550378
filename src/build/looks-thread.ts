import { parentPort, workerData } from 'node:worker_threads';
import { lookAtOutput } from '../plan/output-look.ts';
import { outputNotes, readNotes } from '../plan/output-notes.ts';
import type { Looks } from './looks.ts';
import { appearanceOf, type Places } from './untouched.ts';

const places = workerData as Places;
const { outDir, cacheDir } = places;
const looks: Looks = {
  appearance: await appearanceOf(places),
  output: lookAtOutput(outDir, readNotes(outputNotes(cacheDir, outDir), outDir)),
};
parentPort?.postMessage(looks);
