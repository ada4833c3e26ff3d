/** A part of a Word document as mammoth reads it. */
export interface WordNode {
  readonly type: string;
  readonly children?: readonly WordNode[];
  /** Of a text. */
  readonly value?: string;
  /** Of a paragraph: in twentieths of a point, as the file writes them. */
  readonly indent?: { readonly start?: string | null; readonly end?: string | null };
  readonly styleName?: string | null;
  /** Of the mark of a note. */
  readonly noteType?: string;
  readonly noteId?: string;
  /** Of a note. */
  readonly body?: readonly WordNode[];
  readonly checked?: boolean;
  /** Of the document. */
  readonly notes?: { resolve(reference: WordNode): WordNode | undefined };
}

/** True for what mammoth hands over. */
export function isWordNode(value: unknown): value is WordNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** What is known while the words are taken out. */
interface Taking {
  /** By kind and id, the notes in the order in which their marks stand, each with its label. */
  readonly labels: Map<string, { readonly label: string; readonly mark: WordNode }>;
  readonly counts: { footnote: number; endnote: number };
  readonly hasFootnotes: boolean;
}

/**
 * The words of a document: paragraphs parted by empty lines, a row of a table on one line, block quotations set in by four blanks,
 * `[^1]` for the mark of a note, and the notes themselves at the end as `[^1]: ...`.
 */
export function documentText(document: WordNode): string {
  const taking: Taking = {
    labels: new Map(),
    counts: { footnote: 0, endnote: 0 },
    hasFootnotes: holdsFootnote(document),
  };
  const blocks = blocksOf(document.children ?? [], taking);
  // A note may have the mark of another one in it: the list grows while it is gone through.
  const notes: string[] = [];
  for (const { label, mark } of taking.labels.values()) {
    const note = document.notes?.resolve(mark);
    const words = blocksOf(note?.body ?? [], taking).map((block) => block.trim());
    // What belongs to the same note is set in, as in Markdown.
    if (words.length > 0) notes.push(`[^${label}]: ${words.join('\n\n').replace(/\n(?=[^\n])/g, '\n    ')}`);
  }
  return [...blocks, ...notes].join('\n\n');
}

function blocksOf(nodes: readonly WordNode[], taking: Taking): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'table') return tableText(node, taking);
    const words = wordsIn(node, taking);
    return words.trim() === '' ? [] : [isSetIn(node) ? words.replace(/^[ \t]*/gm, '    ') : words.trim()];
  });
}

/** A row a line, its cells parted by a tab. */
function tableText({ children = [] }: WordNode, taking: Taking): readonly string[] {
  const rows = children.map((row) =>
    (row.children ?? [])
      .map((cell) =>
        blocksOf(cell.children ?? [], taking)
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .join('\t')
      .trim(),
  );
  const words = rows.filter((row) => row !== '').join('\n');
  return words === '' ? [] : [words];
}

/** A block quotation: a paragraph that is set in on both sides, or whose style says so. */
function isSetIn({ indent, styleName }: WordNode): boolean {
  if (/\b(?:block ?quot\w*|block text|quotes?|quotations?)\b/i.test(styleName ?? '')) return true;
  return Number(indent?.start ?? 0) >= 360 && Number(indent?.end ?? 0) >= 360;
}

function wordsIn(node: WordNode, taking: Taking): string {
  switch (node.type) {
    case 'text':
      // A hyphen at which no line may end is a hyphen; one that is seen only at a line's end is none.
      return (node.value ?? '')
        .replace(/\u2011/g, '-')
        .replace(/\u00AD/g, '')
        .replace(/[\r\n\f]+/g, ' ');
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    case 'checkbox':
      return node.checked ? '[x]' : '[ ]';
    case 'noteReference':
      return `[^${labelOf(node, taking)}]`;
    default:
      return (node.children ?? []).map((child) => wordsIn(child, taking)).join('');
  }
}

/** Footnotes count 1, 2, 3 as their marks stand in the text; endnotes beside them i, ii, iii, as Word writes them. */
function labelOf(mark: WordNode, { labels, counts, hasFootnotes }: Taking): string {
  const kind = mark.noteType === 'endnote' ? 'endnote' : 'footnote';
  const key = `${kind} ${mark.noteId}`;
  const known = labels.get(key);
  if (known) return known.label;
  const number = ++counts[kind];
  const label = kind === 'endnote' && hasFootnotes ? romanOf(number) : String(number);
  labels.set(key, { label, mark });
  return label;
}

function holdsFootnote(node: WordNode): boolean {
  return (node.type === 'noteReference' && node.noteType === 'footnote') || (node.children ?? []).some(holdsFootnote);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number in small Roman numerals; above 3,999 in Arabic ones. */
export function romanOf(number: number): string {
  if (number > 3999 || number < 1) return String(number);
  let left = number;
  let roman = '';
  for (const [value, letters] of ROMAN) {
    while (left >= value) {
      roman += letters;
      left -= value;
    }
  }
  return roman;
}
