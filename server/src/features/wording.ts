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

/** Why a paper's words are withheld, or that they no longer are; undefined for a paper that was never under seal. */
export function sealingWords({ isProtected, sealing, designation }: Source): string | undefined {
  if (!isProtected) return sealing === 'unsealed' ? 'Unsealed.' : undefined;
  if (sealing === 'pending') return 'Its words are withheld: a motion to seal it is pending.';
  if (sealing === 'granted' || sealing === 'granted-in-part') return 'Its words are withheld: it is under seal.';
  return `Its words are withheld: it is designated${designation ? ` ${designation}` : ''}.`;
}

function nameOf({ text, source }: NonNullable<Source['supersededBy']>): string {
  return source?.name ?? text;
}
