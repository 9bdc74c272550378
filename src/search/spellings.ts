import type { Synonyms } from '../model/synonyms.ts';

/** Beginnings of words that are spelt in one way in Britain and in another in America. */
const beginnings: readonly (readonly [string, string])[] = (
  'armour/armor behaviour/behavior candour/candor clamour/clamor colour/color discolour/discolor demeanour/demeanor ' +
  'endeavour/endeavor favour/favor flavour/flavor harbour/harbor honour/honor humour/humor labour/labor ' +
  'neighbour/neighbor odour/odor parlour/parlor rigour/rigor rumour/rumor saviour/savior savour/savor ' +
  'splendour/splendor tumour/tumor vapour/vapor vigour/vigor watercolour/watercolor unfavour/unfavor ' +
  'centre/center centimetre/centimeter kilometre/kilometer millimetre/millimeter metre/meter litre/liter fibre/fiber ' +
  'theatre/theater calibre/caliber lustre/luster sombre/somber spectre/specter ' +
  'defence/defense offence/offense pretence/pretense licence/license practise/practice ' +
  'catalogue/catalog dialogue/dialog analogue/analog programme/program ' +
  'analyse/analyze analysing/analyzing paralyse/paralyze catalyse/catalyze ' +
  'aluminium/aluminum ageing/aging acknowledgement/acknowledgment judgement/judgment artefact/artifact ' +
  'enrol/enroll fulfil/fulfill instalment/installment skilful/skillful wilful/willful grey/gray kerb/curb ' +
  'mould/mold moult/molt plough/plow sceptic/skeptic sulph/sulf manoeuvr/maneuver anaesth/anesth ' +
  'paediatr/pediatr encyclopaed/encycloped aeroplane/airplane learnt/learned burnt/burned spelt/spelled ' +
  'jewellery/jewelry moustache/mustache pyjama/pajama cosy/cozy'
)
  .split(' ')
  .map((pair) => pair.split('/') as [string, string]);

const byFirstLetter = new Map(
  beginnings
    .flatMap((pair) => pair.map((word) => word.charAt(0)))
    .map((letter) => [letter, beginnings.filter((pair) => pair.some((word) => word.startsWith(letter)))]),
);

const shortestRest = 3;

/** The words that are spelt in another way on the other side of the Atlantic, each with that spelling. */
export function spellingLines(words: Iterable<string>): Synonyms {
  const lines: Synonyms = [];
  for (const word of words) {
    const others = new Set(otherSpellings(word));
    if (others.size > 0) lines.push([word, ...others]);
  }
  return lines;
}

function* otherSpellings(word: string): Generator<string> {
  for (const [british, american] of byFirstLetter.get(word.charAt(0)) ?? []) {
    const isBritish = word.startsWith(british) && word.length - british.length <= 6;
    // "program" begins "programme": the longer one is looked at first.
    if (isBritish) yield american + word.slice(british.length);
    else if (word.startsWith(american) && word.length - american.length <= 6)
      yield british + word.slice(american.length);
  }
  if (word.length < shortestRest + 4) return;
  const endings = /^(.{3,})([sz])(e|es|ed|er|ers|ing|ation|ations|able)$/u.exec(word);
  const [, stem = '', letter, rest = ''] = endings ?? [];
  if (stem.endsWith('i')) yield `${stem}${letter === 's' ? 'z' : 's'}${rest}`;
  const [, before = '', doubled = '', ending = ''] = /^(.{2,}[ea])(ll?)(ed|ing|er|ers)$/u.exec(word) ?? [];
  if (before !== '') yield `${before}${doubled === 'll' ? 'l' : 'll'}${ending}`;
}
