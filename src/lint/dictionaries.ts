import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeTrie, encodeITrieToBTrie, type ITrie } from 'cspell-trie-lib';
import { digestOf, keepBytes, keptBytes } from './kept-bytes.ts';

/** Whether a word is in a dictionary as it is written. */
export type Dictionary = (word: string) => boolean;

type PackageFile = readonly [dictionary: string, path: string];

const tries = [
  ['@cspell/dict-en-gb-mit', 'en_GB.trie.gz'],
  ['@cspell/dict-en_us', 'en_US.trie.gz'],
] as const;
// Lists of names and terms; the ones of signals and error numbers hold only what is never checked.
const lists = [
  ['@cspell/dict-software-terms', 'dict/softwareTerms.txt.gz'],
  ['@cspell/dict-software-terms', 'dict/software-tools.txt'],
  ['@cspell/dict-software-terms', 'dict/webServices.txt'],
  ['@cspell/dict-software-terms', 'dict/networkingTerms.txt'],
  ['@cspell/dict-software-terms', 'dict/coding-compound-terms.txt'],
  ['@cspell/dict-companies', 'dict/companies.txt'],
] as const;

let loaded: Dictionary | undefined;

/** English, British and American together, with the terms of software and the names of companies. Loaded once. */
export function loadDictionary(): Dictionary {
  return (loaded ??= openDictionary(cache));
}

/** Made from packages alone, what is kept is that of the engine and not of a blog. */
const cache = join(import.meta.dirname, '../../.cache/dictionaries');

/** Loads the dictionary. What takes long to read of it is kept in a folder, and taken from there the next time. */
export function openDictionary(folder: string): Dictionary {
  const [british, american] = tries.map((file) => trieOf(file, folder));
  const terms = new Set(lists.flatMap((file) => read(file).toString('utf8').split(/\s+/u)));
  return (word) =>
    terms.has(word) || british?.hasWord(word, true) === true || american?.hasWord(word, true) === true;
}

const { resolve } = createRequire(import.meta.url);
const libraryFacts = new URL('../package.json', import.meta.resolve('cspell-trie-lib'));

/** As the bytes that it is kept as, a dictionary is there in a fiftieth of the time. */
function trieOf(file: PackageFile, folder: string): ITrie {
  const source = bytesOf(file);
  const kept = join(folder, `${digestOf(source, readFileSync(libraryFacts))}.btrie`);
  const known = keptBytes(kept);
  if (known !== undefined) return decodeTrie(known);
  const trie = decodeTrie(gunzipSync(source));
  keepBytes(kept, encodeITrieToBTrie(trie));
  return trie;
}

function read(file: PackageFile): Buffer<ArrayBuffer> {
  return file[1].endsWith('.gz') ? gunzipSync(bytesOf(file)) : bytesOf(file);
}

function bytesOf([dictionary, path]: PackageFile): Buffer<ArrayBuffer> {
  // The packages let only their description be asked for; the words lie beside it.
  return readFileSync(join(dirname(resolve(dictionary)), path));
}
