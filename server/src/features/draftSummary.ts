import type { DraftView } from './view.ts';

/** What a status bar says of a draft, in numbers. */
export interface DraftSummary {
  readonly citations: number;
  readonly unresolved: number;
  readonly ambiguous: number;
  /** Findings that a superseded or changed paper is cited. */
  readonly stale: number;
  /** Findings that are errors or warnings. */
  readonly toLookAt: number;
  /** Citations whose check by a person holds. */
  readonly checked: number;
  /** Citations that a person can check: the record answers them. */
  readonly toCheck: number;
  /** `none`: no manifest lies above the draft; `unreadable`: there is one, and it can't be read. */
  readonly manifest: 'none' | 'unreadable' | 'read';
}

/** Counts what was found in a draft. */
export function draftSummary({
  draft,
  findings,
  checks,
}: Pick<DraftView, 'draft' | 'findings' | 'checks'>): DraftSummary {
  const { record, citations } = draft;
  return {
    citations: citations.length,
    unresolved: citations.filter(({ status, open }) => status === 'unresolved' && !open).length,
    ambiguous: citations.filter(({ status }) => status === 'ambiguous').length,
    stale: findings.filter(({ code }) => code === 'stale-citation' || code === 'stale-file').length,
    toLookAt: findings.filter(({ severity }) => severity === 'error' || severity === 'warning').length,
    checked: [...(checks?.values() ?? [])].filter(({ changed }) => changed === undefined).length,
    toCheck: citations.filter(({ status, open }) => status === 'resolved' && !open).length,
    manifest: record.state === 'none' ? 'none' : record.state === 'available' && !record.stale ? 'read' : 'unreadable',
  };
}
