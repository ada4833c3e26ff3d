import { caseNumberKey, nameKey } from '../text/names.ts';
import {
  type Assembly,
  appendicesOf,
  declarationsOf,
  depositionsOf,
  docketOf,
  indexOf,
  scopeOf,
  seriesOf,
  setsOf,
  transcriptsOf,
} from './assemble.ts';
import type { CaseRecord, Source } from './caseRecord.ts';
import { Claims } from './claims.ts';
import { defined } from './documentFields.ts';
import { overRecord } from './extend.ts';
import { linkContextOf, linkPapers } from './link.ts';
import { inOrder, type ParsedManifest } from './manifest.ts';
import { child, wholeNumberOf, wordListOf, wordsOf } from './manifestTree.ts';
import { type Floor, type Paper, Papers } from './paper.ts';
import { readForms, readParties, readPins } from './parties.ts';
import { Problems } from './problems.ts';
import { protectedPapers } from './protection.ts';
import { isBareExhibit } from './reference.ts';
import { readSections, type Sections } from './sections.ts';
import { ownersOf } from './series.ts';
import { settleReferences } from './settle.ts';

/** How a record is made. */
export interface BuildOptions {
  /** Tells one state of the record from the next. */
  readonly revision: number;
  /** The manifests that this one extends, the nearest first. */
  readonly extended?: readonly ParsedManifest[];
}

/**
 * Makes the record of a matter from its manifest. Never throws: a mistake in one entry is a problem at its own place, and the
 * rest still works. Linear in the size of the manifests.
 */
export function buildRecord(manifest: ParsedManifest, { revision, extended = [] }: BuildOptions): CaseRecord {
  const papers = new Papers();
  const read: Sections[] = [];
  let record: CaseRecord | undefined;
  // From the farthest floor up, so that the nearer one's words may lead to papers of the farther.
  for (const next of [manifest, ...extended].reverse()) {
    record = addFloor({ papers, read, farther: record }, next, revision);
  }
  const withheld = protectedPapers(papers.all);
  for (const paper of papers.all) if (withheld.has(paper)) paper.source.isProtected = true;
  return record ?? addFloor({ papers, read, farther: undefined }, manifest, revision);
}

interface House {
  readonly papers: Papers;
  /** Sections of the floors that are finished, the nearest first. */
  readonly read: Sections[];
  readonly farther: CaseRecord | undefined;
}

function addFloor({ papers, read, farther }: House, manifest: ParsedManifest, revision: number): CaseRecord {
  const floor: Floor = { manifest, papers, problems: new Problems(manifest) };
  const matter = child(manifest.root, 'matter');
  const ownParties = readParties(child(matter, 'parties'));
  const parties = ownParties.length > 0 ? ownParties : (farther?.parties ?? []);
  const forms = readForms(child(manifest.root, 'forms'));
  const before = papers.all.length;
  const sections = readSections(floor, ownersOf(parties, [...(farther?.forms ?? []), ...forms]));
  const added = papers.all.slice(before);
  linkPapers(linkContextOf(floor, sections, read, added));
  read.unshift(sections);
  const assembly: Assembly = { floor, claims: new Claims(floor.problems) };
  const words = (field: string) => wordsOf(child(matter, field))?.trim();
  const own: CaseRecord = {
    revision,
    manifest: manifest.path,
    ...defined({
      caption: words('caption'),
      caseNumber: caseNumberKey(words('caseNumber') ?? ''),
      courtlistener: words('courtlistener'),
    }),
    parties,
    pins: readPins(child(matter, 'pins'), parties),
    forms,
    sealedTerms: wordListOf(child(manifest.root, 'sealedTerms')).map((term) => term.words.trim()),
    ...indicesOf(assembly, sections, wholeNumberOf(child(matter, 'docketComplete'))),
    names: namesOf(added),
    sources: sourcesOf(added),
    contested: assembly.claims.contested,
    problems: [],
  };
  const record = farther ? overRecord(own, farther, assembly.claims) : own;
  settleReferences({ floor, sections, papers: added, record });
  return {
    ...record,
    problems: [...inOrder([...manifest.problems, ...floor.problems.all]), ...(farther?.problems ?? [])],
  };
}

type Indices = Pick<
  CaseRecord,
  | 'docket'
  | 'cases'
  | 'series'
  | 'declarations'
  | 'depositions'
  | 'sets'
  | 'transcripts'
  | 'appendices'
  | 'filings'
  | 'bates'
  | 'papers'
>;

function indicesOf(assembly: Assembly, sections: Sections, completeTo: number | undefined): Indices {
  return {
    docket: docketOf(assembly, sections.docket, completeTo),
    cases: sections.cases.map(({ key, number, names, docket, completeTo: complete }) => ({
      key,
      names,
      docket: docketOf(assembly, docket, complete),
      ...(number === undefined ? {} : { number }),
    })),
    series: seriesOf(assembly, sections.series),
    declarations: declarationsOf(assembly, sections.declarations),
    depositions: depositionsOf(assembly, sections.depositions),
    sets: setsOf(sections.sets),
    transcripts: transcriptsOf(assembly, sections.transcripts),
    appendices: appendicesOf(assembly, sections.appendices),
    filings: indexOf(assembly, sections.filings, nameKey),
    bates: sections.bates.map(({ prefix, first, last, paper }) => ({
      prefix,
      first,
      last,
      source: paper.final.source,
    })),
    papers: sections.scopes.map((scope) => scopeOf(assembly, scope)),
  };
}

/** Other names of papers. A bare `Ex. 8` is nobody's own name, and has its finding. */
function namesOf(papers: readonly Paper[]): ReadonlyMap<string, readonly Source[]> {
  const names = new Map<string, Source[]>();
  for (const { node, final } of papers) {
    for (const { words } of wordListOf(child(node, 'as'))) {
      if (isBareExhibit(words)) continue;
      const key = nameKey(words);
      const known = names.get(key);
      if (!known) names.set(key, [final.source]);
      else if (!known.includes(final.source)) known.push(final.source);
    }
  }
  return names;
}

/** Every paper once, in the order of the manifest. */
function sourcesOf(papers: readonly Paper[]): readonly Source[] {
  return papers
    .filter((paper) => paper.isListed && paper.final === paper)
    .map(({ source }) => source)
    .sort((one, other) => one.place.span.start - other.place.span.start);
}
