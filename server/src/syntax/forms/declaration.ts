import { isUpper } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import { splitQualifiers } from '../../text/names.ts';
import type { Citation, DeclarationTarget } from '../citation.ts';
import { type Attached, readAttached } from '../parts/attached.ts';
import { readName } from '../parts/container.ts';
import { personBefore } from '../parts/personBefore.ts';
import { readHeadWord } from '../parts/splitWord.ts';
import { squeeze } from '../parts/squeeze.ts';
import type { CitationForm } from './form.ts';

/** Heads that always mean sworn testimony, and those that need a pin to be told from ordinary words. */
const HEADS: Readonly<Record<string, 'always' | 'withPin'>> = {
  decl: 'always',
  declaration: 'always',
  aff: 'always',
  affidavit: 'always',
  affm: 'always',
  affirm: 'always',
  affirmation: 'always',
  affd: 'always',
  cert: 'withPin',
  certification: 'withPin',
  report: 'withPin',
  rpt: 'withPin',
  rep: 'withPin',
};

/** Declarations, affidavits, affirmations and reports, with their exhibits: `Vo Decl. ¶ 4, Ex. D at 3`. */
export const declarationForm: CitationForm = {
  name: 'declaration',
  triggers: [...Object.keys(HEADS), 'd', 'de', 'dec'],
  examples: [
    'Vo Decl. Ex. D',
    'Vo Decl., Ex. D at 3',
    'Vo Decl. ¶ 4, Ex. D at 3',
    'Vo Decl. ¶¶ 4-6, Exs. D-F',
    'Vo Decl. ¶ 4 & Ex. D',
    '2d Vo Decl. ¶ 8',
    'Vo Reply Decl. ¶¶ 3-5',
    'Noble Reply Affirmation ¶ 12',
    'CU Boulder Decl. ¶ 10',
    'AAU Decl. ¶ 10 [Doc. No. 40-1]',
    'Murthy Decl. (dkt. 41-2) ¶ 3',
    'Chin Decl. Ex. F, Dkt. 23-4',
    'Declaration of Guy Ravine (“Ravine Decl.”), Dkt. No. 256, ¶ 29',
    'Tsung Aff. ¶ 7',
    'Halloran Report 33',
  ],
  parse(cursor) {
    const head = cursor.attempt(() => readHead(cursor));
    if (!head) return undefined;
    skipPurpose(cursor);
    const attached = readAttached(cursor, !/^\s{1,2}(?:19|20)\d\d\b/.test(cursor.text.slice(cursor.at, cursor.at + 7)));
    const isBare = attached.pins.length === 0 && attached.exhibits.length === 0 && !attached.docket;
    // `REPLY AFFIRMATION OF GIDEON MARROW`: a paper's own title.
    if (isBare && isAllCapitals(cursor.text.slice(head.start, head.end))) return undefined;
    // `the Joint Status Report, Doc. No. 70 at 2`: a report without a pin of its own is a paper named in prose.
    if (head.kind === 'withPin' && (isBare || attached.onlyDocket || NO_PERSON.test(head.person))) return undefined;
    return toCitation(cursor, head, attached);
  },
};

