import { caseNumberKey, nameKey, tidy } from '../text/names.ts';
import type { EntryPlace } from './caseRecord.ts';
import { readDiscovery, type SetDraft } from './discovery.ts';
import { type DocketDraft, readDocket } from './docket.ts';
import { placeOf } from './documentFields.ts';
import {
  child,
  entriesOf,
  itemsOf,
  type ManifestNode,
  type MapEntry,
  pointerStep,
  wholeNumberOf,
  wordListOf,
  wordsOf,
} from './manifestTree.ts';
import { reportOverlaps, type Stretch } from './overlaps.ts';
import type { Floor, Labelled, Paper } from './paper.ts';
import { type Owners, readSeries, type SeriesDraft } from './series.ts';
import {
  type DeclarationDraft,
  type DepositionDraft,
  readDeclarations,
  readDepositions,
  readTranscripts,
  type TranscriptDraft,
  volumeNumber,
} from './testimony.ts';

/** Another docket while the record is made. */
export interface CaseDraft {
  readonly key: string;
  readonly number?: string;
  readonly names: ReadonlySet<string>;
  readonly docket: DocketDraft;
  readonly completeTo?: number;
}

export interface AppendixDraft {
  readonly name: string;
  readonly volumes: readonly Labelled[];
  readonly whole: Paper;
}

export interface BatesDraft {
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
  readonly paper: Paper;
}

/** A word of the manifest with its place. */
export interface Word {
  readonly words: string;
  readonly span: { readonly start: number; readonly end: number };
}

/** What one draft has of its own, while the record is made. */
export interface ScopeDraft extends CommonSections {
  readonly path: string;
  readonly place: EntryPlace;
  readonly hasExhibits: boolean;
  readonly exhibitsOf: readonly Word[];
  readonly requests: readonly Word[];
  readonly case?: Word;
}

/** The sections that a matter and a single draft both have. */
export interface CommonSections {
  readonly series: readonly SeriesDraft[];
  readonly declarations: readonly DeclarationDraft[];
  readonly depositions: readonly DepositionDraft[];
  readonly filings: readonly Labelled[];
  readonly transcripts: readonly TranscriptDraft[];
}

/** All sections of one manifest, read but not yet linked. */
export interface Sections extends CommonSections {
  readonly docket: DocketDraft;
  readonly cases: readonly CaseDraft[];
  readonly sets: readonly SetDraft[];
  readonly appendices: readonly AppendixDraft[];
  readonly bates: readonly BatesDraft[];
  readonly scopes: readonly ScopeDraft[];
}

/** Reads every section of a manifest in turn. */
export function readSections(floor: Floor, owners: Owners): Sections {
  const { root } = floor.manifest;
  return {
    docket: readDocket(floor, child(root, 'docket'), '/docket'),
    cases: readCases(floor, child(root, 'cases')),
    ...readCommon(floor, root, '', owners),
    sets: readDiscovery(floor, child(root, 'discovery')),
    appendices: readAppendices(floor, child(root, 'appendices')),
    bates: readBates(floor, child(root, 'bates')),
    scopes: readScopes(floor, child(root, 'papers'), owners),
  };
}

function readCommon(floor: Floor, node: ManifestNode | undefined, pointer: string, owners: Owners): CommonSections {
  return {
    series: readSeries(floor, child(node, 'exhibits'), `${pointer}/exhibits`, owners),
    declarations: readDeclarations(floor, child(node, 'declarations'), `${pointer}/declarations`),
    depositions: readDepositions(floor, child(node, 'depositions'), `${pointer}/depositions`),
    filings: readFilings(floor, child(node, 'filings'), `${pointer}/filings`),
    transcripts: readTranscripts(floor, child(node, 'transcripts'), `${pointer}/transcripts`),
  };
}

function readCases(floor: Floor, node: ManifestNode | undefined): readonly CaseDraft[] {
  return entriesOf(node).map(({ key, value }) => {
    const number = caseNumberKey(wordsOf(child(value, 'caseNumber')) ?? '') ?? caseNumberKey(key);
    const completeTo = wholeNumberOf(child(value, 'docketComplete'));
    const names = [key, ...wordListOf(child(value, 'as')).map(({ words }) => words)].map(nameKey);
    return {
      key,
      names: new Set(names),
      docket: readDocket(floor, child(value, 'docket'), `/cases${pointerStep(key)}/docket`, key),
      ...(number === undefined ? {} : { number }),
      ...(completeTo === undefined ? {} : { completeTo }),
    };
  });
}

