import type { Draft } from '../../server/src/draft.ts';
import type { DraftView, OpenPlace } from '../../server/src/features/view.ts';
import type { Finding } from '../../server/src/lint/finding.ts';
import type { CaseRecord, Source } from '../../server/src/record/caseRecord.ts';
import type { Page, PagesState } from '../../server/src/record/pages.ts';
import { vouchedQuotations } from '../../server/src/resolve/quotations.ts';
import type { ResolvedCitation, TargetResolution } from '../../server/src/resolve/resolution.ts';
import type { DocketEntryTarget, PinCite } from '../../server/src/syntax/citation.ts';
import { NO_STYLES } from '../../server/src/syntax/draftSyntax.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';
import { nameKey } from '../../server/src/text/names.ts';

const ZERO = { line: 0, character: 0 };

/** The place of every manifest entry in these tests. */
export const ENTRY: OpenPlace = { uri: 'file:///m/exhibits.yaml', range: { start: ZERO, end: ZERO } };

/** A paper of the record; a title and what else is wanted. */
export function source(name: string, more: Partial<Source> = {}): Source {
  return {
    kind: 'docketEntry',
    name,
    entry: `/docket/${name.replace(/\D+/g, '')}`,
    place: { manifest: '/m/exhibits.yaml', span: { start: 0, end: 3 }, fields: new Map() },
    isProtected: false,
    status: 'current',
    ...more,
  };
}

/** Pages that are numbered 1, 2, 3 by form feeds; each on its own line of the file. */
export function pagesOf(...texts: string[]): PagesState {
  const pages: Page[] = texts.map((text, index) => ({
    index: index + 1,
    labels: { printed: String(index + 1) },
    checkable: text !== '',
    text,
    line: index * 10 + 1,
  }));
  return { state: 'read', pages: { pages, sha256: '' } };
}

/** One citation of the text, by its words, and what answers it. */
export interface Cite {
  readonly words: string;
  readonly pin?: string;
  readonly answer: Partial<TargetResolution>;
}

/** A draft view of a text in which `<|>` marks the cursor, with these citations in the order of the text. */
export function viewOf(
  marked: string,
  cites: readonly Cite[],
  more: { pages?: PagesState; findings?: readonly Finding[]; file?: string; record?: Partial<CaseRecord> } = {},
): { view: DraftView; offset: number; text: string } {
  const offset = marked.indexOf('<|>');
  const text = marked.replace('<|>', '');
  let from = 0;
  const citations = cites.map(({ words, pin, answer }, index): ResolvedCitation => {
    const start = text.indexOf(words, from);
    from = start + words.length;
    const pinStart = pin === undefined ? from : text.lastIndexOf(pin, from);
    const pins: PinCite[] =
      pin === undefined ? [] : [{ unit: 'page', first: pin, last: pin, start: pinStart, end: pinStart + pin.length }];
    const target: DocketEntryTarget = { kind: 'docketEntry', docket: '1', start, end: from, pins };
    const resolution: TargetResolution = { target, pins, status: answer.source ? 'resolved' : 'unresolved', ...answer };
    return {
      index,
      citation: { form: 'docketEntry', start, end: from, headSpan: { start, end: start + 3 }, targets: [target] },
      targets: [resolution],
      status: resolution.status,
    };
  });
  const syntax = { ...parseDraft(text, NO_STYLES), citations: citations.map(({ citation }) => citation) };
  const draft: Draft = {
    syntax,
    record: { state: 'available', record: recordOf(more.record ?? {}) },
    citations,
    quotations: vouchedQuotations(syntax, citations),
  };
  const view: DraftView = {
    draft,
    findings: more.findings ?? [],
    pages: ({ file }) => (file === undefined ? undefined : more.pages),
    places: { fileUri: ({ file }) => (file === undefined ? undefined : `file:///m/${file}`), entry: () => ENTRY },
  };
  return { view, offset, text };
}

function recordOf(more: Partial<CaseRecord>): CaseRecord {
  const party = { name: 'Meta', keys: new Set([nameKey('Meta')]) };
  return {
    revision: 1,
    manifest: '/m/exhibits.yaml',
    parties: [party],
    pins: new Map(),
    docket: { entries: new Map(), exhibits: new Map(), closedAttachments: new Set() },
    cases: [],
    series: [],
    declarations: [],
    depositions: [],
    sets: [],
    transcripts: [],
    appendices: [],
    filings: new Map(),
    bates: [],
    papers: [],
    names: new Map(),
    forms: [],
    sealedTerms: [],
    sources: [],
    problems: [],
    ...more,
  } as CaseRecord;
}
