import { isUpper } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import { tidy } from '../../text/names.ts';
import type { Citation, FilingTarget } from '../citation.ts';
import { isSetApart, standsAlone } from '../layout/prose.ts';
import { type Attached, readAttached } from '../parts/attached.ts';
import { isFunctionWord, isPossessive, type Owner, ownerBefore, type Token, tokenBefore } from '../parts/lookBack.ts';
import { isStatementOfFacts, PAPER_NAMES } from '../parts/paperNames.ts';
import { squeeze } from '../parts/squeeze.ts';
import type { CitationForm } from './form.ts';

/** Pleadings and papers under their short names: `Compl. ¶ 12`, `Defs.’ Opp’n at 8 nn. 5, 7`, `Jt. Letter at 2`. */
export const filingForm: CitationForm = {
  name: 'filing',
  triggers: [...PAPER_NAMES.keys()],
  examples: [
    'Compl. ¶ 12',
    '2d Am. Compl. ¶ 36',
    'Mot. at 5',
    'Opp. 5-6',
    'Defs.’ Opp’n at 8 nn. 5, 7',
    'Pl.’s Reply 3',
    'Reply 2 & n.1',
    'Pl.’s MSJ at 3, ECF No. 20',
    'Jt. Letter at 2',
    'Pls. MSJ Ex. 32 at 3',
    'DSMF ¶ 27',
    'Mem. in Supp. of Mot. for Prelim. Inj. at 9–10, ECF No. 4-1',
    'Mem. of Law in Supp. at 5',
    'NSC Br. 27',
    'Def. Mot. Summ. J. at 3',
    'Pl.’s Sur-Reply at 3',
    'Defs. MSJ Br. 4',
    'SUF No. 12',
    'UMF 3-5, 7',
    'Pl.’s Add’l SMF ¶ 3',
    'Plaintiffs Opp. 5-6',
    'Jt. Letter 1',
    'PSOF ¶ 4',
    'Pet. 19-24',
    'PO Resp. 21-22',
    'Def.’s Resp. to SOF ¶ 4',
    'Def.’s Opp’n & Reply at 6',
    'Pl.’s Trial Br. at 14 n.5',
    'Red Br. 27',
    'RJN, Ex. B at 3',
    'Pl.’s Reply Ex. 3, Docket No. 35-3, at 8:4–9:15',
  ],
  parse(cursor) {
    const head = cursor.attempt(() => readHead(cursor));
    if (!head) return undefined;
    const attached = readAttached(cursor, isStatementOfFacts(head.filing) ? 'facts' : mayBeBare(head));
    if (attached.pins.length > 0 && isBarePage(cursor, head, attached)) return undefined;
    // A paper that is only named is running prose.
    const isNamed = attached.pins.length === 0 && attached.exhibits.length === 0;
    if (isNamed && !(attached.docket && head.kind === 'abbreviation')) return undefined;
    // `The Complaint, Ex. A` is a pleading and its exhibit; "the Motion, Ex. A" may be two papers.
    const isOwned = head.owner !== undefined;
    if (head.kind === 'word' && !isOwned && attached.pins.length === 0 && head.filing !== 'Complaint') return undefined;
    if (head.kind === 'initials' && !isSetApart(cursor.text, head.start, cursor.at)) return undefined;
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
  readonly kind: 'abbreviation' | 'word' | 'initials';
}

function readHead(cursor: Cursor): Head | undefined {
  const at = cursor.at;
  const typed = cursor.letters(12);
  const kind = PAPER_NAMES.get(typed.toLowerCase());
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
  if (kind !== 'word' && !dotted && !contracted && !isInitials) return undefined;
  if (kind === 'initials' && !isInitials) return undefined;
  if (!readPurpose(cursor)) return undefined;
  if (/^(?:PTO|CMO|MIL)$/.test(typed)) readOrderNumber(cursor);
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

/** Pages without "at": of an abbreviation, or of a word that nothing else than a paper can be. */
function mayBeBare({ kind, owner, filing }: Head): boolean {
  return kind !== 'word' || owner !== undefined || /^J(?:oin)?t/.test(filing) || STANDING.test(filing);
}

const STANDING = /^(?:Sur-?)?(?:Reply|Response|Opposition|Surreply)$/;

/** `Reply 2.` is a citation by itself only: in a sentence the number may count something. */
function isBarePage({ text, at }: Cursor, { kind, owner, filing, start, end }: Head, { pins }: Attached): boolean {
  if (kind !== 'word' || owner !== undefined || !STANDING.test(filing)) return false;
  const isBare = /^\s{1,2}$/.test(text.slice(end, pins[0]?.start ?? end));
  return isBare && !standsAlone(text, start, at);
}

/** A possessive or an abbreviated role owns any paper; a plain name (`NSC Br. 27`, `Plaintiffs Opp. 5`) an abbreviated one. */
function isOwner(text: string, owner: Owner, kind: Head['kind']): boolean {
  if (isPossessive(text.slice(owner.start, owner.end)) || owner.name.endsWith('.')) return true;
  return kind === 'abbreviation' && !/\s/.test(owner.name);
}

const PURPOSE = (() => {
  const words = String.raw`(?: (?:of|to|for|the|MIL(?: No\.)? \d{1,2}|[A-Z][\w.'\u2019]*)){1,9}?`;
  const side = String.raw`in (?:Supp\.|Support|Opp\.|Opp['\u2019]n|Opposition)(?: (?:of|to)${words})?`;
  const behind = String.raw`(?= at \d| \d|,? \u00B6|, ECF|, Dkt|, R\. \d|, Doc|, D\.I\.| [([]["\u201C])`;
  // `Mem. L. in Supp.`, `Mot. Summ. J. at 3`, `Br. Supp. 3`: the small words left out.
  const terse = String.raw`(?:(?:L|Supp|Opp|Mot|Summ|J|Partial|Prelim|Inj|Dismiss|Compel|Strike|Quash|Stay|Remand|Transfer|Seal|Recons|Class|Cert)\.? ?){1,6}(?<! )`;
  return new RegExp(`^ (?:(?:of Law )?${side}|${terse}|(?:ISO|for|to|of)${words})${behind}`);
})();

/**
 * `Mem. in Supp. of Mot. for Prelim. Inj.`, `Stip. of Facts`: what the paper is for belongs to its name. At most ten words. False
 * where it answers a discovery request, which is then the citation (`Answer to Interrogatory No. 3`).
 */
function readPurpose(cursor: Cursor): boolean {
  const from = cursor.at;
  const { words, offsetBehind } = squeeze(cursor.text, from, 110);
  const purpose = PURPOSE.exec(words)?.[0];
  if (purpose && /\b(?:Nos?\.?|Interrogator(?:y|ies)|Requests?|RFPs?|RFAs?|Rogs?)$/.test(purpose)) return false;
  if (purpose) cursor.at = offsetBehind(purpose.length);
  return true;
}

/** `PTO 9, ¶ 2`, `CMO No. 14 at 3`: the number says which order it is; `PTO 9` alone may be its page. */
function readOrderNumber(cursor: Cursor): void {
  const typed = /^\s(?:No\.\s)?\d{1,3}(?=,? (?:at|\u00B6|\u00A7|\())/.exec(
    cursor.text.slice(cursor.at, cursor.at + 14),
  )?.[0];
  if (typed) cursor.at += typed.length;
}

const QUALIFIER =
  /^(?:\d{1,2}(?:d|nd|rd|st|th)|First|Second|Third|Fourth|Am\.|Amended|Consol\.|Consolidated|Supp\.|Jt\.|Joint|Cross-|Corr\.|Corrected|Verified|Prelim\.|Reply|Opening|Moving|Principal|Initial|Opp\.|Answering|Surreply|Master|Short-Form|Sur-?[Rr]eply|Op\.|Resp\.|Red|Blue|Gray|Grey|Yellow|Trial|Pre-?[Tt]rial|Post-?[Tt]rial|Post-?[Hh]earing|Suppl\.|MSJ|MTD|SJ|PI|TRO|Add['\u2019]l|Additional|Omnibus|Revised|56\.1)$/;

/** `2d Am. Compl.`, `Jt. Letter`, `Reply Br.`: the words that tell one paper from another. */
function ordinalStart(text: string, at: number, floor: number): number {
  // `Sur-Reply`, `Cross-Mot.`.
  let start = at - (/\b(?:Sur|Cross|R)-$/.exec(text.slice(Math.max(floor, at - 6), at))?.[0].length ?? 0);
  for (let words = 0; words < 3; words++) {
    const token = joinedBefore(text, start, floor) ?? tokenBefore(text, start, floor);
    if (!token || !QUALIFIER.test(token.text) || isFunctionWord(token.text)) break;
    start = token.start;
  }
  return start;
}

/** `Opp’n & Reply`: one paper that is two. */
function joinedBefore(text: string, at: number, floor: number): Token | undefined {
  const and = tokenBefore(text, at, floor);
  const first = and?.text === '&' ? tokenBefore(text, and.start, floor) : undefined;
  return first && /^(?:Opp['\u2019]n|Opp\.|Mot\.|Resp\.|Reply|Mem\.)$/.test(first.text)
    ? { ...first, text: 'Joint' }
    : undefined;
}

function toCitation(cursor: Cursor, head: Head, attached: Attached): Citation {
  const paper = {
    kind: 'filing' as const,
    filing: head.filing,
    ...(head.owner ? { owner: head.owner } : {}),
    // A whole word ("the Motion") is whatever motion its number says; `Mot.` is the paper of that short name.
    ...(head.kind === 'word' && attached.docket ? { isDescribed: true as const } : {}),
  };
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
      // One number for several exhibits is the paper's own; for a single exhibit it is the exhibit's.
      ...(attached.exhibits.length === 1 && targets.length === 0 ? { ...docket, ...docketSpan } : {}),
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
