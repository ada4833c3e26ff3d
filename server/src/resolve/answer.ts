import type { CaseRecord, PaperScope, Party, Source } from '../record/caseRecord.ts';
import type { DraftSyntax, ShortForm } from '../syntax/draftSyntax.ts';
import { nameKey, ownerKey } from '../text/names.ts';
import type { TargetResolution } from './resolution.ts';

/** What a resolver answers for one target. */
export type Answer = Omit<TargetResolution, 'target' | 'pins'>;

/** What every resolver may look at. */
export interface ResolveContext {
  readonly syntax: DraftSyntax;
  readonly record: CaseRecord;
  /** What `papers` says of this draft. */
  readonly scope: PaperScope | undefined;
  /** The short forms that the draft defines, by `nameKey` of their words; of one defined again and again the first few. */
  readonly shortForms: ReadonlyMap<string, readonly ShortForm[]>;
  /** The party in whose section `offset` stands (a footnote stands where its mark is). */
  partyAt(offset: number): Party | undefined;
  /** The answer of another citation of the draft, for a short form defined beside it. */
  answerOf(citation: number): readonly Answer[];
}

export function resolved(source: Source): Answer {
  return { status: 'resolved', source };
}

export const OUTSIDE: Answer = { status: 'outside-record' };

export function missing(closed: boolean, miss: Answer['miss'] = { kind: 'notListed' }): Answer {
  return { status: 'unresolved', ...(closed ? { closed: true as const } : {}), ...(miss ? { miss } : {}) };
}

/** One paper is resolved, several are ambiguous, none is missing. The same paper found twice counts once. */
export function fromCandidates(candidates: readonly Source[], closed: boolean, miss?: Answer['miss']): Answer {
  const distinct = candidates.length > 1 ? [...new Set(candidates)] : candidates;
  const [first] = distinct;
  if (!first) return missing(closed, miss);
  return distinct.length === 1 ? resolved(first) : { status: 'ambiguous', candidates: distinct };
}

/** A range: resolved only when every member is; then the first is the source and all are listed. */
export function fromRange(answers: readonly Answer[]): Answer {
  const [single, second] = answers;
  if (single?.status === 'resolved' && single.source && !single.sources && !second) return single;
  const sources = [...new Set(answers.flatMap((answer) => (answer.source ? [answer.source] : [])))];
  const miss = answers.find((answer) => answer.status === 'unresolved');
  if (miss) return { ...miss, ...(sources.length > 0 ? { sources } : {}) };
  const doubtful = answers.find((answer) => answer.status !== 'resolved');
  if (doubtful) return doubtful;
  const [first] = sources;
  if (!first) return missing(false);
  return sources.length > 1 ? { status: 'resolved', source: first, sources } : resolved(first);
}

/**
 * Two readings of one citation: the one that the record has answers; where it has both and they are different papers, the
 * citation is ambiguous; where it has neither, the first reading is the one that is missing.
 */
export function fromReadings(first: Answer, second: Answer | undefined): Answer {
  if (!second || second.status === 'unresolved') return first;
  if (first.status === 'unresolved') return second;
  if (first.source && second.source && first.source !== second.source) {
    return {
      status: 'ambiguous',
      candidates: [...new Set([...(first.sources ?? [first.source]), ...(second.sources ?? [second.source])])],
    };
  }
  return first;
}

/** The party that an owner's words name: the whole, or its last words ("Defendant Meta" is Meta). */
export function partyNamed(parties: readonly Party[], owner: string): Party | undefined {
  const words = ownerKey(owner).split(' ');
  for (let from = 0; from < words.length; from++) {
    const key = words.slice(from).join(' ');
    const found = parties.filter((party) => party.keys.has(key));
    if (found.length === 1) return found[0];
    if (found.length > 1) return undefined;
  }
  return undefined;
}

/**
 * The party that a section's heading names, more freely than an owner: "DEFENDANT TIDELINE ROBOTICS, INC." is the party
 * Tideline. Any run of its words may be the party's; two parties that fit leave it open.
 */
export function partySpeaking(parties: readonly Party[], heading: string): Party | undefined {
  const strict = partyNamed(parties, heading);
  if (strict) return strict;
  const words = ownerKey(heading).split(' ');
  const fitting = new Map<Party, number>();
  for (let from = 0; from < words.length; from++) {
    for (let to = words.length; to > from; to--) {
      const key = words.slice(from, to).join(' ');
      for (const party of parties)
        if (party.keys.has(key)) fitting.set(party, Math.max(fitting.get(party) ?? 0, key.length));
    }
  }
  // "Defendant Tideline": the role fits every defendant, the name only one.
  const named = [...fitting.keys()].filter((party) =>
    words.some((word) => nameKey(party.name).split(' ').includes(word)),
  );
  const [only, ...others] = named.length > 0 ? named : [...fitting.keys()];
  return others.length === 0 ? only : undefined;
}

/** How many members of a range are looked up one by one. */
const LONGEST_RANGE = 500;

/** The labels of a range, ends included: `15` to `18`, `A` to `C`, `5a` to `5c`; both ends where the way between is unknown. */
export function labelsBetween(first: string, last: string): readonly string[] {
  if (first === last) return [first];
  if (/^\d+$/.test(first) && /^\d+$/.test(last)) {
    const count = Number(last) - Number(first);
    if (count < 0 || count > LONGEST_RANGE) return [first, last];
    return Array.from({ length: count + 1 }, (_, step) => String(Number(first) + step));
  }
  // `100-1` to `100-5`: attachments of one entry.
  const [base, from1] = first.split('-');
  const [base2, to1] = last.split('-');
  if (base === base2 && /^\d+$/.test(from1 ?? '') && /^\d+$/.test(to1 ?? '')) {
    return labelsBetween(from1 ?? '', to1 ?? '').map((attachment) => `${base}-${attachment}`);
  }
  const stem = first.slice(0, -1);
  const from = first.charCodeAt(first.length - 1);
  const to = last.charCodeAt(last.length - 1);
  if (stem !== last.slice(0, -1) || to < from || to - from > 25) return [first, last];
  return Array.from({ length: to - from + 1 }, (_, step) => stem + String.fromCharCode(from + step));
}
