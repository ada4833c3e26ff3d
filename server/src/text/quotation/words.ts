import { monthOf } from '../dates.ts';

// What single folded words are: numbers, negations, words that say little.

const NEGATIONS: ReadonlySet<string> = new Set(
  'not never no none nor neither nobody nothing nowhere without except unless cannot lacks lack lacked lacking absent hardly barely'.split(
    ' ',
  ),
);
/** `don't`, `isnt`: the apostrophe is left out when a text is folded. */
const CONTRACTION =
  /^(?:do|does|did|is|are|was|were|has|have|had|ca|wo|would|could|should|must|need|might|ai|sha|may)nt$/;

/** A folded word that turns a sentence round: `not`, `never`, `unless`, `don't`. */
export function isNegation(word: string): boolean {
  return NEGATIONS.has(word) || CONTRACTION.test(word);
}

/** Words that an ellipsis must not drop unseen: those that courts look for, not the weaker `hardly` or `lacks`. */
const DROPPED: ReadonlySet<string> = new Set(
  'not never no none nor neither nobody nothing without except unless cannot'.split(' '),
);

export function isDroppedNegation(word: string): boolean {
  return DROPPED.has(word) || CONTRACTION.test(word);
}

const NUMBER_WORDS: ReadonlySet<string> = new Set(
  (
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
    'twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions ' +
    'trillion dozen half third quarter first second fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth ' +
    'thirtieth once twice zero percent double triple single'
  ).split(' '),
);

/** A number in digits or words, also `first`, `half`, `billion`. */
export function isNumber(word: string): boolean {
  return /\d/.test(word) || NUMBER_WORDS.has(word);
}

const WEEKDAYS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow'.split(' '),
);

/** A month or a day of the week. */
export function isDateWord(word: string): boolean {
  return WEEKDAYS.has(word) || monthOf(word) > 0;
}

const PARTIES =
  /^(?:plaintiff|defendant|petitioner|respondent|appellant|appellee|intervenor|claimant|debtor|creditor|movant)s?$/;

/** A party by its role: whose words or duty it is. */
export function isParty(word: string): boolean {
  return PARTIES.test(word);
}

const LITTLE: ReadonlySet<string> = new Set(
  (
    'a an the per of to in on at by for from with as is are was were be been being has have had do does did it its this that these ' +
    'those and or but if then than so such any all each every some both either neither he she they them his her their there here i we us ' +
    'you your our my me him who whom whose which what when where how why will would shall should may might can could must not no ' +
    'nor upon into onto under over between after before during while because since also only other another same more most less ' +
    'about against through out up down off again further very just still yet though although however therefore thus whether'
  ).split(' '),
);

/** An article, preposition, pronoun or the like, which stands in every text. */
export function saysLittle(word: string): boolean {
  return LITTLE.has(word);
}
