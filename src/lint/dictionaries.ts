import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';

/** Whether a word is in a dictionary as it is written. */
export type Dictionary = (word: string) => boolean;

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
  return (loaded ??= load());
}

function load(): Dictionary {
  const [british, american] = tries.map((file) => decodeTrie(read(file)));
  const terms = new Set(lists.flatMap((file) => read(file).toString('utf8').split(/\s+/u)));
  return (word) =>
    terms.has(word) || british?.hasWord(word, true) === true || american?.hasWord(word, true) === true;
}

const { resolve } = createRequire(import.meta.url);

function read([dictionary, path]: readonly [dictionary: string, path: string]): Buffer<ArrayBuffer> {
  // The packages let only their description be asked for; the words lie beside it.
  const content = readFileSync(join(dirname(resolve(dictionary)), path));
  return path.endsWith('.gz') ? gunzipSync(content) : content;
}
