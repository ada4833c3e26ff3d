import type { Random } from '../../fuzz/random.ts';

// What happens to words between a printed page and a string, and between a draft and a paste.

const isPlain = (word: string): boolean => /^[A-Za-z]{6,}[.,;]?$/.test(word);

/** One damaged form of a word; its letters stay. */
function damagedWord(word: string, random: Random): string {
  const cut = 2 + random.below(Math.max(1, word.length - 4));
  switch (random.below(13)) {
    case 0:
      return word.replace('ffi', '\uFB03').replace('fi', '\uFB01').replace('fl', '\uFB02').replace('ff', '\uFB00');
    case 1:
      return isPlain(word) ? `${word.slice(0, cut)}\u00AD${word.slice(cut)}` : word;
    case 2:
      return isPlain(word) ? `${word.slice(0, cut)}-\n${word.slice(cut)}` : word;
    case 3:
      return isPlain(word) ? `${word.slice(0, cut)} ${word.slice(cut)}` : word;
    case 4:
      return word.replace(/'/g, '\u2019').replace(/-/g, random.one(['\u2010', '\u2011', '\u2013']));
    case 5:
      return isPlain(word) ? `${word.slice(0, cut)}\u200B${word.slice(cut)}` : word;
    case 6:
      return word.replace(/\$(\d)/, '$ $1').replace(/(\d)-(\d)/, '$1 -$2');
    case 7:
      return `${word}\u00A0`;
    case 8:
      return cut > 3 && isPlain(word) ? `${word.slice(0, 2)} ${word.slice(2, cut)} ${word.slice(cut)}` : word;
    case 9:
      // `$1 4,200`, `20 20`
      return word.replace(/^(\$?\d)(\d[\d,]*[.,]?)$/, '$1 $2');
    case 10:
      return word.replace(/^([a-z]{3,})-([a-z]{3,})/, '$1-\n$2');
    case 11:
      return isPlain(word) ? word.replace(/rn/, 'm').replace(/l/, '1') : word;
    default:
      return word.replace(/"/, random.one(['\u201C', '\u201D']));
  }
}

/** Damages some of the words of a text line by line, and glues some to the next. */
export function damagedText(text: string, random: Random, share: number): string {
  return text
    .split('\n')
    .map((line) => {
      // A running head is never broken at its end.
      const isHead = / {5}/.test(line.trim());
      const pieces = line.split(/( +)/);
      return pieces
        .map((piece, at) => {
          if (/^ *$/.test(piece)) {
            const [before = '', behind = ''] = [pieces[at - 1], pieces[at + 1]];
            const mayGlue =
              piece === ' ' && /[a-z][,.]?$/.test(before) && /^[A-Za-z]/.test(behind) && random.chance(share / 6);
            return mayGlue ? '' : piece;
          }
          // The numbers of lines stay whole.
          const isNumber = /^\d+$/.test(piece) && at < 3;
          const damaged = random.chance(share) && !isNumber ? damagedWord(piece, random) : piece;
          return isHead && damaged.includes('\n') ? piece : damaged;
        })
        .join('');
    })
    .join('\n');
}

/** What a court or a program puts on every page of a paper. */
interface PageStyle {
  readonly hasLineNumbers: boolean;
  /** The numbers are lines of their own. */
  readonly areApart: boolean;
  readonly hasHead: boolean;
  readonly stamps: 'above' | 'below' | 'both' | 'none';
  readonly hasHardBlanks: boolean;
}

function styleOf(random: Random): PageStyle {
  return {
    hasLineNumbers: random.chance(0.3),
    areApart: random.chance(0.3),
    hasHead: random.chance(0.3),
    stamps: random.one(['above', 'below', 'both', 'none']),
    hasHardBlanks: random.chance(0.05),
  };
}

/** Pages as a program reads them from a court's PDF: damaged words, stamps, heads, the numbers of pleading paper, raised marks. */
export function damagedPages(pages: readonly string[], random: Random, share: number): readonly string[] {
  const style = styleOf(random);
  return pages.map((page, at) => damagedPage(page, at, style, random, share));
}

function damagedPage(page: string, at: number, style: PageStyle, random: Random, share: number): string {
  const hasNumbers = /^ ?\d{1,2} {3,}/m.test(page);
  let text = !hasNumbers && style.hasLineNumbers ? withLineNumbers(page, style.areApart) : page;
  text = withNoteMarks(text, random, hasNumbers ? 0 : share / 8);
  text = damagedText(text, random, share);
  if (style.hasHead) text = `KESTREL HYDRAULICS v. DUNMORE - VOLUME ${at + 1}\n\n${text}\n\n- ${at + 40} -`;
  const blanks = random.one([' ', '   ']);
  const stamp = `Case 1:21-cv-00488-WJT${blanks}Document ${57 + at}${blanks}Filed 08/04/22 Page ${at + 1} of 9`;
  const { stamps } = style;
  if (stamps === 'above' || stamps === 'both') text = `${stamp}\n${text}`;
  if (stamps === 'below' || stamps === 'both')
    text = `${text}\n${stamp}${random.chance(0.4) ? ` PageID #:${400 + at}` : ''}`;
  if (style.hasHardBlanks) text = text.replace(/ /g, '\u00A0');
  return random.chance(0.05) ? text.replace(/\. /, '. (cid:120) ') : text;
}

function withLineNumbers(text: string, areApart: boolean): string {
  let number = 0;
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : `${(number++ % 28) + 1}${areApart ? '\n' : '  '}${line}`))
    .join('\n');
}

/** Marks of footnotes behind the end of a sentence. */
function withNoteMarks(text: string, random: Random, share: number): string {
  let note = 11;
  return text.replace(/([a-z]{3}[.,])(?=\s)(?!.*\S {5})/g, (end) => (random.chance(share) ? `${end}${note++}` : end));
}
