import { isUpper } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import { tidy } from '../../text/names.ts';
import type { Citation, FilingTarget } from '../citation.ts';
import { standsAlone } from '../layout/prose.ts';
import { type Attached, readAttached } from '../parts/attached.ts';
import { isFunctionWord, isPossessive, type Owner, ownerBefore, tokenBefore } from '../parts/lookBack.ts';
import { squeeze } from '../parts/squeeze.ts';
import type { CitationForm } from './form.ts';

/** Short names of papers; `word`: an ordinary word, a citation only with its owner or in capitals and with "at" or "¶". */
const HEADS: Readonly<Record<string, 'abbreviation' | 'word'>> = {
  compl: 'abbreviation',
  fac: 'abbreviation',
  sac: 'abbreviation',
  tac: 'abbreviation',
  mot: 'abbreviation',
  mtn: 'abbreviation',
  opp: 'abbreviation',
  oppn: 'abbreviation',
  mem: 'abbreviation',
  br: 'abbreviation',
  ans: 'abbreviation',
  msj: 'abbreviation',
  mtd: 'abbreviation',
  dsmf: 'abbreviation',
  psmf: 'abbreviation',
  sumf: 'abbreviation',
  otsc: 'abbreviation',
  ltr: 'abbreviation',
  complaint: 'word',
  motion: 'word',
  opposition: 'word',
  reply: 'word',
  brief: 'word',
  answer: 'word',
  letter: 'word',
  memorandum: 'word',
};

/** Pleadings and papers under their short names: `Compl. ¶ 12`, `Defs.’ Opp’n at 8 nn. 5, 7`, `Jt. Letter at 2`. */
export const filingForm: CitationForm = {
  name: 'filing',
  triggers: Object.keys(HEADS),
  examples: [
    'Compl. ¶ 12',
    '2d Am. Compl. ¶ 36',
    'Mot. at 5',
    'Opp. 5-6',
    'Defs.’ Opp’n at 8 nn. 5, 7',
    'Pl.’s Reply 3',
    'Pl.’s MSJ at 3, ECF No. 20',
    'Jt. Letter at 2',
    'Pls. MSJ Ex. 32 at 3',
    'DSMF ¶ 27',
    'Mem. in Supp. of Mot. for Prelim. Inj. at 9–10, ECF No. 4-1',
    'NSC Br. 27',
    'Plaintiffs Opp. 5-6',
    'Jt. Letter 1',
  ],
  parse(cursor) {
    const head = cursor.attempt(() => readHead(cursor));
    if (!head) return undefined;
    const attached = readAttached(
      cursor,
      head.kind === 'abbreviation' || head.owner !== undefined || /^J(?:oin)?t/.test(head.filing),
    );
    // A paper that is only named is running prose.
    if (attached.pins.length === 0 && attached.exhibits.length === 0) return undefined;
    // `The Complaint, Ex. A` is a pleading and its exhibit; "the Motion, Ex. A" may be two papers.
    if (head.kind === 'word' && attached.pins.length === 0 && head.filing !== 'Complaint') return undefined;
    // `attached to the Complaint, Ex. 1 to the Complaint`: the exhibit says itself what it is attached to.
    if (attached.pins.length === 0 && /^\s{1,2}(?:to|of|attached)\b/.test(cursor.text.slice(cursor.at, cursor.at + 12)))
      return undefined;
    // A paper named in running prose and then its docket number: the citation is the docket part.
    if (attached.onlyDocket && !standsAlone(cursor.text, head.start, cursor.at)) return undefined;
    return toCitation(cursor, head, attached);
  },
};

interface Head {
  readonly start: number;
  readonly end: number;
  readonly filing: string;
  readonly owner?: string;
  readonly kind: 'abbreviation' | 'word';
}

