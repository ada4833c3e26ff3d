import type { Random } from '../../fuzz/random.ts';

// What happens to words between a printed page and a string, and between a draft and a paste.

const isPlain = (word: string): boolean => /^[A-Za-z]{6,}[.,;]?$/.test(word);

/** One damaged form of a word; its letters stay. */
function damagedWord(word: string, random: Random): string {
  const cut = 2 + random.below(Math.max(1, word.length - 4));
  switch (random.below(9)) {
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
            const mayGlue = piece === ' ' && /[a-z]$/.test(before) && /^[a-z]/.test(behind) && random.chance(share / 6);
            return mayGlue ? '' : piece;
          }
          const damaged = random.chance(share) ? damagedWord(piece, random) : piece;
          return isHead && damaged.includes('\n') ? piece : damaged;
        })
        .join('');
    })
    .join('\n');
}

/** A page as a program reads it from a court's PDF: damaged words, a stamp, perhaps the numbers of pleading paper and raised marks. */
export function damagedPage(page: string, at: number, random: Random, share: number): string {
  let text = page;
  const hasNumbers = /^ ?\d{1,2} {3,}/m.test(page);
  if (!hasNumbers && random.chance(0.3)) text = withLineNumbers(text);
  text = withNoteMarks(text, random, hasNumbers ? 0 : share / 8);
  text = damagedText(text, random, share);
  const stamp = `Case 1:21-cv-00488-WJT${random.one([' ', '   '])}Document ${57 + at}${random.one([' ', '   '])}Filed 08/04/22 Page ${at + 1} of 9`;
  if (random.chance(0.6))
    text = random.chance(0.5)
      ? `${stamp}\n${text}`
      : `${text}\n${stamp}${random.chance(0.4) ? ` PageID #:${400 + at}` : ''}`;
  return random.chance(0.05) ? text.replace(/\. /, '. (cid:120) ') : text;
}

function withLineNumbers(text: string): string {
  let number = 0;
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : `${(number++ % 28) + 1}  ${line}`))
    .join('\n');
}

/** Marks of footnotes behind the end of a sentence. */
function withNoteMarks(text: string, random: Random, share: number): string {
  let note = 11;
  return text.replace(/([a-z]{3}[.,])(?=\s)(?!.*\S {5})/g, (end) => (random.chance(share) ? `${end}${note++}` : end));
}
