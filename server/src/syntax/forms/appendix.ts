import { isDigit } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import { tidy } from '../../text/names.ts';
import { romanValue } from '../../text/roman.ts';
import type { Citation, PinCite } from '../citation.ts';
import { standsAlone } from '../layout/prose.ts';
import { APPENDIX_TRIGGERS, builtInAppendix } from '../parts/appendixNames.ts';
import { endsListMember, expandRangeEnd } from '../parts/boundary.ts';
import { readDocketBehind } from '../parts/docketBehind.ts';
import { isFunctionWord, isRole, tokenBefore } from '../parts/lookBack.ts';
import { readPins } from '../parts/pins.ts';
import { readPage } from '../parts/pinValues.ts';
import { squeeze } from '../parts/squeeze.ts';
import type { CitationForm, FormContext } from './form.ts';

/**
 * Record appendices of the courts of appeals, of California and of New York: `J.A. 369 (51:1–18)`, `1 J.A. 204`, `2-ER-123`,
 * `ROA.1234`, `Appx123`, `2 CT 345`, `3 RT 612`, and under the names that the record lists (`R. 45`, `A-12`).
 */
export const appendixForm: CitationForm = {
  name: 'appendix',
  triggers: APPENDIX_TRIGGERS,
  examples: [
    'J.A. 250',
    'J.A. 369 (51:1–18)',
    'J.A. 20-21 & nn.40-41',
    '1 J.A. 204',
    '2-ER-123',
    '2-ER-146 ¶ 14',
    'ROA.1234-36',
    'RA 13',
    'App. pp. 12-13',
    'App. at 12',
    'Def. App. 104-05',
    'Appx141 (7:12–20)',
    'Appx340, Appx352–355',
    '2 CT 351, ¶ 8',
    '3 RT 614:4–9',
    'A.R. 120–21',
    'SPA 11 & n.6',
    '2 RR 41:3-17',
    'CR 12',
    'Aplt. App. Vol. II at 345',
    'Pet. App. 12a–14a',
    'R.R. 45a',
    'CP at 123-25',
    'Admin. R. 45',
    '1 Supp. CR 7',
    'A. 131 § 8.3',
    'AR Tab 14 at 902',
    'T. 345-46',
    'JA-230–31',
    'SPA-12–15 & n.6',
    'A-45–46',
    'JA-24–25 ¶¶ 15–18',
    'Defs.’ App. 45–47, ECF No. 45-1',
  ],
  parse(cursor, context): Citation | undefined {
    const head = cursor.attempt(() => readHead(cursor, context));
    if (!head) return undefined;
    const volume = volumeBefore(cursor, head.start, head.isHyphenated) ?? readVolumeBehind(cursor, head);
    skipTab(cursor);
    const isVolumeless = head.isHyphenated && head.name === 'ER' && !volume;
    const pins = readAppendixPins(cursor, head);
    if (pins.length === 0) return undefined;
    const mustStandAlone = head.mustStandAlone || isVolumeless;
    if (mustStandAlone && !standsAlone(cursor.text, volume?.start ?? head.start, cursor.at)) return undefined;
    const filed = readDocketBehind(cursor, 1);
    const number = filed?.numbers[0];
    const start = volume?.start ?? head.start;
    const span = { start, end: head.end };
    return {
      form: 'appendix',
      start,
      end: cursor.at,
      headSpan: span,
      targets: [
        {
          kind: 'appendix',
          appendix: head.name,
          ...(volume ? { volume: volume.number } : {}),
          ...(number ? { docket: number.docket, docketSpan: { start: number.start, end: number.end } } : {}),
          ...span,
          pins: [...pins, ...(filed?.pins ?? [])],
        },
      ],
      ...(pins.some((pin) => pin.open) ? { open: true as const } : {}),
    };
  },
};

interface Head {
  /** With the words in front that tell one appendix from another: `Def. App.`. */
  readonly name: string;
  /** What is written again before a further page: `Appx`. */
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  /** `2-ER-123`, `A-12`: name and page are joined. */
  readonly isHyphenated: boolean;
  readonly mustStandAlone: boolean;
}

