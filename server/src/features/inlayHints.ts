import type { InlayHint } from 'vscode-languageserver';
import { longDate } from '../text/isoDates.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import { positionOf } from './positions.ts';
import type { DraftView } from './view.ts';

/** A quiet mark behind each citation of a span (UTF-16 offsets) that a person checked; none where the check no longer holds. */
export function inlayHints({ draft, checks }: DraftView, asked: Span, lines: LineIndex): InlayHint[] {
  return [...(checks ?? [])].flatMap(([index, { mark, changed }]) => {
    const citation = draft.citations[index]?.citation;
    if (!citation || changed !== undefined || citation.end < asked.start || citation.end > asked.end) return [];
    const { by, verdict, on, note } = mark;
    const label = verdict === 'supports' ? `\u2713 ${by}` : `${by}: ${verdict}`;
    const tooltip = `${by} on ${longDate(on)}: ${verdict}.${note === undefined ? '' : `\n${note}`}`;
    return [{ position: positionOf(lines, citation.end), label, tooltip, paddingLeft: true }];
  });
}
