import { analyze, type Draft, stylesOf } from '../../server/src/draft.ts';
import { changed, type Fix, type FixableManifest, type FixView } from '../../server/src/features/fixes/fix.ts';
import { FIXES } from '../../server/src/features/fixes/fixes.ts';
import type { Finding } from '../../server/src/lint/finding.ts';
import { findingsOfDraft } from '../../server/src/lint/lint.ts';
import { buildRecord } from '../../server/src/record/buildRecord.ts';
import { parseManifest } from '../../server/src/record/manifest.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';
import { lineIndexOf } from '../../server/src/text/lineIndex.ts';

/** A draft in a test, with its manifests: the nearest first. */
export interface Written {
  readonly text: string;
  readonly manifests: readonly { readonly path: string; readonly text: string }[];
  readonly path?: string;
  readonly isMarkdown?: boolean;
}

/** A draft under one manifest that is written in a test. */
export function written(manifest: string, text: string, more: Partial<Written> = {}): Written {
  return { text, manifests: [{ path: '/m/exhibits.yaml', text: manifest }], path: 'letter.brief', ...more };
}

/** The view of a draft as the server makes it. */
export function fixViewOf({ text, manifests, path = 'letter.brief', isMarkdown = false }: Written): FixView {
  const parsed = manifests.map((manifest) => parseManifest(manifest.text, manifest.path));
  const [first = parseManifest('', '/m/exhibits.yaml'), ...extended] = parsed;
  const record = buildRecord(first, { revision: 1, extended });
  const styles = stylesOf(record);
  const read = (words: string): { draft: Draft; findings: readonly Finding[] } => {
    const draft = analyze(parseDraft(words, styles), { state: 'available', record }, path);
    return { draft, findings: findingsOfDraft(draft, { pages: () => undefined, rules: {} }) };
  };
  return {
    ...read(text),
    pages: () => undefined,
    places: { fileUri: () => undefined, entry: () => undefined },
    file: { uri: 'file:///m/letter.brief', version: 3, lines: lineIndexOf(text) },
    isMarkdown,
    path,
    manifests: parsed.map(
      (one): FixableManifest => ({ uri: `file://${one.path}`, lines: lineIndexOf(one.text), parsed: one }),
    ),
    reread: read,
  };
}

/** Every fix of the findings with this code, in the menu's order. */
export function fixesOf(view: FixView, code?: string): readonly Fix[] {
  const findings = view.findings.filter((finding) => code === undefined || finding.code === code);
  return findings.flatMap((finding) => FIXES.flatMap((make) => [...make(view, finding)]));
}

/** What is there after a fix: the draft, and the manifests. */
export function afterFix(before: Written, view: FixView, fix: Fix): Written {
  if (fix.file.uri === view.file.uri) return { ...before, text: changed(before.text, fix.changes) };
  return {
    ...before,
    manifests: before.manifests.map((manifest) =>
      `file://${manifest.path}` === fix.file.uri
        ? { ...manifest, text: changed(manifest.text, fix.changes) }
        : manifest,
    ),
  };
}

/** A finding as a line: `code "words"`. */
export function foundLines({ draft, findings }: Pick<FixView, 'draft' | 'findings'>): readonly string[] {
  return findings.map(
    ({ code, span, message }) => `${code} "${draft.syntax.text.slice(span.start, span.end)}" ${message}`,
  );
}
