import type { Finding } from '../lint/finding.ts';
import { countOf } from '../lint/quotationWording.ts';
import { hasChangedSinceVerified } from '../lint/verifiedFile.ts';
import { buildRecord } from '../record/buildRecord.ts';
import type { CaseRecord, Source } from '../record/caseRecord.ts';
import type { CheckMark } from '../record/citeCheck.ts';
import { parseManifest } from '../record/manifest.ts';
import type { Page } from '../record/pages.ts';
import { READER_VERSION } from '../record/readers/readers.ts';
import { setVerified, type Verified, verifiedBy } from '../record/setVerified.ts';
import { citedSources } from '../resolve/citedSources.ts';
import { asOneText, whatChanged } from './changedPages.ts';
import { citedAt } from './citedAt.ts';
import { placeInFile } from './definition.ts';
import { changed, type Fix, type FixView } from './fixes/fix.ts';
import { manifestOf, recordOf } from './fixes/manifestFix.ts';
import type { DraftView, OpenPlace } from './view.ts';

/** A paper whose file is another one than a person verified, and the finding that says so. */
export interface StalePaper {
  readonly finding: Finding;
  readonly source: Source;
}

/** What a person should know before the file as it is now is noted as verified. */
export interface SecondLook {
  /** Sentences. No word of the paper. */
  readonly told: readonly string[];
  /** The paper, at the page that is cited. */
  readonly file: OpenPlace | undefined;
  readonly sha256: string;
  /** Who verified the file before. */
  readonly by: string | undefined;
  /** The words as they were verified, and as they are; only where those are kept. Never of a protected paper. */
  readonly texts?: { readonly before: string; readonly now: string };
}

const ONLY_A_HASH =
  'What its words were then is not kept here, only the SHA-256 of the file, so what differs can not be shown: read the exhibit before you record it.';

/** The stale file that is cited at a UTF-16 offset, where it is found first; undefined where none is. */
export function stalePaperAt({ draft, findings, pages }: DraftView, offset: number): StalePaper | undefined {
  for (const finding of findings) {
    const { span, code, citation = -1, isTheirs } = finding;
    if (code !== 'stale-file' || isTheirs || offset < span.start || offset > span.end) continue;
    const answer = draft.citations[citation]?.targets.find(
      ({ target }) => target.start === span.start && target.end === span.end,
    );
    const source = answer && citedSources(answer).find((one) => hasChangedSinceVerified(one, pages));
    if (source) return { finding, source };
  }
  return undefined;
}

/**
 * What is known of a file that has changed; `marks` are those of all drafts, `before` its pages as they were verified, where they are kept.
 * Undefined while the file is not read.
 */
export function secondLook(
  view: FixView,
  { finding, source }: StalePaper,
  marks: readonly CheckMark[],
  before: readonly Page[] | undefined,
): SecondLook | undefined {
  const state = view.pages(source);
  if (state?.state !== 'read') return undefined;
  const { pages } = state.pages;
  const earlier = source.isProtected ? undefined : before;
  const cited = citedAt(view.draft, finding.span.start);
  const manifest = manifestOf(view, source.place);
  return {
    told: [finding.message, earlier ? whatChanged(earlier, pages) : ONLY_A_HASH, ...checkWords(view, source, marks)],
    file: cited && placeInFile(view, source, cited)?.place,
    sha256: state.pages.sha256,
    by: manifest && verifiedBy(manifest.parsed, source.entry),
    ...(earlier && { texts: { before: asOneText(earlier), now: asOneText(pages) } }),
  };
}

/** The checks that rest on the paper, and of how many it can be told whether the words at the pin are still the same. */
function checkWords({ checks }: DraftView, { entry }: Source, marks: readonly CheckMark[]): readonly string[] {
  const own = marks.filter(({ source }) => source.split(' + ').includes(entry));
  if (own.length === 0) return [];
  const known = [...(checks?.values() ?? [])].filter(({ mark }) => own.includes(mark));
  const changed = known.filter((check) => check.changed === 'passage').length;
  const same = known.filter(
    (check) => !check.changed && check.mark.passage !== undefined && check.mark.reader === READER_VERSION,
  ).length;
  const one = own.length === 1;
  const rest = `${countOf(own.length, 'check')} in cite-check.yaml ${one ? 'rests' : 'rest'} on this paper as it was when ${one ? 'it was' : 'they were'} made`;
  const parts = [
    ...(changed > 0 ? [`have changed for ${changed}`] : []),
    ...(same > 0 ? [`are the same for ${same}`] : []),
  ];
  return [parts.length > 0 ? `${rest}; the words at the pin ${parts.join(' and ')}.` : `${rest}.`];
}

/**
 * The edit that notes a file as verified in the entry of its paper. Undefined where its place in the manifest can't be found safely,
 * or the manifest with it would say anything else differently, or the file that was looked at is another one by now.
 */
export function recordVerified(view: FixView, { source }: StalePaper, noted: Verified): Fix | undefined {
  const state = view.pages(source);
  const record = recordOf(view);
  const manifest = manifestOf(view, source.place);
  if (!record || !manifest || state?.state !== 'read' || state.pages.sha256 !== noted.sha256) return undefined;
  const { parsed, uri, lines, version } = manifest;
  const changes = setVerified(parsed, source.entry, noted);
  if (!changes || !saysOnlyThat(view, record, source, noted, changed(parsed.text, changes))) return undefined;
  const file = { uri, lines, ...(version !== undefined && { version }) };
  return { title: `Record ${source.name} as it is now`, file, changes };
}

function saysOnlyThat(
  { manifests }: FixView,
  before: CaseRecord,
  source: Source,
  { sha256, on }: Verified,
  text: string,
): boolean {
  const [first, ...extended] = manifests.map(({ parsed }) =>
    parsed.path === source.place.manifest ? parseManifest(text, parsed.path) : parsed,
  );
  if (!first || [first, ...extended].some(({ readable }) => !readable)) return false;
  const after = buildRecord(first, { revision: before.revision, extended });
  if (after.problems.length > before.problems.length || after.sources.length !== before.sources.length) return false;
  return before.sources.every((was, place) => {
    const now = after.sources[place];
    const meant = was === source ? { sha256, on } : was.verified;
    return now?.entry === was.entry && now.verified?.sha256 === meant?.sha256 && now.verified?.on === meant?.on;
  });
}
