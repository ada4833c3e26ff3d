import type { NyscefStamp } from '../pages.ts';

/** One of the pieces that New York's filing system prints on a page, and how many characters of the line they take. */
export interface NyscefPieces {
  readonly document?: string;
  readonly received?: string;
  /** Offset in the line behind the last piece. */
  readonly end: number;
}

// They stand alone on a line or beside each other: "NYSCEF DOC. NO. 12   RECEIVED NYSCEF: 01/02/2023".
const PIECES: readonly RegExp[] = [
  /NYSCEF DOC\. NO\. {0,9}(?<document>\d{1,5})\b/y,
  /RECEIVED NYSCEF: {0,9}(?<received>\d{1,2}\/\d{1,2}\/\d{4})\b/y,
  /(?:FILED|CAPTION): [A-Z][A-Z .-]{2,30} (?:COUNTY CLERK|CIVIL COURT|DIVISION)\b[A-Z0-9 -]{0,30} \d{1,2}\/\d{1,2}\/\d{4}(?: \d{1,2}:\d{2} [AP]M)?/y,
];
const INDEX_NUMBER = /INDEX NO\. {0,9}[\w/-]{3,20}(?![\w/-])/y;

/** Reads the pieces that a line begins with; undefined where it begins with none. An index number alone is no stamp: captions have it. */
export function readNyscefPieces(line: string): NyscefPieces | undefined {
  if (!/^\s{0,99}[NRFC]/.test(line)) return undefined;
  const words = line.slice(0, 300).replace(/[\t\u00A0]/g, ' ');
  let end = 0;
  let found: Omit<NyscefPieces, 'end'> | undefined;
  for (let at = skipBlanks(words, 0); ; at = skipBlanks(words, end)) {
    const piece = matchAt(words, at);
    if (!piece) break;
    const { document, received } = piece.groups ?? {};
    found = { ...found, ...(document && { document }), ...(received && { received }) };
    end = at + piece[0].length;
    const index = stickyAt(INDEX_NUMBER, words, skipBlanks(words, end));
    if (index) end = index.index + index[0].length;
  }
  return found && { ...found, end };
}

/** True for a line that is nothing but an index number, as it stands beside the other pieces. */
export function isIndexNumber(line: string): boolean {
  return line.length < 60 && /^\s{0,20}INDEX NO\. {0,9}[\w/-]{3,20}\s{0,20}$/.test(line);
}

/** `3 of 27` at the foot: which page of the filing it is; the paper's own number is another. */
export function isNyscefPage(line: string): boolean {
  return /^\s{0,20}\d{1,5} of \d{1,5}\s{0,20}$/.test(line);
}

/** What a page's pieces say together. */
export function nyscefStampOf(pieces: readonly NyscefPieces[]): NyscefStamp | undefined {
  const document = pieces.find((piece) => piece.document)?.document;
  const received = pieces.find((piece) => piece.received)?.received;
  return document ? { document, ...(received && { received }) } : undefined;
}

function matchAt(words: string, at: number): RegExpExecArray | undefined {
  for (const piece of PIECES) {
    const found = stickyAt(piece, words, at);
    if (found) return found;
  }
  return undefined;
}

function stickyAt(expression: RegExp, words: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(words);
}

function skipBlanks(words: string, from: number): number {
  let at = from;
  while (words[at] === ' ') at++;
  return at;
}
