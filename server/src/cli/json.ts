import type { Draft } from '../draft.ts';
import type { Finding, Severity } from '../lint/finding.ts';
import type { CaseRecord, Source } from '../record/caseRecord.ts';
import type { ResolvedCitation, TargetResolution } from '../resolve/resolution.ts';
import type { CaseMention, PinCite, Target } from '../syntax/citation.ts';
import { type CheckedFile, filePlaceOf } from './checkedFile.ts';

type Json = Readonly<Record<string, unknown>>;

/** The stable JSON of `check` and `citations`: version 1. `relative` turns a manifest's path into what is printed. */
export function jsonOf(files: readonly CheckedFile[], withFindings: boolean, relative: (path: string) => string): Json {
  return {
    version: 1,
    files: files.map((file) => ({
      path: file.path,
      citations: (file.draft?.citations ?? []).map((citation) => citationJson(file, citation, relative)),
      ...(withFindings ? { findings: file.findings.map((finding) => findingJson(file, finding)) } : {}),
    })),
  };
}

function citationJson(file: CheckedFile, resolved: ResolvedCitation, relative: (path: string) => string): Json {
  const { text, draft } = file;
  const { citation } = resolved;
  const record = recordOf(draft);
  return {
    text: text.slice(citation.start, citation.end),
    start: citation.start,
    end: citation.end,
    ...placeJson(file, citation.start),
    form: citation.form,
    targets: resolved.targets.map((answer) => targetJson(answer, record, relative)),
    antecedent: resolved.antecedent ?? null,
    ...(resolved.antecedents ? { antecedents: resolved.antecedents } : {}),
    status: resolved.status,
    ...(resolved.open ? { open: true } : {}),
  };
}

function recordOf(draft: Draft | undefined): CaseRecord | undefined {
  return draft?.record.state === 'available' ? draft.record.record : undefined;
}

function targetJson(
  answer: TargetResolution,
  record: CaseRecord | undefined,
  relative: (path: string) => string,
): Json {
  const { target, status } = answer;
  const source = (one: Source): Json => sourceJson(one, record, relative);
  const isAnswered = status === 'resolved' && answer.source !== undefined;
  return {
    ...wordsOf(target),
    start: target.start,
    end: target.end,
    status,
    source: isAnswered && answer.source ? source(answer.source) : null,
    ...(answer.sources && answer.sources.length > 1 ? { sources: answer.sources.map(source) } : {}),
    ...(answer.candidates ? { candidates: answer.candidates.map(source) } : {}),
    ...(target.pins.length > 0 ? { pins: target.pins.map(pinJson) } : {}),
  };
}

function sourceJson(source: Source, record: CaseRecord | undefined, relative: (path: string) => string): Json {
  const { manifest } = source.place;
  return {
    name: source.name,
    entry: source.entry,
    ...(record && manifest !== record.manifest ? { manifest: relative(manifest) } : {}),
  };
}

/** The words of a target: the closed list of cli.md. */
function wordsOf(target: Target): Json {
  switch (target.kind) {
    case 'docketEntry':
      return some({ docket: target.docket, exhibit: target.exhibit, last: target.last, case: caseOf(target.case) });
    case 'exhibit':
      return some({
        exhibit: target.exhibit,
        last: target.last,
        owner: target.owner ?? target.of,
        docket: target.docket,
        case: caseOf(target.case),
      });
    case 'declaration':
      return some({
        declarant: target.declarant,
        which: target.which,
        exhibit: target.exhibit,
        last: target.last,
        docket: target.docket,
        case: caseOf(target.case),
      });
    case 'discoveryRequest':
      return some({
        request: target.request,
        first: target.first,
        last: target.last,
        owner: target.owner,
        set: target.set,
      });
    case 'deposition':
      return some({
        deponent: target.deponent,
        exhibit: target.exhibit,
        last: target.last,
        date: target.date,
        volume: target.volume,
        docket: target.docket,
      });
    case 'transcript':
      return some({ transcript: target.transcript, date: target.date, volume: target.volume, docket: target.docket });
    case 'appendix':
      return some({ appendix: target.appendix, volume: target.volume, docket: target.docket });
    case 'filing':
      return some({
        filing: target.filing,
        owner: target.owner,
        exhibit: target.exhibit,
        last: target.last,
        docket: target.docket,
      });
    case 'bates':
      return some({ bates: target.bates, last: target.last });
    case 'authority':
      return { authority: target.authority };
    case 'named':
      return { filing: target.name };
    default:
      return target satisfies never;
  }
}

function some(fields: Readonly<Record<string, string | undefined>>): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The number decides over the name. */
function caseOf(mention: CaseMention | undefined): string | undefined {
  return mention?.number ?? mention?.name;
}

function pinJson({ unit, first, last, start, end }: PinCite): Json {
  return { unit, first, last, start, end };
}

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
};

/** In a Word file or PDF line and column are those of the text that was read: of use to nobody but a program. */
function placeJson(file: CheckedFile, offset: number): Json {
  const { line, column } = file.lines.placeOf(offset);
  const { page, paragraph, footnote } = filePlaceOf(file, offset) ?? {};
  return {
    line,
    column,
    ...(page === undefined ? {} : { page }),
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(footnote === undefined ? {} : { footnote }),
  };
}

function findingJson(file: CheckedFile, finding: Finding): Json {
  return {
    code: finding.code,
    severity: LEVELS[finding.severity],
    message: finding.message,
    start: finding.span.start,
    end: finding.span.end,
    ...placeJson(file, finding.span.start),
    ...(finding.citation === undefined ? {} : { citation: finding.citation }),
    ...(finding.related
      ? {
          related: finding.related.map(({ span, message }) => ({
            message,
            start: span.start,
            end: span.end,
            ...placeJson(file, span.start),
          })),
        }
      : {}),
  };
}
