import { detached } from '../text/detached.ts';
import type { Span } from '../text/span.ts';
import type { Citation, IdWords, PinCite, Target } from './citation.ts';
import type { Styles } from './draftSyntax.ts';
import { scan } from './scan.ts';

/** What a stretch of text cites: with offsets from its own beginning, and as it last stood in a draft. */
interface Chunk {
  readonly words: string;
  readonly found: readonly Citation[];
  readonly placed: { readonly start: number; readonly citations: readonly Citation[] };
}

/** What is kept for one set of styles and short forms: the chunks of the last text, so that a keystroke scans one paragraph. */
interface Kept {
  readonly names: string;
  readonly chunks: ReadonlyMap<string, Chunk>;
}

const KEPT = new WeakMap<Styles, Kept>();
const EMPTY_LINE = /\n[ \t\r\u00A0]{0,40}\n/g;
/** Shorter stretches are put together: a letterhead has many lines and no citation. */
const SHORTEST = 400;

/**
 * The citations of a text, as `scan` finds them. No citation crosses an empty line, so each stretch between two is scanned by
 * itself, and what was found in the same words the last time is taken over (the very objects where the words have not moved).
 * The answer never depends on what is kept.
 */
export function scanByParagraph(text: string, styles: Styles, shortForms: readonly string[]): readonly Citation[] {
  const names = shortForms.join('\n');
  const before = KEPT.get(styles);
  const known = before?.names === names ? before.chunks : new Map<string, Chunk>();
  const chunks = new Map<string, Chunk>();
  const citations: Citation[] = [];
  let start = 0;
  for (const end of chunkEnds(text)) {
    const words = text.slice(start, end);
    const kept = known.get(words) ?? chunks.get(words);
    const own = kept?.words ?? detached(words);
    const chunk = chunkAt(start, own, kept, () => scan(own, styles, shortForms).citations);
    chunks.set(own, chunk);
    for (const citation of chunk.placed.citations) citations.push(citation);
    start = end;
  }
  KEPT.set(styles, { names, chunks });
  return citations;
}

function chunkAt(start: number, words: string, known: Chunk | undefined, read: () => readonly Citation[]): Chunk {
  if (known?.placed.start === start) return known;
  const found = known?.found ?? read();
  const citations = start === 0 ? found : found.map((citation) => shifted(citation, start));
  return { words, found, placed: { start, citations } };
}

/** Where the stretches end: behind an empty line, at least a few hundred characters on. */
function* chunkEnds(text: string): Iterable<number> {
  let start = 0;
  EMPTY_LINE.lastIndex = 0;
  for (let match = EMPTY_LINE.exec(text); match; match = EMPTY_LINE.exec(text)) {
    const end = match.index + match[0].length;
    // Two empty lines share a line break.
    EMPTY_LINE.lastIndex = end - 1;
    if (end - start < SHORTEST) continue;
    yield end;
    start = end;
  }
  if (start < text.length) yield text.length;
}

function shifted(citation: Citation, by: number): Citation {
  const moving: { -readonly [Key in keyof Citation]: Citation[Key] } = { ...citation };
  moving.start += by;
  moving.end += by;
  moving.headSpan = { start: citation.headSpan.start + by, end: citation.headSpan.end + by };
  moving.targets = citation.targets.map((target) => movedTarget(target, by));
  if (citation.id) moving.id = movedId(citation.id, by);
  return moving;
}

function moved<T extends Span>(span: T, by: number): T {
  const moving: { start: number; end: number } = { ...span };
  moving.start += by;
  moving.end += by;
  return moving as T;
}

function movedPins(pins: readonly PinCite[], by: number): readonly PinCite[] {
  return pins.length === 0 ? pins : pins.map((pin) => moved(pin, by));
}

function movedTarget(target: Target, by: number): Target {
  const moving: { -readonly [Key in keyof Target]: Target[Key] } & { docketSpan?: Span } = moved(target, by);
  moving.pins = movedPins(target.pins, by);
  if (moving.docketSpan) moving.docketSpan = moved(moving.docketSpan, by);
  return moving as Target;
}

function movedId({ pins, exhibits }: IdWords, by: number): IdWords {
  return {
    pins: movedPins(pins, by),
    exhibits: exhibits.map((exhibit) => ({
      ...exhibit,
      span: moved(exhibit.span, by),
      pins: movedPins(exhibit.pins, by),
    })),
  };
}