function readFilings(floor: Floor, node: ManifestNode | undefined, pointer: string): readonly Labelled[] {
  return entriesOf(node).map(({ key, keySpan, value }) => {
    const label = tidy(key);
    const plan = {
      kind: 'filing',
      name: label,
      entry: pointer + pointerStep(key),
      span: keySpan,
      node: value,
    } as const;
    return { label, paper: floor.papers.add(floor.manifest, plan) };
  });
}

function readAppendices(floor: Floor, node: ManifestNode | undefined): readonly AppendixDraft[] {
  return entriesOf(node).map(({ key, keySpan, value }) => {
    const name = tidy(key);
    const entry = `/appendices${pointerStep(key)}`;
    const volumes = entriesOf(child(value, 'volumes'));
    const plan = { kind: 'appendix', name, entry, span: keySpan, node: value, isListed: volumes.length === 0 } as const;
    const whole = floor.papers.add(floor.manifest, plan);
    return {
      name,
      whole,
      volumes: volumes.map((volume) => {
        const label = volumeNumber(volume.key);
        const paper = floor.papers.add(floor.manifest, {
          kind: 'appendix',
          name: `${name} vol. ${label}`,
          entry: `${entry}/volumes${pointerStep(volume.key)}`,
          span: volume.keySpan,
          node: volume.value,
          container: whole,
        });
        return { label, paper };
      }),
    };
  });
}

function readBates(floor: Floor, node: ManifestNode | undefined): readonly BatesDraft[] {
  const ranges = itemsOf(node).flatMap((item, index) => batesOf(floor, item, index));
  const byPrefix = new Map<string, Stretch[]>();
  for (const { prefix, first, last, paper } of ranges) {
    const key = nameKey(prefix);
    const known = byPrefix.get(key) ?? [];
    byPrefix.set(key, known);
    known.push({ from: first, to: last, paper, prefix });
  }
  for (const stretches of byPrefix.values()) reportOverlaps(floor, stretches);
  return ranges;
}

function batesOf(floor: Floor, item: ManifestNode, index: number): readonly BatesDraft[] {
  const prefix = wordsOf(child(item, 'prefix'));
  const first = wholeNumberOf(child(item, 'first'));
  if (prefix === undefined || first === undefined) return [];
  const last = wholeNumberOf(child(item, 'last')) ?? first;
  const words = [child(item, 'first'), child(item, 'last')].flatMap((bound) => wordsOf(bound) ?? []);
  const name = [...new Set(words)].map((number) => prefix + number).join(' to ');
  const plan = { kind: 'bates', name, entry: `/bates/${index}`, span: item.span, node: item } as const;
  return [{ prefix, first, last, paper: floor.papers.add(floor.manifest, plan) }];
}

function readScopes(floor: Floor, node: ManifestNode | undefined, owners: Owners): readonly ScopeDraft[] {
  const known = new Map<string, MapEntry>();
  return entriesOf(node).map((entry) => {
    const { key, keySpan, value } = entry;
    // The same draft, however the path was written: `./motions\\compel.brief` is `motions/compel.brief`.
    const path = key.replace(/\\/g, '/').replace(/^(?:\.\/)+/, '');
    const other = known.get(path);
    known.set(path, other ?? entry);
    if (other && other.key !== key) {
      const line = floor.problems.lineOf(other.keySpan);
      floor.problems.overlaps({ span: keySpan }, `${path} is written here and again on line ${line}.`);
    }
    const ofCase = wordListOf(child(value, 'case'))[0];
    return {
      path,
      place: placeOf(floor.manifest.path, keySpan, value),
      hasExhibits: entriesOf(child(value, 'exhibits')).length > 0,
      ...readCommon(floor, value, `/papers${pointerStep(key)}`, owners),
      exhibitsOf: wordListOf(child(value, 'exhibitsOf')),
      requests: wordListOf(child(value, 'requests')),
      ...(ofCase ? { case: ofCase } : {}),
    };
  });
}