/** Words in front that belong to the name of an appendix. */
const WHOSE = /^(?:Joint|Jt\.|Supp\.|Suppl\.|Pet\.|Aplt\.|Aplee\.|Confidential|Record)$/;

function readHead(cursor: Cursor, { styles }: FormContext): Head | undefined {
  const at = cursor.at;
  const slice = cursor.text.slice(at, at + 18);
  cursor.steps += 2;
  const listed = styles.appendices.find(
    (name) =>
      cursor.text.startsWith(name, at) &&
      /^(?:[-. \u00A0\n]|\d)/.test(cursor.text.slice(at + name.length, at + name.length + 1)),
  );
  const builtIn = listed === undefined ? builtInAppendix(slice) : undefined;
  const typed = listed ?? builtIn?.typed;
  if (!typed) return undefined;
  // `N.J.S.A. 34:19-1`: the end of other initials.
  if (/[A-Za-z.]/.test(cursor.text.charAt(at - 1))) return undefined;
  const before = tokenBefore(cursor.text, at, cursor.floor);
  const start = whoseStart(cursor, at);
  if (start === at && before && !listed && isPartOfName(before.text, typed, slice)) return undefined;
  // `9 P.3d 1088, 1096 (App. 2000)`: the court of the case in front of the bracket.
  if (/^App\.\s(?:19|20)\d\d\)/.test(slice) && /\d[\s\u00A0]\($/.test(cursor.text.slice(Math.max(0, at - 3), at)))
    return undefined;
  cursor.at += typed.length;
  const end = cursor.at;
  const isHyphenated = cursor.code === 45;
  if (isHyphenated) cursor.at++;
  else cursor.gap();
  const mustStandAlone = builtIn?.mustStandAlone ?? false;
  return { name: tidy(cursor.text.slice(start, end)), typed, start, end, isHyphenated, mustStandAlone };
}

const VOLUME_NEXT = /^\d{1,2}-[A-Z]{1,3}-\d/;

/** `Aplee. Supp. App.`: at most two words in front. */
function whoseStart({ text, floor }: Cursor, at: number): number {
  let start = at;
  for (let words = 0; words < 2; words++) {
    const token = tokenBefore(text, start, floor);
    if (!token || !isWhose(token.text)) break;
    start = token.start;
  }
  return start;
}

function isWhose(word: string): boolean {
  return WHOSE.test(word) || (isRole(word) && !word.endsWith(','));
}

/** What stands in front of `App.` in the name of a court or a reporter; any other word with a period ends its sentence. */
const COURT =
  /^(?:[A-Z]\.){1,3}$|^(?:Ala|Ariz|Ark|Cal|Colo|Conn|Del|Fla|Ga|Haw|Idaho|Ill|Ind|Kan|Ky|La|Mass|Md|Me|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Or|Ore|Pa|Tenn|Tex|Utah|Va|Vt|Wash|Wis|Wyo|Ct|Civ|Crim|Fed|Dist|Div|Super|Mun)\.$/;

