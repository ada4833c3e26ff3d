import { analyze, type Draft, type RecordAnswer, stylesOf } from '../../server/src/draft.ts';
import { declaration } from '../../server/src/features/declaration.ts';
import { definition } from '../../server/src/features/definition.ts';
import { hover } from '../../server/src/features/hover.ts';
import type { DraftView } from '../../server/src/features/view.ts';
import type { Finding } from '../../server/src/lint/finding.ts';
import { findingsOfDraft, findingsOfManifest } from '../../server/src/lint/lint.ts';
import { buildRecord } from '../../server/src/record/buildRecord.ts';
import type { CaseRecord } from '../../server/src/record/caseRecord.ts';
import { type ParsedManifest, parseManifest } from '../../server/src/record/manifest.ts';
import type { PagesLookup } from '../../server/src/record/pages.ts';
import { NO_STYLES } from '../../server/src/syntax/draftSyntax.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';

const MANIFEST = '/m/exhibits.yaml';
const ZERO = { line: 0, character: 0 };
const PLACE = { uri: 'file:///m/exhibits.yaml', range: { start: ZERO, end: ZERO } };
/** Three pages behind every paper: one that can be read, one that can't, one that is empty. */
const PAGES: PagesLookup = () => ({
  state: 'read',
  pages: {
    sha256: '',
    pages: ['The first page says "so".', '', 'Third.'].map((text, index) => ({
      index: index + 1,
      labels: { printed: String(index + 1) },
      checkable: text !== '',
      text,
      line: index + 1,
    })),
  },
});

/** Reads a manifest as the server does, and says what is unsound in what comes of it. */
export function checkManifest(
  text: string,
  extended: readonly ParsedManifest[],
): { record: CaseRecord | undefined; faults: readonly string[] } {
  const parsed = parseManifest(text, MANIFEST);
  const faults: string[] = [];
  if (!parsed.readable && parsed.problems.length > 1)
    faults.push('a manifest that cannot be read has more than one problem');
  const record = parsed.readable ? buildRecord(parsed, { revision: 1, extended }) : undefined;
  for (const { span, message, manifest } of record?.problems ?? parsed.problems) {
    const length =
      manifest === MANIFEST ? text.length : (extended.find(({ path }) => path === manifest)?.text.length ?? -1);
    if (!(0 <= span.start && span.start <= span.end && span.end <= length))
      faults.push(`a problem at ${span.start}-${span.end} of ${length}: ${message}`);
    faults.push(...unsaid(message));
  }
  for (const { place } of record?.sources ?? []) {
    if (place.manifest === MANIFEST && place.span.end > text.length)
      faults.push(`an entry ends at ${place.span.end} of ${text.length}`);
  }
  return { record, faults };
}

/** Answers a draft from a record and asks everything of it that an editor asks; says what is unsound. */
export function checkAnswers(text: string, record: CaseRecord | undefined): readonly string[] {
  const answer: RecordAnswer = record ? { state: 'available', record } : { state: 'none' };
  const draft = analyze(parseDraft(text, record ? stylesOf(record) : NO_STYLES), answer, 'letters/1.brief');
  const faults = draft.citations.length === draft.syntax.citations.length ? [] : ['a citation has no answer'];
  for (const pages of [PAGES, () => undefined]) {
    const findings = findingsOfDraft(draft, { pages, rules: {} });
    faults.push(...findingFaults(findings, text.length));
    faults.push(...featureFaults({ draft, findings, pages, places: { fileUri: () => PLACE.uri, entry: () => PLACE } }));
    if (record) faults.push(...manifestFaults(draft, pages));
  }
  return faults;
}

function findingFaults(findings: readonly Finding[], length: number): readonly string[] {
  const faults: string[] = [];
  let before = 0;
  for (const { code, span, message } of findings) {
    if (!(0 <= span.start && span.start <= span.end && span.end <= length))
      faults.push(`${code} at ${span.start}-${span.end} of ${length}`);
    if (span.start < before) faults.push(`${code} at ${span.start} comes behind one at ${before}`);
    before = span.start;
    faults.push(...unsaid(message));
  }
  return faults;
}

function manifestFaults(draft: Draft, pages: PagesLookup): readonly string[] {
  return findingsOfManifest(MANIFEST, [draft], { pages, rules: {} }).flatMap(({ message }) => unsaid(message));
}

function featureFaults(view: DraftView): readonly string[] {
  return view.draft.syntax.citations.flatMap(({ start }) => {
    const said = [true, false].map(
      (markdown) => hover(view, start, { markdown, showsProtected: false, address: () => 'command:x' })?.words ?? '',
    );
    definition(view, start);
    declaration(view, start);
    return said.flatMap((words) => (words.length > 90_000 ? [`a hover of ${words.length} characters`] : unsaid(words)));
  });
}

/** Words that show that a value was missing where a sentence was made. */
function unsaid(message: string): readonly string[] {
  return /\bundefined\b|\bNaN\b|\[object |^\s*$/.test(message) && message !== ''
    ? [`a message says ${JSON.stringify(message.slice(0, 300))}`]
    : [];
}
