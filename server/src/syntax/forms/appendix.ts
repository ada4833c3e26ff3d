import { isDigit } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import { tidy } from '../../text/names.ts';
import type { PinCite } from '../citation.ts';
import { endsListMember } from '../parts/boundary.ts';
import { tokenBefore } from '../parts/lookBack.ts';
import { readPins } from '../parts/pins.ts';
import { readLinePin, readPage } from '../parts/pinValues.ts';
import type { CitationForm } from './form.ts';

/** Record appendices of the courts of appeals and of New York: `J.A. 369 (51:1–18)`, `1 J.A. 204`, `2-ER-123`, `ROA.1234`. */
export const appendixForm: CitationForm = {
  name: 'appendix',
  triggers: ['j', 'ja', 'ra', 'app', 'er', 'ser', 'roa'],
  examples: [
    'J.A. 250',
    'J.A. 369 (51:1–18)',
    '1 J.A. 204',
    '2-ER-123',
    'ROA.1234-36',
    'RA 13',
    'App. pp. 12-13',
    'App. at 12',
  ],
  parse(cursor) {
    const at = cursor.at;
    const head = cursor.attempt(() => readHead(cursor));
    if (!head) return undefined;
    const volume = volumeBefore(cursor, at, head.isHyphenated);
    if (head.isHyphenated && !volume) return undefined;
    const pins = readAppendixPins(cursor, head);
    if (pins.length === 0) return undefined;
    const start = volume?.start ?? at;
    const span = { start, end: head.end };
    return {
      form: 'appendix',
      start,
      end: cursor.at,
      headSpan: span,
      targets: [{ kind: 'appendix', appendix: head.name, ...(volume ? { volume: volume.number } : {}), ...span, pins }],
      ...(pins.some((pin) => pin.open) ? { open: true as const } : {}),
    };
  },
};

interface Head {
  readonly name: string;
  readonly end: number;
  /** `2-ER-123`: volume and page are joined to the name. */
  readonly isHyphenated: boolean;
  /** An ordinary abbreviation (`App.`) needs a plain page behind it. */
  readonly isCommon: boolean;
}

function readHead(cursor: Cursor): Head | undefined {
  const start = cursor.at;
  const slice = cursor.text.slice(start, start + 5);
  const name = /^(?:J\. ?A\.|JA(?=[\s\u00A0])|RA(?=[\s\u00A0])|S?ER(?=-\d)|ROA\.|App\.)/.exec(slice)?.[0];
  cursor.steps += 2;
  if (!name) return undefined;
  // `Cal. App. 4th`, `Fed. R. App. P.`: part of a reporter or rule.
  const before = name === 'App.' ? tokenBefore(cursor.text, start, cursor.floor) : undefined;
  if (before && /^(?:Cal\.|R\.|Fed\.|F\.|Ct\.|Ill\.|Ga\.|N\.C\.|Wash\.|Mass\.|Md\.)$/.test(before.text))
    return undefined;
  cursor.at += name.length;
  const end = cursor.at;
  const isHyphenated = name.endsWith('ER');
  if (isHyphenated) cursor.at++;
  else cursor.gap();
  return { name: tidy(name), end, isHyphenated, isCommon: name === 'App.' };
}

/** `1 J.A.`, `2-ER-`: the volume in front. */
function volumeBefore(
  cursor: Cursor,
  at: number,
  isHyphenated: boolean,
): { start: number; number: string } | undefined {
  const found = (isHyphenated ? /(\d{1,2})(-)$/ : /(?:^|[\s\u00A0(;,])(\d{1,2})([ \u00A0]{1,2}|\n)$/).exec(
    cursor.text.slice(Math.max(cursor.floor, at - 6), at),
  );
  const number = found?.[1];
  return number === undefined ? undefined : { start: at - number.length - (found?.[2]?.length ?? 1), number };
}

/** Pages with or without "at"; lines of a deposition in brackets behind the page that carries them. */
function readAppendixPins(cursor: Cursor, head: Head): readonly PinCite[] {
  const named = readPins(cursor, { bare: false });
  if (named.length > 0) return named;
  const pins: PinCite[] = [];
  while (pins.length < 200) {
    const page = cursor.attempt(() => {
      if (pins.length > 0) {
        cursor.gap();
        if (!cursor.take(',')) return undefined;
        cursor.gap();
      }
      const read = isDigit(cursor.code) ? readPage(cursor) : undefined;
      return read && (head.isHyphenated || endsListMember(cursor)) ? read : undefined;
    });
    if (!page) break;
    pins.push(page);
  }
  const lines = pins.length === 0 ? undefined : cursor.attempt(() => readBracketedLines(cursor));
  return lines ? [...pins, lines] : pins;
}

function readBracketedLines(cursor: Cursor): PinCite | undefined {
  cursor.gap();
  if (!cursor.take('(')) return undefined;
  const lines = readLinePin(cursor);
  return lines && cursor.take(')') ? lines : undefined;
}