/** `Cal. App. 4th`, `(Colo. App. 1981)`, `Hartford, CT 06103`, `Nestlé S.A. 12`: a reporter, a court, a place or a company. */
function isPartOfName(word: string, typed: string, slice: string): boolean {
  if (!/^[A-Z]/.test(word) || isFunctionWord(word)) return false;
  if (typed === 'App.') return COURT.test(word);
  // `Little Rock, AR 72201`: a place has five digits; `the Office, AR 1701, which` is a page.
  if (/^(?:AR|CT)$/.test(typed) && word.endsWith(',') && !/^..\s{1,2}\d{5}/.test(slice)) return false;
  if (/^(?:AR|CT|S\. ?A\.)$/.test(typed)) return /^[A-Z][\w\u00C0-\u024F]*,?$/.test(word);
  return false;
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

/** `Aplt. App. Vol. II at 345`, `ROA, Vol. I, at 23`. */
function readVolumeBehind(cursor: Cursor, { start }: Head): { start: number; number: string } | undefined {
  const { words, offsetBehind } = squeeze(cursor.text, cursor.at, 16);
  const found = /^,? ?[Vv]ol\. (\d{1,2}|[IVX]{1,5}),?(?= (?:at|\d|p))/.exec(words);
  if (!found?.[1]) return undefined;
  cursor.at = offsetBehind(found[0].length);
  const value = romanValue(found[1]);
  return { start, number: value > 0 ? String(value) : found[1] };
}

/** `AR Tab 14 at 902` (Fed. Cl.): the pages count through all tabs. */
function skipTab(cursor: Cursor): void {
  const { words, offsetBehind } = squeeze(cursor.text, cursor.at, 14);
  const tab = /^,? ?Tab \d{1,3}[A-Z]?,?(?= (?:at|\d|p))/.exec(words)?.[0];
  if (tab) cursor.at = offsetBehind(tab.length);
}

/** Pages with or without "at"; behind them lines of the testimony on them in brackets, paragraphs and footnotes. */
function readAppendixPins(cursor: Cursor, head: Head): readonly PinCite[] {
  const named = readPins(cursor, { bare: false });
  if (named.length > 0) return named;
  const pins: PinCite[] = [];
  while (pins.length < 200) {
    const page = cursor.attempt(() => readFurtherPage(cursor, head, pins.length === 0));
    if (!page) break;
    pins.push(page);
  }
  return pins.length === 0 ? pins : readPins(cursor, { bare: false }, pins);
}

/** `34`, `, 34`, `, Appx352–355`, ` to A-7`. */
function readFurtherPage(cursor: Cursor, head: Head, isFirst: boolean): PinCite | undefined {
  if (!isFirst) {
    cursor.gap();
    if (!cursor.take(',')) return undefined;
    cursor.gap();
    // `1-SER-44, 1-SER-47`: a volume opens a citation of its own.
    if (head.isHyphenated && VOLUME_NEXT.test(cursor.text.slice(cursor.at, cursor.at + 8))) return undefined;
    readHeadAgain(cursor, head);
  }
  const lettered = cursor.attempt(() => readLetteredPages(cursor));
  if (lettered) return lettered;
  const page = isDigit(cursor.code) || cursor.code === 95 ? readPage(cursor) : undefined;
  if (!page) return undefined;
  const last = cursor.attempt(() => readLastPage(cursor, head));
  // A year in the bracket of a court, a zip code.
  if (/^\d{5}$/.test(page.first) && /^(?:AR|CT)$/.test(head.name)) return undefined;
  if (!head.isHyphenated && !endsListMember(cursor)) return undefined;
  return last ? { ...page, end: cursor.at, last: expandRangeEnd(page.first, last) } : page;
}

/** `12a`, `12a–14a`: the pages of an appendix in the Supreme Court and in Pennsylvania. */
function readLetteredPages(cursor: Cursor): PinCite | undefined {
  const start = cursor.at;
  const found = /^(\d{1,4}a)(?:[-\u2013](\d{1,4}a))?(?![A-Za-z0-9])/.exec(cursor.text.slice(start, start + 14));
  const first = found?.[1];
  if (!found || first === undefined) return undefined;
  cursor.at += found[0].length;
  return { unit: 'page', first, last: found[2] ?? first, start, end: cursor.at };
}

/** `Appx340–Appx345`, `A-3 to A-7`: the head is written again at the end of a range. */
function readLastPage(cursor: Cursor, head: Head): string | undefined {
  cursor.gap();
  if (!/^(?:[-\u2013\u2014]|to\b|through\b)/.test(cursor.text.slice(cursor.at, cursor.at + 8))) return undefined;
  if (!cursor.word('to') && !cursor.word('through')) cursor.at++;
  cursor.gap();
  return readHeadAgain(cursor, head) ? cursor.digits(7) || undefined : undefined;
}

function readHeadAgain(cursor: Cursor, { typed, isHyphenated }: Head): boolean {
  if (!cursor.take(typed)) return false;
  if (isHyphenated) return cursor.take('-');
  cursor.gap();
  return true;
}
