import { Parser } from 'htmlparser2';

/** One level of a list: how its numbers look. */
export interface ListLevel {
  /** `decimal`, `lowerRoman` ...; `bullet` and `none` show no number. */
  readonly format: string;
  /** `%1.%2)`: the numbers of the levels, and what stands between them. */
  readonly pattern: string;
  readonly start: number;
  readonly isGlued: boolean;
  /** All numbers in it are Arabic. */
  readonly isLegal: boolean;
}

/** A list that a paragraph belongs to: what it counts with, and the levels. */
export interface List {
  /** Lists with the same one go on counting from each other. */
  readonly counter: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** The number with which a level begins anew in this list. */
  readonly restarts: ReadonlyMap<number, number>;
  /** Levels by the paragraph style that belongs to each. */
  readonly styles: ReadonlyMap<string, number>;
}

/** What a paragraph style says of numbers. */
export interface NumberedStyle {
  readonly basedOn?: string;
  readonly list?: string;
  readonly level?: number;
}

interface Abstract {
  readonly levels: Map<number, ListLevel>;
  readonly styles: Map<string, number>;
  link?: string;
}

type Attributes = Readonly<Record<string, string>>;

/** Calls back for every element that opens or closes, by its name as it is written (`w:p`). Throws nothing. */
export function eachElement(
  xml: string,
  open: (name: string, attributes: Attributes) => void,
  close: (name: string, end: number) => void = () => undefined,
): void {
  const parser = new Parser(
    { onopentag: open, onclosetag: (name) => close(name, parser.endIndex + 1) },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
}

/** The lists of `word/numbering.xml` by their ids. `styles` is what `stylesIn` reads. */
export function listsIn(xml: string, styles: ReadonlyMap<string, NumberedStyle>): ReadonlyMap<string, List> {
  const { abstracts, lists } = writtenLists(xml);
  const found = new Map<string, List>();
  for (const [id, { abstract, restarts }] of lists) {
    const direct = abstracts.get(abstract);
    // A list may only name a style, and that the list which is meant.
    const linked = direct?.link === undefined ? undefined : lists.get(styles.get(direct.link)?.list ?? '')?.abstract;
    const counter = linked ?? abstract;
    const meant = abstracts.get(counter);
    if (meant) found.set(id, { counter, levels: meant.levels, styles: meant.styles, restarts });
  }
  return found;
}

function writtenLists(xml: string) {
  const abstracts = new Map<string, Abstract>();
  const lists = new Map<string, { abstract: string; restarts: Map<number, number> }>();
  let abstract: Abstract | undefined;
  let list: { abstract: string; restarts: Map<number, number> } | undefined;
  let level = -1;
  const change = (change: Partial<ListLevel>): void => {
    const before = abstract?.levels.get(level);
    if (before) abstract?.levels.set(level, { ...before, ...change });
  };
  eachElement(xml, (name, attributes) => {
    const value = attributes['w:val'] ?? '';
    if (name === 'w:abstractNum') {
      abstract = { levels: new Map(), styles: new Map() };
      list = undefined;
      abstracts.set(attributes['w:abstractNumId'] ?? '', abstract);
    } else if (name === 'w:num') {
      abstract = undefined;
      list = { abstract: '', restarts: new Map() };
      lists.set(attributes['w:numId'] ?? '', list);
    } else if (name === 'w:abstractNumId' && list) list.abstract = value;
    else if (name === 'w:lvl' || name === 'w:lvlOverride') {
      level = Number(attributes['w:ilvl'] ?? 0);
      if (name === 'w:lvl') abstract?.levels.set(level, PLAIN_LEVEL);
    } else if (name === 'w:startOverride') list?.restarts.set(level, Number(value) || 0);
    else if (name === 'w:numStyleLink' && abstract) abstract.link = value;
    else if (name === 'w:pStyle') abstract?.styles.set(value, level);
    else if (name === 'w:start') change({ start: Number(value) || 0 });
    else if (name === 'w:numFmt') change({ format: value });
    else if (name === 'w:lvlText') change({ pattern: value.slice(0, 100) });
    else if (name === 'w:suff') change({ isGlued: value === 'nothing' });
    else if (name === 'w:isLgl') change({ isLegal: value !== '0' && value !== 'false' });
  });
  return { abstracts, lists };
}

const PLAIN_LEVEL: ListLevel = { format: 'decimal', pattern: '', start: 1, isGlued: false, isLegal: false };

/** The styles of `word/styles.xml` by their ids, as far as they speak of lists. */
export function stylesIn(xml: string): ReadonlyMap<string, NumberedStyle> {
  const styles = new Map<string, NumberedStyle>();
  let id = '';
  eachElement(xml, (name, attributes) => {
    const value = attributes['w:val'] ?? '';
    if (name === 'w:style') id = attributes['w:styleId'] ?? '';
    const before = styles.get(id);
    if (name === 'w:style') styles.set(id, {});
    else if (name === 'w:basedOn') styles.set(id, { ...before, basedOn: value });
    else if (name === 'w:numId') styles.set(id, { ...before, list: value });
    else if (name === 'w:ilvl') styles.set(id, { ...before, level: Number(value) || 0 });
  });
  return styles;
}
