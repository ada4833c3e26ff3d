import { isDigit } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import { type ExhibitLabel, readExhibitLabels } from '../parts/exhibitLabel.ts';
import { exhibitCitation } from './exhibit.ts';
import type { CitationForm } from './form.ts';

/** Party codes of trial exhibits that every court knows. */
export const PARTY_CODES: readonly string[] = ['GX', 'PX', 'DX', 'PTX', 'DTX', 'JTX', 'JX', 'CX', 'RX', 'TX'];

/**
 * Exhibits under a literal head: the codes of trial exhibits (`PX 12`, `DTX-101.4`, `GX 6.2`) and the house styles of the
 * manifest (`Blue Binder Tab 3`). The head is the owner of the series.
 */
export const houseStyleForm: CitationForm = {
  name: 'houseStyle',
  triggers: PARTY_CODES.map((code) => code.toLowerCase()),
  examples: ['GX 6.2', 'PX 12 at 3', 'DTX-101.4', 'PX12', 'JTX 4, 7', 'PTX 44 through PTX 47'],
  parse(cursor, context) {
    const start = cursor.at;
    const head = [...context.styles.heads, ...PARTY_CODES].find((candidate) => readLiteral(cursor, candidate));
    if (!head) return undefined;
    const headEnd = cursor.at;
    if (cursor.code === 45) cursor.at++;
    else cursor.gap();
    // Trial exhibits are numbered; a house head may have letters, too.
    if (!isDigit(cursor.code) && !context.styles.heads.includes(head)) return undefined;
    const labels = readNumbers(cursor, head);
    if (head === 'TX' && isInTexas(cursor.text, start, labels)) return undefined;
    if (labels.length === 0) return undefined;
    return exhibitCitation(cursor, { start, headEnd, labels, owner: head });
  },
};

/** `Plano, TX 75024`, `TX 121`: an address, unless it is a citation by itself. */
function isInTexas(text: string, start: number, labels: readonly ExhibitLabel[]): boolean {
  const last = labels.at(-1);
  return (
    last === undefined ||
    last.exhibit.length > 4 ||
    /[A-Za-z],?[\s\u00A0]{1,2}$/.test(text.slice(Math.max(0, start - 4), start))
  );
}

/** `PX 4, 7`, `PTX 44 through PTX 47`; at `PX-11, PX-14` the list ends: what has a head of its own is the next citation. */
function readNumbers(cursor: Cursor, head: string): readonly ExhibitLabel[] {
  const all = readExhibitLabels(cursor, false);
  const next = all.findIndex(({ exhibit }) => exhibit.startsWith(head));
  const labels = next < 0 ? all : all.slice(0, next);
  const end = labels.at(-1);
  if (!end) return [];
  if (next >= 0) cursor.at = end.end;
  const last = cursor.attempt(() => readLastNumber(cursor, head));
  return last ? [...labels.slice(0, -1), { ...end, end: cursor.at, last }] : labels;
}

function readLastNumber(cursor: Cursor, head: string): string | undefined {
  if (!cursor.gap() || !cursor.word('through') || !cursor.gap() || !readLiteral(cursor, head)) return undefined;
  if (cursor.code === 45) cursor.at++;
  else cursor.gap();
  return cursor.digits(6) || undefined;
}

/** Reads a literal head, its blanks standing for any gap. */
function readLiteral(cursor: Cursor, head: string): boolean {
  return (
    cursor.attempt(() => {
      for (const [place, word] of head.split(' ').entries()) {
        if (place > 0 && !cursor.gap()) return undefined;
        if (!cursor.take(word)) return undefined;
      }
      return true;
    }) === true
  );
}
