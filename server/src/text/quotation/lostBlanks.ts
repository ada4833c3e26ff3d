import { isDateWord, isNegation, isNumber, saysLittle } from './words.ts';

// Two words that lost the blank between them (`fullload`, `leftout`), told from one that is made of two (`workload`, `without`).

/** Letters of the source, in which a quoted word stands at one end. */
export interface Glued {
  readonly word: string;
  /** The letters that are glued to it. */
  readonly rest: string;
  /** Where `rest` stands, seen from the word. */
  readonly side: 'before' | 'behind';
  /** The source's letters next to `rest`, which may have lost a piece to it: `nothap pen`. */
  readonly beyond: string;
  /** The quotation, or a part of it, begins or ends with the word: nobody stops in the middle of `along` or `there`. */
  readonly isAtEdge: boolean;
}

/** These turn a word round or make another of it, and are no words. */
const PREFIXES: ReadonlySet<string> = new Set(
  'un in im ir il non dis mis re pre anti inter sub de en em ex co con counter semi multi super trans pro mega micro post tele bio geo eco auto hyper mono poly extra intra infra ultra neo quasi pseudo self mal fore mid'.split(
    ' ',
  ),
);

/** And these behind it. Some are words, and yet more often an ending: `remarkable`, `careless`. */
const ENDINGS: ReadonlySet<string> = new Set(
  (
    's es d ed n en r er ers or ors st est th ty y ies ied ing ings ingly ion ions ional al als ally ial ual ual ant ants ance ancy ent ' +
    'ents ence ency ee ees ive ives ate ated ation ations age ages able ably ible ity ic ics ical ism ist ists ize ized ian ish ly ful fully ' +
    'less ness ment ments ship ships hood ward wards wise man men fold self selves ever nt ve ll re teen'
  ).split(' '),
);

/** Words that are made of two: the first, and what may stand behind it. */
const MADE_OF: readonly string[] = [
  'a: board broad bout cross far fresh gain ground head historical like live lone long loud moral mount new part political rise round side sleep symmetric symmetrical theist typical wait wake ward ware way',
  'after: life market math noon thought ward wards',
  'an: other',
  'any: body how more one place thing time way where',
  'as: certain set sets sign signed sort sure sured',
  'back: date dated fill fire fired ground hand lash log pay up ups yard',
  'be: came come coming fall fit fore friend gan got gun half hind hold held lie lief long low neath queath set side sides tray twin ware yond',
  'by: law laws line pass passed product stander',
  'can: not',
  'down: fall grade graded hill load loaded play right river size stairs stream time turn ward',
  'every: body day one thing where',
  'for: bear bid ever get give gone got sake saken ward warded warding wards',
  'here: after by in of to with',
  'her: self',
  'him: self',
  'how: ever',
  'it: self',
  'may: be',
  'more: over',
  'my: self',
  'no: body tice thing table where',
  'not: able ably ice with withstanding',
  'off: hand hours line set sets shore shoot site spring',
  'on: going line looker set shore site to ward wards',
  'other: wise',
  'our: selves',
  'out: break come comes cry dated do door doors fit flow going growth law lay let lets line lined lines look number numbered put rage rank reach right set side skirts source sourced standing ward weigh weighed weighs',
  'over: all board came charge charged come due flow haul head hear heard lap lay load loaded look looked night paid pay payment power ride rode rule ruled rules ruling run saw see seen sight sold state stated statement stay step stock take taken takes tax think threw throw time took turn turned turning use used value valued view weigh whelmed work worked',
  'per: cent centage form formed forming forms mit mits son sons',
  'some: body how one thing time times what where',
  'the: me mes ory',
  'them: selves',
  'then: ce',
  'there: after by fore from in of on to with',
  'through: out put',
  'to: day gether morrow night ward wards',
  'under: age cover cut estimate estimated go goes gone ground lie lies line lined lying mine mined neath paid pay perform report reported score scored sign signed stand standing stands state stated statement stood take taken takes taking took use used value valued water way went write writer written wrote',
  'up: date dated dates grade graded held hold keep load loaded on right river set side stairs state stream town ward wards',
  'what: ever',
  'when: ever',
  'where: as by ever fore in of upon with',
  'who: ever m se',
  'with: draw drawal drawing drawn draws drew held hold holding holds in out stand stands stood',
];

const COMPOUNDS: ReadonlySet<string> = new Set(
  MADE_OF.flatMap((line) => {
    const [first = '', behind = ''] = line.split(': ');
    return behind.split(' ').map((second) => first + second);
  }),
);

/** An unknown word has to be so long to be one of its own. */
const UNKNOWN = 3;

/**
 * True where the letters are two words or more that lost the blank between them, and not one word of which the quotation has a part.
 * `isWord` says whether the source has letters somewhere as a word of their own.
 */
export function lostItsBlank(glued: Glued, isWord: (letters: string) => boolean): boolean {
  const { word, rest, side, beyond, isAtEdge } = glued;
  const whole = side === 'before' ? rest + word : word + rest;
  if (isNegation(whole) || (isNumber(whole) && !/\d/.test(whole))) return false;
  // `fourteendays` is not `four`.
  if (side === 'behind' && isNumber(word) && /^t?(?:een|y)/.test(rest)) return false;
  if (isAtEdge && side === 'behind' && saysLittle(word) && !saysLittle(whole) && /^[a-z]{2}/.test(rest)) return true;
  if (COMPOUNDS.has(whole)) return false;
  if (/\d/.test(rest)) return rest.length > 3 ? isWord(rest) : saysLittle(word) && /^\d+$/.test(rest);
  if (saysLittle(rest) && saysLittle(word)) return true;
  return side === 'before' ? isWordBefore(rest, word, beyond, isWord) : isWordBehind(rest, word, beyond, isWord);
}

function isWordBefore(rest: string, word: string, beyond: string, isWord: (letters: string) => boolean): boolean {
  if (PREFIXES.has(rest)) return rest === 'in' && (isNumber(word) || isDateWord(word));
  if (saysLittle(rest) || (rest.length > 1 && isWord(rest))) return true;
  // The rest of a word that was cut as well: `vibra tionalarm`.
  if (beyond !== '' && isWord(beyond + rest)) return true;
  return rest.length >= UNKNOWN;
}

function isWordBehind(rest: string, word: string, beyond: string, isWord: (letters: string) => boolean): boolean {
  // `director`, and yet `himselfor`.
  if (rest === 'or') return !/[ts]$/.test(word);
  if (ENDINGS.has(rest)) return false;
  // `Arkwrightv. Delmas`
  if (saysLittle(rest) || ((rest.length > 1 || rest === 'v') && isWord(rest))) return true;
  if (beyond !== '' && isWord(rest + beyond)) return true;
  return rest.length >= UNKNOWN;
}