function readHead(cursor: Cursor): Head | undefined {
  const at = cursor.at;
  const typed = cursor.letters(12);
  const kind = HEADS[typed.toLowerCase()];
  if (!kind || !isUpper(typed.charCodeAt(0))) return undefined;
  // `Opp’n`.
  const contracted = cursor.attempt(() => {
    if (typed !== 'Opp' || !/^['\u2019]n(?![A-Za-z])/.test(cursor.text.slice(cursor.at, cursor.at + 3)))
      return undefined;
    cursor.at += 2;
    return true;
  });
  const dotted = cursor.take('.');
  const isInitials = typed === typed.toUpperCase();
  if (kind === 'abbreviation' && !dotted && !contracted && !isInitials) return undefined;
  readPurpose(cursor);
  const end = cursor.at;
  const start = ordinalStart(cursor.text, at, cursor.floor);
  const owner = ownerBefore(cursor.text, start, cursor.floor, kind === 'abbreviation' ? 'anyName' : 'rolesOnly');
  const owned = owner && isOwner(cursor.text, owner, kind) ? owner : undefined;
  return {
    start: owned?.start ?? start,
    end,
    filing: tidy(cursor.text.slice(start, end)),
    ...(owned ? { owner: tidy(owned.name) } : {}),
    kind,
  };
}

/** A possessive or an abbreviated role owns any paper; a plain name (`NSC Br. 27`, `Plaintiffs Opp. 5`) an abbreviated one. */
function isOwner(text: string, owner: Owner, kind: 'abbreviation' | 'word'): boolean {
  if (isPossessive(text.slice(owner.start, owner.end)) || owner.name.endsWith('.')) return true;
  return kind === 'abbreviation' && !/\s/.test(owner.name);
}

/** `Mem. in Supp. of Mot. for Prelim. Inj.`: what the paper is for belongs to its name. At most ten words. */
function readPurpose(cursor: Cursor): void {
  const from = cursor.at;
  const { words, offsetBehind } = squeeze(cursor.text, from, 110);
  const purpose =
    /^ (?:in (?:Supp\.|Support|Opp\.|Opp['\u2019]n|Opposition) (?:of|to)|ISO|for|to)(?: (?:of|to|for|the|[A-Z][\w.'\u2019]*)){1,9}?(?= at \d| \d|,? \u00B6|, ECF|, Dkt)/.exec(
      words,
    )?.[0];
  if (purpose) cursor.at = offsetBehind(purpose.length);
}

const QUALIFIER =
  /^(?:\d{1,2}(?:d|nd|rd|st|th)|First|Second|Third|Fourth|Am\.|Amended|Consol\.|Consolidated|Supp\.|Jt\.|Joint|Cross-|Corr\.|Corrected|Verified|Prelim\.|Reply|Opening|Opp\.|Answering|Surreply)$/;

/** `2d Am. Compl.`, `Jt. Letter`, `Reply Br.`: the words that tell one paper from another. */
function ordinalStart(text: string, at: number, floor: number): number {
  let start = at;
  for (let words = 0; words < 3; words++) {
    const token = tokenBefore(text, start, floor);
    if (!token || !QUALIFIER.test(token.text) || isFunctionWord(token.text)) break;
    start = token.start;
  }
  return start;
}

function toCitation(cursor: Cursor, head: Head, attached: Attached): Citation {
  const paper = { kind: 'filing' as const, filing: head.filing, ...(head.owner ? { owner: head.owner } : {}) };
  const docket = attached.docket ? { docket: attached.docket } : {};
  const docketSpan = attached.docketSpan ? { docketSpan: attached.docketSpan } : {};
  const targets: FilingTarget[] = [];
  if (attached.pins.length > 0 || attached.exhibits.length === 0) {
    targets.push({ ...paper, ...docket, ...docketSpan, start: head.start, end: head.end, pins: attached.pins });
  }
  for (const exhibit of attached.exhibits) {
    targets.push({
      ...paper,
      exhibit: exhibit.exhibit,
      ...(exhibit.last ? { last: exhibit.last } : {}),
      ...(exhibit.open ? { open: exhibit.open } : {}),
      start: targets.length === 0 ? head.start : exhibit.start,
      end: exhibit.end,
      pins: exhibit.pins,
    });
  }
  const open = targets.some((target) => target.open || target.pins.some((pin) => pin.open));
  return {
    form: 'filing',
    start: head.start,
    end: cursor.at,
    headSpan: { start: head.start, end: head.end },
    targets,
    ...(open ? { open: true } : {}),
  };
}
