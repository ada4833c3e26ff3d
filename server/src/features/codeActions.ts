import type { CodeAction, Diagnostic, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Finding } from '../lint/finding.ts';
import type { Span } from '../text/span.ts';
import type { Fix, FixView } from './fixes/fix.ts';
import { FIXES } from './fixes/fixes.ts';
import { rangeOf } from './positions.ts';

/** What is known of the asking editor. */
export interface CodeActionOptions {
  /** It takes edits that name the version they belong to. */
  readonly documentChanges: boolean;
  /** A finding as it was published. */
  readonly diagnosticOf: (finding: Finding) => Diagnostic;
}

/** A menu that is longer helps nobody, and each fix is tried out before it is offered. */
const MOST_FINDINGS = 4;

/** What was found for a finding. An editor asks again whenever the cursor moves, and a finding lives as long as its text. */
const KNOWN = new WeakMap<Finding, { readonly manifests: FixView['manifests']; readonly fixes: readonly Fix[] }>();

/** The quick fixes for the findings that touch a span (UTF-16 offsets) of the draft, from what is in memory. */
export function codeActions(
  view: FixView,
  asked: Span,
  { documentChanges, diagnosticOf }: CodeActionOptions,
): CodeAction[] {
  const actions = new Map<string, CodeAction>();
  const touched = view.findings.filter(
    ({ span, isTheirs }) => !isTheirs && span.start <= asked.end && asked.start <= span.end,
  );
  for (const finding of touched.slice(0, MOST_FINDINGS)) {
    for (const fix of fixesFor(view, finding)) {
      const edit = editOf(fix, documentChanges);
      const key = JSON.stringify([fix.title, edit]);
      const known = actions.get(key);
      const diagnostics = [...(known?.diagnostics ?? []), diagnosticOf(finding)];
      const preferred = fix.isPreferred ? { isPreferred: true } : {};
      actions.set(key, { title: fix.title, kind: 'quickfix', diagnostics, edit, ...preferred });
    }
  }
  return [...actions.values()];
}

function fixesFor(view: FixView, finding: Finding): readonly Fix[] {
  const known = KNOWN.get(finding);
  if (known && areSame(known.manifests, view.manifests)) return known.fixes;
  const fixes = FIXES.flatMap((make) => [...make(view, finding)]);
  KNOWN.set(finding, { manifests: view.manifests, fixes });
  return fixes;
}

function areSame(one: FixView['manifests'], other: FixView['manifests']): boolean {
  return (
    one.length === other.length &&
    one.every(({ parsed, version }, place) => parsed === other[place]?.parsed && version === other[place].version)
  );
}

function editOf({ file, changes }: Fix, documentChanges: boolean): WorkspaceEdit {
  const edits = changes.map(({ span, words }): TextEdit => ({ range: rangeOf(file.lines, span), newText: words }));
  if (!documentChanges) return { changes: { [file.uri]: edits } };
  const edit: TextDocumentEdit = { textDocument: { uri: file.uri, version: file.version ?? null }, edits };
  return { documentChanges: [edit] };
}
