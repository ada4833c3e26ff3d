import { romanOf } from './documentText.ts';
import { eachElement, type List, type ListLevel, listsIn, type NumberedStyle, stylesIn } from './listStyles.ts';

/** What the file says of one paragraph's number. */
interface Paragraph {
  style?: string;
  list?: string;
  level?: number;
  isDeleted: boolean;
}

/**
 * Writes the numbers that Word only shows (`12.` before a paragraph of a declaration) into the text of `word/document.xml`, so
 * that ¶ 12 can be found. `numbering` and `styles` are the other two parts of the file, or empty. Linear; throws nothing.
 */
export function numberedParagraphs(document: string, numbering: string, styles: string): string {
  if (numbering === '') return document;
  const known = stylesIn(styles);
  const numbers = countingIn(listsIn(numbering, known), known);
  let written = '';
  let at = 0;
  for (const { paragraph, end } of propertiesIn(document)) {
    const words = numbers(paragraph);
    if (words === '') continue;
    written += `${document.slice(at, end)}<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;
    at = end;
  }
  return written + document.slice(at);
}

/** The properties of each paragraph in order, and the offset behind them. */
function propertiesIn(document: string): readonly { readonly paragraph: Paragraph; readonly end: number }[] {
  const found: { paragraph: Paragraph; end: number }[] = [];
  let paragraph: Paragraph | undefined;
  // What a paragraph was before it was changed stands in its properties, too; a text box stands in the file twice.
  let unseen = 0;
  eachElement(
    document,
    (name, attributes) => {
      if (UNSEEN.has(name)) unseen++;
      if (unseen > 0) return;
      if (name === 'w:pPr') paragraph = { isDeleted: false };
      else if (!paragraph) return;
      else if (name === 'w:pStyle') paragraph.style = attributes['w:val'] ?? '';
      else if (name === 'w:numId') paragraph.list = attributes['w:val'] ?? '';
      else if (name === 'w:ilvl') paragraph.level = Number(attributes['w:val']) || 0;
      else if (name === 'w:del') paragraph.isDeleted = true;
    },
    (name, end) => {
      if (UNSEEN.has(name)) unseen--;
      else if (unseen > 0 || name !== 'w:pPr' || !paragraph) return;
      else {
        found.push({ paragraph, end });
        paragraph = undefined;
      }
    },
  );
  return found;
}

const UNSEEN = new Set(['w:pPrChange', 'w:rPrChange', 'mc:AlternateContent']);

/** Counts the paragraphs of a document, one after the other: the words in front of each, empty where there are none. */
function countingIn(
  lists: ReadonlyMap<string, List>,
  styles: ReadonlyMap<string, NumberedStyle>,
): (paragraph: Paragraph) => string {
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return (paragraph) => {
    const own = listOf(paragraph, styles);
    const list = lists.get(own.list ?? '');
    if (!list || paragraph.isDeleted) return '';
    const place = own.level ?? list.styles.get(own.style ?? '') ?? 0;
    const level = list.levels.get(place);
    if (!level || place < 0 || place > 8) return '';
    const counts = counters.get(list.counter) ?? [];
    counters.set(list.counter, counts);
    const restart = list.restarts.get(place);
    const isFirst = restart !== undefined && !begun.has(`${own.list} ${place}`);
    begun.add(`${own.list} ${place}`);
    const before = counts[place];
    counts[place] = isFirst ? restart : before === undefined ? level.start : before + 1;
    counts.length = place + 1;
    for (let upper = 0; upper < place; upper++) counts[upper] ??= list.levels.get(upper)?.start ?? 1;
    return numberWords(level, list, counts);
  };
}

/** The list and level of a paragraph: its own, else its style's, else those of the style that this one is based on. */
function listOf({ style, list, level }: Paragraph, styles: ReadonlyMap<string, NumberedStyle>) {
  if (list !== undefined) return { list, level, style };
  let id = style;
  for (let steps = 0; steps < 20 && id !== undefined; steps++) {
    const known = styles.get(id);
    if (known?.list !== undefined) return { list: known.list, level: level ?? known.level, style: id };
    id = known?.basedOn;
  }
  return { list: undefined, level, style };
}

function numberWords(level: ListLevel, { levels }: List, counts: readonly number[]): string {
  if (level.format === 'bullet' || level.format === 'none' || level.pattern === '') return '';
  const words = level.pattern.replace(/%([1-9])/g, (_, place: string) => {
    const at = Number(place) - 1;
    const format = level.isLegal ? 'decimal' : (levels.get(at)?.format ?? 'decimal');
    return formatted(counts[at] ?? 1, format);
  });
  return level.isGlued ? words : `${words} `;
}

function formatted(number: number, format: string): string {
  switch (format) {
    case 'lowerRoman':
      return romanOf(number);
    case 'upperRoman':
      return romanOf(number).toUpperCase();
    case 'lowerLetter':
      return lettersOf(number);
    case 'upperLetter':
      return lettersOf(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'bullet':
    case 'none':
      return '';
    default:
      return String(number);
  }
}

/** a, b ... z, aa, bb: as Word goes on behind z. */
function lettersOf(number: number): string {
  if (number < 1 || number > 780) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
