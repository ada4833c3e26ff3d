import type { Source, SourceStatus } from '../record/caseRecord.ts';

export { pinWords } from '../lint/pinWords.ts';

const STATUS_WORDS: Readonly<Record<SourceStatus, string | undefined>> = {
  current: undefined,
  superseded: 'Superseded',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
  stricken: 'Stricken',
  vacated: 'Vacated',
  modified: 'Modified',
  'objections-pending': 'Objections are pending',
  moot: 'Moot',
};

/** What became of a paper: `Modified by Dkt. No. 351.`; empty where it stands as it was filed. */
export function statusWords({ status, supersededBy, ruledOn }: Source): readonly string[] {
  const words: string[] = [];
  const became = STATUS_WORDS[status];
  if (became) words.push(supersededBy ? `${became} by ${nameOf(supersededBy)}.` : `${became}.`);
  else if (supersededBy) words.push(`Superseded by ${nameOf(supersededBy)}.`);
  if (ruledOn) words.push(`Decided by ${nameOf(ruledOn)}.`);
  return words;
}

/**
 * Why a paper's words are withheld, or that they no longer are; undefined for a paper that was never under seal. `isShown`: the person
 * turned protected previews on.
 */
export function sealingWords(source: Source, isShown = false): string | undefined {
  const { isProtected, sealing } = source;
  if (!isProtected) return sealing === 'unsealed' ? 'Unsealed.' : undefined;
  const why = whyProtected(source);
  return isShown
    ? `Protected: ${why}. Its words are shown because you turned protected previews on.`
    : `Its words are withheld: ${why}.`;
}

function whyProtected({ sealing, designation }: Source): string {
  if (sealing === 'pending') return 'a motion to seal it is pending';
  if (sealing === 'granted' || sealing === 'granted-in-part') return 'it is under seal';
  if (designation) return `it is designated ${designation}`;
  return 'a paper that it belongs to, or that has the same file, is protected';
}

function nameOf({ text, source }: NonNullable<Source['supersededBy']>): string {
  return source?.name ?? text;
}
