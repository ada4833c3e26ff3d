import { isWordCharacter } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import type { Citation } from '../citation.ts';
import { expandRangeEnd, readRangeDash } from '../parts/boundary.ts';
import type { CitationForm } from './form.ts';

/**
 * Produced pages by their Bates numbers: `META-0001`, `META-000420-25` under the prefixes that the record lists, and any run of
 * capitals with a number filled up with zeros (`BELL-00231`, `FNB 000001-388`). Without zeros or the record's word it may be
 * a patent, a case or a part. The scan calls it for the listed prefixes and for `isProduced`.
 */
export const batesForm: CitationForm = {
  name: 'bates',
  triggers: [],
  examples: [
    'BELL-00231',
    'FNB 000001-388',
    'CLUB49-000213 through CLUB49-000216',
    'PL000044-102',
    'CRC_00771 to CRC_00804',
  ],
  parse(cursor, context): Citation | undefined {
    const start = cursor.at;
    const listed = context.styles.batesPrefixes.find((candidate) => cursor.text.startsWith(candidate, start));
    const prefix = listed ?? (isProduced(cursor.text, start) ? prefixAt(cursor.text, start) : undefined);
    if (prefix === undefined || (start > cursor.floor && isWordCharacter(cursor.text.charCodeAt(start - 1))))
      return undefined;
    const first = readNumber(cursor, prefix);
    if (!first) return undefined;
    const last = cursor.attempt(() => {
      if (!readRangeDash(cursor) && !readThrough(cursor)) return undefined;
      const whole = readNumber(cursor, prefix);
      if (whole) return whole;
      const digits = cursor.digits(12);
      return digits && !isWordCharacter(cursor.code) ? expandRangeEnd(first, digits) : undefined;
    });
    const name = prefix.trimEnd();
    const span = { start, end: cursor.at };
    const target = {
      kind: 'bates' as const,
      bates: name + first,
      ...(last ? { last: name + last } : {}),
      ...span,
      pins: [],
    };
    return { form: 'bates', ...span, headSpan: { start, end: start + name.length }, targets: [target] };
  },
};

const PRODUCED =
  /[A-Z]{2,12}(?:[-_][A-Z]{2,8}){0,2}(?:\d{1,3}(?=[-_]))?(?:[-_]|[ \u00A0]?\n|[ \u00A0]{0,2})(?=0\d{3,11}(?![\dA-Za-z]))/y;
/** Numbers of courts, offices and lawyers, which have zeros, too. */
const NO_PRODUCTION =
  /^(?:CV|CR|CIV|CRIM|MC|MD|MDL|BK|AP|MJ|PO|US|USA|EP|WO|PCT|SBN|BAR|NO|ID|ISBN|ISSN|IPR|PGR|CBM|ECF|DKT|DOC|DE|DI|RFP|RFA|EX|TR|ROA|APP|APPX|JA|RA|ER|SER|FER|CT|RT|AR|WL|LEXIS)\d{0,3}$/;

/** True where a Bates number without a listed prefix stands at `at`: at least five digits, filled up with zeros. */
export function isProduced(text: string, at: number): boolean {
  const prefix = prefixAt(text, at);
  if (prefix === undefined) return false;
  const letters = prefix.replace(/[-_\s]{1,4}$/, '');
  if (NO_PRODUCTION.test(letters)) return false;
  const digits = /^\d{1,12}/.exec(text.slice(at + prefix.length, at + prefix.length + 12))?.[0] ?? '';
  // `NJ 07102` is a place.
  const isPlace = letters.length === 2 && /\s$/.test(prefix) && digits.length === 5;
  return (digits.length >= 5 || /[-_]$/.test(prefix)) && !isPlace;
}

function prefixAt(text: string, at: number): string | undefined {
  PRODUCED.lastIndex = at;
  return PRODUCED.exec(text)?.[0];
}

/** The digits behind the prefix. */
function readNumber(cursor: Cursor, prefix: string): string | undefined {
  return cursor.attempt(() => {
    if (!cursor.take(prefix)) return undefined;
    const digits = cursor.digits(12);
    return digits.length > 1 && !isWordCharacter(cursor.code) ? digits : undefined;
  });
}

function readThrough(cursor: Cursor): boolean {
  return (
    cursor.attempt(() =>
      cursor.gap() && (cursor.word('through') || cursor.word('to')) && cursor.gap() ? true : undefined,
    ) === true
  );
}
