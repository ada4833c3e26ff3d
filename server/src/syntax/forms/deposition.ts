import { isUpper } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import { romanValue } from '../../text/roman.ts';
import type { Citation, DepositionTarget } from '../citation.ts';
import { type Attached, readAttached } from '../parts/attached.ts';
import { readName } from '../parts/container.ts';
import { dateBefore, readDateBehind } from '../parts/dateNear.ts';
import { personBefore } from '../parts/personBefore.ts';
import { readHeadWord } from '../parts/splitWord.ts';
import type { CitationForm } from './form.ts';

const HEADS: readonly string[] = ['dep', 'depo', 'depos', 'deposition', 'ebt'];

/** Depositions with their exhibits: `Chin Depo. at 87:3-9`, `Rohde Dep. 19-20`, `Bashlykov Dep. Ex. 8`. */
export const depositionForm: CitationForm = {
  name: 'deposition',
  triggers: [...HEADS, 'd', 'de'],
  examples: [
    'Chin Depo. at 87:3-9',
    'Rohde Dep. 19-20',
    'Meyer Dep. 12-13, 31',
    'Chin Dep. Tr. 144:3-146:12',
    'Bashlykov Dep. Ex. 8 at 2',
    'Meta 30(b)(6) Dep. at 24:02-06',
    'Deposition of Nikolay Bashlykov at 144-46',
    'Chin Dep. (Nov. 12, 2024) at 5:6-9',
    'Chin Dep. Vol. II at 12:3',
    'Petrossian EBT at 77:14-78:3',
  ],
  parse(cursor) {
    const head = cursor.attempt(() => readHead(cursor));
    if (!head) return undefined;
    const date = head.date ?? readDateBehind(cursor);
    const volume = readVolumeNumber(cursor);
    const attached = readAttached(cursor, true);
    const late = date ?? readDateBehind(cursor);
    return depositionCitation(
      cursor,
      { ...head, ...(late ? { date: late } : {}), ...(volume ? { volume } : {}) },
      attached,
    );
  },
};

/** What names a deposition, up to its pins. */
export interface DepositionHead {
  readonly start: number;
  readonly end: number;
  readonly deponent: string;
  readonly date?: string;
  readonly volume?: string;
}

function readHead(cursor: Cursor): DepositionHead | undefined {
  const at = cursor.at;
  const typed = readHeadWord(cursor, (word) => HEADS.includes(word), 12);
  if (!isUpper(typed.charCodeAt(0)) || !HEADS.includes(typed.toLowerCase())) return undefined;
  if (!cursor.take('.') && !/^(?:Depos?(?:ition)?|EBT)$/i.test(typed)) return undefined;
  if (/^dep$/i.test(typed) && cursor.text.charAt(cursor.at - 1) !== '.') return undefined;
  readTranscriptWord(cursor);
  const end = cursor.at;
  const whose = cursor.attempt(() => {
    cursor.gap();
    if (!cursor.word('of')) return undefined;
    cursor.gap();
    return readName(cursor);
  });
  if (whose) return { start: at, end: cursor.at, deponent: whose };
  const before = deponentBefore(cursor.text, at, cursor.floor);
  if (!before) return undefined;
  const date = dateBefore(cursor.text, before.start, cursor.floor);
  // `Tr. of Falk Dep. at 66:2`.
  const of = /\bTr\.\sof\s$/.exec(cursor.text.slice(Math.max(cursor.floor, before.start - 8), before.start))?.[0];
  return {
    start: date?.start ?? before.start - (of?.length ?? 0),
    end,
    deponent: before.words,
    ...(date ? { date: date.iso } : {}),
  };
}

function readTranscriptWord(cursor: Cursor): void {
  cursor.attempt(() => {
    cursor.gap();
    if (!cursor.word('tr') && !cursor.word('transcript')) return undefined;
    cursor.take('.');
    return true;
  });
}

/** The deponent, also a company's witness: `Meta 30(b)(6)`, `Meta 30(b)(6) (Esiobu)`, `Rule 30(b)(6)`. */
function deponentBefore(text: string, at: number, floor: number): { start: number; words: string } | undefined {
  let end = at;
  let designee = '';
  const tail = /\(([A-Z][\w'\u2019-]{1,30})\)[ \u00A0\n]{0,2}$/.exec(text.slice(Math.max(floor, at - 36), at));
  if (tail) {
    end = at - tail[0].length;
    designee = ` (${tail[1]})`;
  }
  const rule = /(?:Rule )?30\(b\)\(6\)[ \u00A0\n]{0,2}$/.exec(text.slice(Math.max(floor, end - 20), end));
  if (!rule) return tail ? undefined : personBefore(text, at, floor);
  const ruleStart = end - rule[0].length;
  const company = personBefore(text, ruleStart, floor);
  const words = `${company ? `${company.words} ` : ''}30(b)(6)${designee}`;
  return { start: company?.start ?? ruleStart, words };
}

/** `Vol. II`, `Vol. 2` behind a name, as an arabic numeral. */
export function readVolumeNumber(cursor: Cursor): string | undefined {
  return cursor.attempt(() => {
    cursor.gap();
    cursor.take(',');
    cursor.gap();
    if (!cursor.word('vol')) return undefined;
    cursor.take('.');
    cursor.gap();
    const digits = cursor.digits(3);
    if (digits) return digits;
    const roman = romanValue(cursor.letters(5));
    return roman ? String(roman) : undefined;
  });
}

/** Makes the citation of a deposition and of the exhibits that were marked at it. */
export function depositionCitation(cursor: Cursor, head: DepositionHead, attached: Attached): Citation {
  const whose = {
    kind: 'deposition' as const,
    deponent: head.deponent,
    ...(head.date ? { date: head.date } : {}),
    ...(head.volume ? { volume: head.volume } : {}),
  };
  const docket = attached.docket ? { docket: attached.docket } : {};
  const docketSpan = attached.docketSpan ? { docketSpan: attached.docketSpan } : {};
  const targets: DepositionTarget[] = [];
  if (attached.pins.length > 0 || attached.exhibits.length === 0) {
    const own = attached.isOwnDocket ? { ...docket, ...docketSpan } : {};
    targets.push({ ...whose, ...own, start: head.start, end: head.end, pins: attached.pins });
  }
  attached.exhibits.forEach((exhibit) => {
    targets.push({
      ...whose,
      exhibit: exhibit.exhibit,
      ...(exhibit.last ? { last: exhibit.last } : {}),
      ...(exhibit.open ? { open: exhibit.open } : {}),
      ...(attached.exhibits.length === 1 && !attached.isOwnDocket ? { ...docket, ...docketSpan } : {}),
      start: targets.length === 0 ? head.start : exhibit.start,
      end: exhibit.end,
      pins: exhibit.pins,
    });
  });
  const open = targets.some((target) => target.open || target.pins.some((pin) => pin.open));
  return {
    form: 'deposition',
    start: head.start,
    end: cursor.at,
    headSpan: { start: head.start, end: head.end },
    targets,
    ...(open ? { open: true } : {}),
  };
}
