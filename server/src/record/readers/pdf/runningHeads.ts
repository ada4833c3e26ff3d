import { edgesOf, MARGIN_SHARE, type Sheet } from './sheet.ts';

/** Points: a head stands on every page on the same height. */
const HEIGHT_STEP = 6;
const LONGEST = 120;

/** For each page the pieces that stand at the edge of many: running heads and feet, legends of confidentiality. */
export function runningHeads(sheets: readonly Sheet[]): readonly ReadonlySet<number>[] {
  const edges = sheets.map((sheet) => {
    const { head, foot } = edgesOf(sheet, MARGIN_SHARE);
    return [...head, ...foot].flatMap((id) => {
      const piece = sheet.pieces[id];
      const key = piece && keyOf(piece.text);
      if (!key) return [];
      const step = Math.round(piece.baseline / HEIGHT_STEP);
      return [{ id, keys: [step - 1, step, step + 1].map((height) => `${height} ${key}`), key: `${step} ${key}` }];
    });
  });
  const counts = new Map<string, number>();
  for (const page of edges) {
    for (const key of new Set(page.flatMap(({ keys }) => keys))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const fewest =
    sheets.length <= 8 ? Math.max(2, Math.ceil(sheets.length / 2)) : Math.max(3, Math.floor(sheets.length / 50));
  return edges.map((page) => new Set(page.filter(({ key }) => (counts.get(key) ?? 0) >= fewest).map(({ id }) => id)));
}

/** A head as it is compared from page to page: every number alike. Undefined for what is no head: too long, no letters, an answer. */
function keyOf(text: string): string | undefined {
  if (text.length > LONGEST || /^\s{0,20}[QA](?:[.:\s]|$)/.test(text)) return undefined;
  const key = text
    .toLowerCase()
    .replace(/\d{1,9}/g, '#')
    .replace(/[^\p{L}#]{1,200}/gu, '');
  if (/\p{L}{2}/u.test(key)) return key;
  // `(212) 805-0300`: what has no letters is a head only where all its digits are the same.
  return text.length >= 6 && /\D/.test(text.trim()) ? text : undefined;
}
