import type { Docket, Source } from '../../record/caseRecord.ts';
import type { FilingTarget } from '../../syntax/citation.ts';
import { exhibitKey, nameKey, ownerKey } from '../../text/names.ts';
import {
  type Answer,
  fromCandidates,
  fromRange,
  labelsBetween,
  missing,
  partyNamed,
  type ResolveContext,
} from '../answer.ts';
import { resolveDocketNumber } from './docket.ts';
import { withDocketNumber } from './filedAs.ts';
import { sourcesOfShortForm } from './shortForm.ts';

/** Spellings of the words that name papers, folded. */
const WORDS: Readonly<Record<string, string>> = {
  oppn: 'opp',
  opposition: 'opp',
  mtn: 'mot',
  motion: 'mot',
  complaint: 'compl',
  amended: 'am',
  second: '2d',
  '2nd': '2d',
  third: '3d',
  '3rd': '3d',
  first: '1st',
  fac: '1st am compl',
  sac: '2d am compl',
  tac: '3d am compl',
  memorandum: 'mem',
  memo: 'mem',
  brief: 'br',
  ltr: 'letter',
  joint: 'jt',
  answer: 'ans',
  the: '',
};

/** A paper's short name for comparison: `Opp’n` is `Opp.`, `FAC` is `1st Am. Compl.`. */
export function filingKey(name: string): string {
  return nameKey(name)
    .split(' ')
    .map((word) => WORDS[word] ?? word)
    .filter((word) => word !== '')
    .join(' ');
}

/** Answers a pleading or paper by its whole name, the draft's own first; an exhibit to it through its docket entry. */
export function resolveFiling(target: FilingTarget, context: ResolveContext): Answer {
  if (target.exhibit === undefined) {
    // "Plaintiff's Motion (Dkt. 10)" need not be the `Mot.` of the manifest: where the number is listed it says which motion it is.
    const filed =
      target.isDescribed && target.docket !== undefined
        ? resolveDocketNumber(target.docket, target.case, context)
        : undefined;
    if (filed?.source) return filed;
    return withDocketNumber(wholeFiling(target, context), target.docket, target.case, context);
  }
  const name = `${target.owner ? `${target.owner}'s ` : ''}${target.filing}`;
  const one = (label: string): Answer => exhibitOfFiling(name, label, context);
  return target.last === undefined
    ? one(target.exhibit)
    : fromRange(labelsBetween(target.exhibit, target.last).map(one));
}

function wholeFiling(target: FilingTarget, context: ResolveContext): Answer {
  return fromCandidates(filingsNamed(target.filing, target.owner, target.start, context), false);
}

function filingsNamed(
  filing: string,
  owner: string | undefined,
  offset: number,
  context: ResolveContext,
): readonly Source[] {
  const listed = [context.scope?.filings, context.record.filings]
    .map((list) => (list ? inList(list, filing, owner, context) : []))
    .find((found) => found.length > 0);
  const named = listed ?? context.record.names.get(nameKey(owner ? `${owner} ${filing}` : filing)) ?? [];
  // A short form of the draft that leads elsewhere than the manifest's name makes it ambiguous.
  return [...named, ...sourcesOfShortForm(filing, offset, context)];
}

function inList(
  list: ReadonlyMap<string, Source>,
  filing: string,
  owner: string | undefined,
  context: ResolveContext,
): readonly Source[] {
  const wanted = filingKey(filing);
  const party = owner === undefined ? undefined : partyNamed(context.record.parties, owner);
  const found: Source[] = [];
  for (const [name, source] of list) {
    const key = filingKey(name);
    const [first = '', ...rest] = key.split(' ');
    const owning = partyNamed(context.record.parties, first);
    const bare = owning ? rest.join(' ') : key;
    // `Am. Compl.` answers to the only amended complaint; `Compl.` never to an amended one.
    const isWhole = owner !== undefined && key === filingKey(`${owner}'s ${filing}`);
    const fits = isWhole || bare === wanted || (/^am /.test(wanted) && bare.endsWith(` ${wanted}`));
    if (!fits) continue;
    if (owner === undefined || isWhole || (owning ? owning === party : isBy(source, owner, party))) found.push(source);
  }
  return found;
}

function isBy(source: Source, owner: string, party: ReturnType<typeof partyNamed>): boolean {
  // Whose it is is not written: a party's own word is believed, a stranger's (`MTC Opp.`) names another paper.
  if (source.by === undefined) return party !== undefined;
  const by = nameKey(source.by);
  return by === ownerKey(owner) || (party?.keys.has(by) ?? false);
}

/** `Exhibit A to Plaintiff's Complaint`: found only where the docket entry of that paper lists its exhibits. */
export function exhibitOfFiling(name: string, label: string, context: ResolveContext): Answer {
  const possessive = /^(.{1,60}?)['\u2019]s? (.{1,60})$/.exec(name) ?? /^(.{1,60}s)['\u2019] (.{1,60})$/.exec(name);
  const filings = filingsNamed(possessive?.[2] ?? name, possessive?.[1], -1, context);
  const found = filings.flatMap((source) => exhibitIn(context.record.docket, source, label) ?? []);
  const lists = filings.some((source) =>
    numbersOf(source).some((number) => context.record.docket.exhibits.has(number)),
  );
  if (found.length === 0) return missing(lists, { kind: 'notListed', container: name });
  return fromCandidates(found, lists);
}

function exhibitIn(docket: Docket, source: Source, label: string): Source | undefined {
  for (const number of numbersOf(source)) {
    const exhibit = docket.exhibits.get(number)?.get(exhibitKey(label));
    if (exhibit) return exhibit;
  }
  return undefined;
}

/** The docket number in the source's own pointer: `/docket/1` is 1. */
function numbersOf(source: Source): readonly string[] {
  const number = /^\/docket\/([^/]+)$/.exec(source.entry)?.[1];
  return number === undefined ? [] : [number];
}