/** `Declaration of Jane Roe in Support of Motion (“Roe Declaration”) ¶ 6`: what it is for stands between name and pin. */
function skipPurpose(cursor: Cursor): void {
  if (cursor.code !== 32 && cursor.code !== 10) return;
  const { words, offsetBehind } = squeeze(cursor.text, cursor.at, 120);
  const purpose =
    /^ (?:in|IN) (?:Supp\.|Support|SUPPORT|Opp\.|Opp['\u2019]n|Opposition|OPPOSITION) (?:of|to|OF|TO) [^.;:()"\u201C]{3,80}?(?= \(["\u201C]| \((?:Dkt|ECF|Doc)|,? \u00B6|, (?:Dkt|ECF|Doc|D\.I\.))/.exec(
      words,
    )?.[0];
  if (purpose) cursor.at = offsetBehind(purpose.length);
}

function isAllCapitals(words: string): boolean {
  return words.includes(' ') && words === words.toUpperCase();
}

/** Reports that nobody swore to. */
const NO_PERSON = /\b(?:Status|Annual|Progress|Inspection|Police|Incident|Audit|News|Committee|Joint|Court)$/i;

interface Head {
  readonly start: number;
  readonly end: number;
  readonly person: string;
  readonly kind: 'always' | 'withPin';
}

function readHead(cursor: Cursor): Head | undefined {
  const at = cursor.at;
  const typed = readHeadWord(cursor, (word) => Object.hasOwn(HEADS, word));
  const kind = HEADS[typed.toLowerCase()];
  if (!kind || !isUpper(typed.charCodeAt(0))) return undefined;
  if (!cursor.take('.') && typed.length < 6 && typed !== 'Decl' && typed !== 'Aff') return undefined;
  const end = cursor.at;
  const of = cursor.attempt(() => {
    cursor.gap();
    if (!cursor.word('of') && !cursor.word('by')) return undefined;
    cursor.gap();
    if (cursor.oneOf(['dr', 'mr', 'ms', 'prof'])) {
      cursor.take('.');
      cursor.gap();
    }
    const name = readName(cursor);
    // `Declaration of Sunita Rao, Ph.D. (“Rao Decl.”) ¶ 7`.
    const title =
      name &&
      /^,\s(?:Ph\.D|M\.D|J\.D|Esq|CPA|P\.E|R\.N)\.?(?![A-Za-z])/.exec(cursor.text.slice(cursor.at, cursor.at + 9))?.[0];
    if (title) cursor.at += title.length;
    return name;
  });
  const before = personBefore(cursor.text, at, cursor.floor);
  // "Supplemental Declaration of Jane Roe": the words in front are its qualifiers.
  if (of) return ofHead(cursor, at, of, before, kind);
  return before ? { start: before.start, end, person: before.words, kind } : undefined;
}

function ofHead(
  cursor: Cursor,
  at: number,
  name: string,
  before: ReturnType<typeof personBefore>,
  kind: 'always' | 'withPin',
): Head {
  const words = before ? before.words.split(' ') : [];
  const qualifiers = splitQualifiers(`${words.join(' ')} X`);
  const isQualified = before !== undefined && qualifiers.qualifiers.length > 0 && qualifiers.name === 'X';
  return {
    start: isQualified ? before.start : at,
    end: cursor.at,
    person: isQualified ? `${qualifiers.qualifiers.join(' ')} ${name}` : name,
    kind,
  };
}

function toCitation(cursor: Cursor, head: Head, attached: Attached): Citation {
  const { name, qualifiers } = splitQualifiers(head.person);
  const person = { declarant: name, ...(qualifiers.length ? { which: qualifiers.join(' ') } : {}) };
  const docket = attached.docket ? { docket: attached.docket } : {};
  const docketSpan = attached.docketSpan ? { docketSpan: attached.docketSpan } : {};
  const targets: DeclarationTarget[] = [];
  if (attached.pins.length > 0 || attached.exhibits.length === 0) {
    const ownDocket = attached.isOwnDocket ? { ...docket, ...docketSpan } : {};
    const version = attached.version ? { version: attached.version } : {};
    targets.push({
      kind: 'declaration',
      ...person,
      ...ownDocket,
      ...version,
      start: head.start,
      end: head.end,
      pins: attached.pins,
    });
  }
  attached.exhibits.forEach((exhibit, place) => {
    targets.push({
      kind: 'declaration',
      ...person,
      exhibit: exhibit.exhibit,
      ...(exhibit.last ? { last: exhibit.last } : {}),
      ...(exhibit.open ? { open: exhibit.open } : {}),
      // One number for several exhibits is the declaration's own; for a single exhibit it is the exhibit's.
      ...(attached.exhibits.length === 1 && !attached.isOwnDocket ? { ...docket, ...docketSpan } : {}),
      start: place === 0 && targets.length === 0 ? head.start : exhibit.start,
      end: exhibit.end,
      pins: exhibit.pins,
    });
  });
  const open = targets.some((target) => target.open || target.pins.some((pin) => pin.open));
  return {
    form: 'declaration',
    start: head.start,
    end: cursor.at,
    headSpan: { start: head.start, end: head.end },
    targets,
    ...(open ? { open: true } : {}),
  };
}
