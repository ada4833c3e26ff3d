import { isDigit, isUpper } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import { tidy } from '../../text/names.ts';
import type { Citation, DiscoveryRequestTarget, RequestKind } from '../citation.ts';
import { readNumberSign } from '../parts/docketHead.ts';
import { isPossessive, ownerBefore, tokenBefore } from '../parts/lookBack.ts';
import { readParenthetical } from '../parts/parenthetical.ts';
import { readPins } from '../parts/pins.ts';
import { type RequestHead, readRequestNumbers } from '../parts/requestNumbers.ts';
import { squeeze } from '../parts/squeeze.ts';
import type { CitationForm } from './form.ts';

interface Head extends RequestHead {
  readonly request: RequestKind;
  readonly end: number;
}

/** Discovery requests: `RFPs 6-12 and 81`, `Interrogatory No. 5`, `Plaintiffs' First Set of RFPs, Nos. 6-12`. */
export const discoveryRequestForm: CitationForm = {
  name: 'discoveryRequest',
  triggers: [
    'rfp',
    'rfps',
    'rfpd',
    'rfpds',
    'interrog',
    'interrogs',
    'req',
    'reqs',
    'rfa',
    'rfas',
    'interrogatory',
    'interrogatories',
    'rog',
    'rogs',
    'irog',
    'irogs',
    'srog',
    'srogs',
    'frog',
    'frogs',
    'request',
    'requests',
    'topic',
    'topics',
    'definition',
    'definitions',
    'instruction',
    'instructions',
    'subpoena',
  ],
  examples: [
    'RFP 81',
    'RFPs 118 and 119',
    'RFPs 6-12 and 81',
    'RFAs 3–6, 17, 20, 23, 34, 43, 45-89, 90-96',
    'RFP Nos. 15-20; 25-34; and 38-41',
    'RFP 5 and 29',
    'Interrogatories Nos. 13, 14',
    'Interrogatory No. 5(c)',
    'Rogs 2, 4, 6 and 7',
    'rog 1',
    'Request for Production No. 12',
    'RFP Nos. 16 (seeking logs), 24 (seeking notes) and 32',
    'Plaintiffs’ RFPs 118 and 119',
    'EarthLink First Document Requests No. 8',
    'Topic 12',
    'Document Request No. 7',
    'Doc. Req. No. 7',
    'Special Interrogatory No. 4',
    'Form Interrogatory 12.1',
    'SROG No. 4',
  ],
  parse(cursor) {
    const at = cursor.at;
    const head = readHead(cursor);
    if (!head) return undefined;
    const front = readFront(cursor.text, at, cursor.floor, head);
    // "Instruction No. 9" alone is the jury's.
    if (head.request === 'Instruction' && !front.owner) return undefined;
    const numbers = readRequestNumbers(cursor, { ...head, decimals: front.set === 'Form' });
    if (numbers.length === 0) return undefined;
    const pins = readPins(cursor, { bare: false });
    const end = cursor.at;
    const addressee = readAddressee(cursor);
    cursor.at = end;
    const targets = numbers.map(
      (number, place): DiscoveryRequestTarget => ({
        kind: 'discoveryRequest',
        request: head.request,
        ...number,
        start: place === 0 ? front.start : number.start,
        ...(front.owner ? { owner: front.owner } : {}),
        ...(front.set ? { set: front.set } : {}),
        ...(addressee ? { addressee } : {}),
        pins: place === numbers.length - 1 ? pins : [],
      }),
    );
    const open = targets.some((target) => target.open || target.pins.some((pin) => pin.open));
    return {
      form: 'discoveryRequest',
      start: front.start,
      end,
      headSpan: { start: front.start, end: head.end },
      targets,
      ...(open ? { open: true } : {}),
    } satisfies Citation;
  },
};

