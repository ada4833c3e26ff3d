import { isUpper } from '../../text/characters.ts';
import { Cursor } from '../../text/cursor.ts';
import { readDate } from '../../text/dates.ts';
import { nameKey, tidy } from '../../text/names.ts';
import type { Citation } from '../citation.ts';
import { readAttached } from '../parts/attached.ts';
import { dateBefore, readDateBehind } from '../parts/dateNear.ts';
import { readDocketBehind } from '../parts/docketBehind.ts';
import { tokenBefore } from '../parts/lookBack.ts';
import { personBefore } from '../parts/personBefore.ts';
import { squeeze } from '../parts/squeeze.ts';
import { depositionCitation, readVolumeNumber } from './deposition.ts';
import type { CitationForm } from './form.ts';

/** Words that say which proceeding was taken down, folded with `nameKey`. */
const PROCEEDINGS = new Set(
  'trial supp sent pcr hrg hearing arg argument oral conf conference cmc sentencing status prelim inj plea evidentiary markman sealed motion final pretrial bench jury mtd msj discovery court mot tel telephonic tele disc daubert suppression voir dire claim construction summary'.split(
    ' ',
  ),
);

/** Transcripts of hearings and trials: `Trial Tr. 108:9-108:13, Jan. 20, 2011`, `Jan. 17, 2025 Tr. at 101:24`. */
export const transcriptForm: CitationForm = {
  name: 'transcript',
  triggers: ['tr', 'transcript'],
  examples: [
    'Tr. 339:1-2',
    'Trial Tr. 108:9-108:13, Jan. 20, 2011',
    'Jan. 17, 2025 Tr. at 101:24–102:13',
    'July 18, 2023 Hr’g Tr. 32:11–13',
    'Hr’g Tr. at 34:02-06; 45:02-05',
    'Hr’g Tr. of Mar. 3, 2022, at 14–15, Doc. 90',
    'Tr. June 3, 2021 at 45',
    'Hr’g Tr. 12:6–18, Feb. 8, 2024 [Doc. No. 40]',
    'Tr. of Prelim. Inj. Hr’g at 46–47, ECF No. 22',
  ],
  parse(cursor) {
    const at = cursor.at;
    const typed = cursor.letters(10);
    if (!isUpper(typed.charCodeAt(0))) return undefined;
    const dotted = cursor.take('.') || cursor.attempt(() => cursor.gap() && cursor.take('.')) === true;
    if (!dotted && typed === 'Tr') return undefined;
    const of =
      /^ of (?:(?:[A-Z][\w.'\u2019]*|\d{1,2},|\d{4}) ){0,5}(?:Hr['\u2019]g|Hearing|Trial|Oral Arg\.|Oral Argument|Arg\.|Conf\.|Conference|Proceedings)/.exec(
        squeeze(cursor.text, cursor.at, 60).words,
      )?.[0];
    if (of) cursor.at = squeeze(cursor.text, cursor.at, 60).offsetBehind(of.length);
    const end = cursor.at;
    const ofDate = of === undefined ? undefined : dateIn(of);
    const proceeding = proceedingBefore(cursor.text, at, cursor.floor);
    const before = dateBefore(cursor.text, proceeding, cursor.floor);
    const person = proceeding === at && !before ? personBefore(cursor.text, at, cursor.floor) : undefined;
    const volume = readVolumeNumber(cursor);
    const early = before?.iso ?? ofDate?.iso ?? readDateBehind(cursor, !of);
    const attached = readAttached(cursor, true);
    // `Oral Arg. Tr., ECF No. 41`; a bare "Tr." is nothing.
    if (attached.pins.length === 0 && !(attached.docket && proceeding < at)) return undefined;
    // "Witt Tr. at 27:1-11": a deposition, though it says Tr.
    if (person) {
      const head = { start: person.start, end, deponent: person.words };
      return depositionCitation(
        cursor,
        { ...head, ...(early ? { date: early } : {}), ...(volume ? { volume } : {}) },
        attached,
      );
    }
    const date = early ?? readDateBehind(cursor);
    // `Hr’g Tr. 12:6–18, Feb. 8, 2024 [Doc. No. 40]`.
    const late = attached.docket ? undefined : readDocketBehind(cursor, 1)?.numbers[0];
    const docket = attached.docket ?? late?.docket;
    const docketSpan = attached.docketSpan ?? (late && { start: late.start, end: late.end });
    const start = before?.start ?? proceeding;
    const open = attached.pins.some((pin) => pin.open);
    return {
      form: 'transcript',
      start,
      end: cursor.at,
      headSpan: { start, end },
      targets: [
        {
          kind: 'transcript',
          transcript: tidy(tidy(cursor.text.slice(proceeding, end)).replace(ofDate?.typed ?? '', '')),
          ...(date ? { date } : {}),
          ...(volume ? { volume } : {}),
          ...(docket ? { docket } : {}),
          ...(docketSpan ? { docketSpan } : {}),
          start,
          end,
          pins: attached.pins,
        },
      ],
      ...(open ? { open: true } : {}),
    } satisfies Citation;
  },
};

/** `Tr. of Jan. 12, 2023 Hr’g`: the date inside the name, as typed and as an ISO day. */
function dateIn(of: string): { readonly typed: string; readonly iso: string } | undefined {
  const reader = new Cursor(of, 4);
  const iso = readDate(reader);
  return iso ? { typed: of.slice(4, reader.at), iso } : undefined;
}

/** Where the words that name the proceeding begin; `at` where there are none. */
function proceedingBefore(text: string, at: number, floor: number): number {
  let start = at;
  for (let words = 0; words < 4; words++) {
    const token = tokenBefore(text, start, floor);
    if (!token || !PROCEEDINGS.has(nameKey(token.text)) || !isUpper(token.text.charCodeAt(0))) break;
    start = token.start;
  }
  return start;
}