function readHead(cursor: Cursor): Head | undefined {
  return cursor.attempt(() => {
    const typed = cursor.letters(16);
    const word = typed.toLowerCase();
    const plural = word.endsWith('s');
    const request = kindOf(cursor, plural ? word.slice(0, -1) : word, typed);
    if (!request) return undefined;
    if (request.kind === 'RFP' || request.kind === 'RFA' || request.kind === 'Interrogatory') cursor.take('.');
    const comma = readCommaBeforeSign(cursor);
    const sign = readNumberSign(cursor);
    if (!sign && (request.needsSign || comma)) return undefined;
    const end = cursor.at;
    cursor.gapAndEmphasis();
    // `interrogatories (“rogs”) 1, 2`: the definition stands between head and number.
    cursor.attempt(() => {
      const inner = readParenthetical(cursor);
      cursor.gap();
      return inner !== undefined && inner.length < 40 && /["\u201C]/.test(inner) && isDigit(cursor.code)
        ? true
        : undefined;
    });
    return {
      request: request.kind,
      plural: plural || request.plural || sign === 'plural',
      signed: sign !== undefined,
      end,
    };
  });
}

/** `Requests for Production, Nos. 6-12`: the comma counts only with a number sign behind it. */
function readCommaBeforeSign(cursor: Cursor): boolean {
  return (
    cursor.attempt(() =>
      cursor.take(',') && (cursor.gap() || true) && /^(?:no|#)/i.test(cursor.text.slice(cursor.at, cursor.at + 2))
        ? true
        : undefined,
    ) === true
  );
}

interface Kind {
  readonly kind: RequestKind;
  readonly needsSign: boolean;
  readonly plural: boolean;
}

function kindOf(cursor: Cursor, singular: string, typed: string): Kind | undefined {
  const capital = isUpper(typed.charCodeAt(0));
  const plain = (kind: RequestKind, needsSign = false, plural = false): Kind => ({ kind, needsSign, plural });
  switch (singular) {
    case 'rfp':
    case 'rfpd':
      return plain('RFP');
    case 'interrog':
      return plain('Interrogatory', true);
    case 'req':
      return readShortRequestKind(cursor, typed);
    case 'rfa':
      return plain('RFA');
    case 'rog':
    case 'irog':
      return plain('Interrogatory');
    // California's special and form interrogatories; a frog in small letters is none.
    case 'srog':
    case 'frog':
      return /^[SF]ROG/.test(typed) ? plain('Interrogatory') : undefined;
    case 'interrogatory':
    case 'interrogatorie':
      return plain('Interrogatory');
    case 'request':
      return readRequestKind(cursor, capital);
    case 'topic':
      return plain('Topic', !capital);
    case 'definition':
      return plain('Definition', !capital);
    case 'instruction':
      return plain('Instruction', !capital);
    case 'subpoena':
      return readSubpoena(cursor, capital);
    default:
      return undefined;
  }
}

/** `Req. for Prod. No. 3`, `Req. for Admis. No. 4`. */
function readShortRequestKind(cursor: Cursor, typed: string): Kind | undefined {
  const { words, offsetBehind } = squeeze(cursor.text, cursor.at, 28);
  // `Doc. Req. No. 7`.
  const isOfDocuments = tokenBefore(cursor.text, cursor.at - typed.length, cursor.floor)?.text === 'Doc.';
  if (isOfDocuments && cursor.take('.')) return { kind: 'Request', needsSign: true, plural: false };
  const found = /^\.? for (Prod|Admis|Adm|Admission|Production)(?:s|\.)?(?= (?:No|#|\d))/.exec(words);
  if (!isUpper(typed.charCodeAt(0)) || !found?.[1]) return undefined;
  cursor.at = offsetBehind(found[0].length);
  return { kind: found[1].startsWith('P') ? 'RFP' : 'RFA', needsSign: true, plural: false };
}

/** `Request for Production`, `Requests for Admission(s)`, `Request`. */
function readRequestKind(cursor: Cursor, capital: boolean): Kind {
  const what = cursor.attempt(() => {
    cursor.gap();
    if (!cursor.word('for')) return undefined;
    cursor.gap();
    if (cursor.oneOf(['production', 'productions'])) return readOfDocuments(cursor, 'RFP');
    return cursor.oneOf(['admission', 'admissions']) ? ('RFA' as const) : undefined;
  });
  if (what) return { kind: what, needsSign: false, plural: false };
  return { kind: 'Request', needsSign: !capital, plural: false };
}

function readOfDocuments(cursor: Cursor, kind: 'RFP'): 'RFP' {
  cursor.attempt(() => {
    cursor.gap();
    if (!cursor.word('of')) return undefined;
    cursor.gap();
    return cursor.word('documents') ? true : undefined;
  });
  return kind;
}

function readSubpoena(cursor: Cursor, capital: boolean): Kind | undefined {
  cursor.gap();
  const word = cursor.oneOf(['requests', 'request']);
  return word ? { kind: 'Subpoena Request', needsSign: !capital, plural: word === 'requests' } : undefined;
}

/** Whose requests, and of which set: the words before the head. */
function readFront(
  text: string,
  at: number,
  floor: number,
  head: Head,
): { start: number; owner?: string; set?: string } {
  let start = at;
  // `First Document Requests`, `Second Set of RFPs`, `Third Requests`.
  const named = setBefore(text, at, floor, head);
  if (named) start = named.start;
  const set = named?.set === undefined ? {} : { set: named.set };
  const owner = ownerBefore(text, start, floor, named?.set ? 'anyName' : 'rolesOnly');
  if (!owner) return { start, ...set };
  const possessive = isPossessive(text.slice(owner.start, owner.end));
  // "Plaintiffs cite RFPs 6": a role without its possessive directly before the head owns it only when abbreviated.
  if (!possessive && !named && !owner.name.endsWith('.')) return { start };
  return { start: owner.start, owner: tidy(owner.name), ...set };
}

const ORDINALS = /^(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d{1,2}(?:st|d|nd|rd|th))$/;

/** The words in front of the head that say of which set, or of what kind, a request is; `set` where they name one. */
function setBefore(text: string, at: number, floor: number, head: Head): { start: number; set?: string } | undefined {
  let token = tokenBefore(text, at, floor);
  // `Special Interrogatory No. 4` (Cal.).
  if (head.request === 'Interrogatory' && token && /^(?:Special|Form)$/.test(token.text))
    return { start: token.start, set: token.text };
  const what = token && /^(?:Document|Discovery|Doc\.)$/.test(token.text) ? token : undefined;
  if (what) token = tokenBefore(text, what.start, floor);
  let isSetOf = false;
  if (token?.text === 'of') {
    const set = tokenBefore(text, token.start, floor);
    if (set?.text !== 'Set') return what && { start: what.start };
    isSetOf = true;
    token = tokenBefore(text, set.start, floor);
  }
  if (!token || !ORDINALS.test(token.text)) return what && { start: what.start };
  // "First RFP 6" is no named set unless the head is a plain word: `First Requests No. 8`.
  const words = tidy(text.slice(token.start, at));
  return {
    start: token.start,
    set: isSetOf ? `${token.text} Set` : head.request === 'Request' ? `${words} Requests` : token.text,
  };
}

/** `RFP 6 to Kadrey`: to whom it was put; not part of the citation's span. */
function readAddressee(cursor: Cursor): string | undefined {
  cursor.gap();
  if (!cursor.word('to')) return undefined;
  cursor.gap();
  if (cursor.word('the')) cursor.gap();
  const name = /^[A-Z][\w\u2019'&-]*(?: [A-Z][\w\u2019'&-]*){0,3}/.exec(
    cursor.text.slice(cursor.at, cursor.at + 60),
  )?.[0];
  return name && name.length > 2 ? tidy(name) : undefined;
}
