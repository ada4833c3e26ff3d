import { isBlank, isDigit, isEmphasis, isLetter, isLineBreak, isWordCharacter } from './characters.ts';

/** Blanks between two parts of a citation: more than this and they do not belong together. Keeps every look ahead bounded. */
const LONGEST_GAP = 60;
const NOTHING: ReadonlyMap<number, number> = new Map();

/**
 * Reads a text forward from a place. Every move is counted in `steps`, so that a test can show that parsing grows with
 * the length of the text and not with its square. Going back is only to a place that was noted a bounded way before.
 */
export class Cursor {
  /** UTF-16 offset of the next character. */
  at: number;
  /** Characters looked at so far. */
  steps = 0;

  /** `floor` is the offset that a look back never passes: the end of the citation before. */
  constructor(
    readonly text: string,
    at = 0,
    readonly floor = 0,
    /** Lines that a page put into the text (line numbers, stamps), from their first offset to the next line: a gap runs over them. */
    readonly interruptions: ReadonlyMap<number, number> = NOTHING,
  ) {
    this.at = at;
  }

  /** Code of the next character, or -1 at the end. */
  get code(): number {
    return this.at < this.text.length ? this.text.charCodeAt(this.at) : -1;
  }

  /** Code of the character `distance` behind the next one, or -1. */
  peek(distance: number): number {
    const place = this.at + distance;
    return place >= 0 && place < this.text.length ? this.text.charCodeAt(place) : -1;
  }

  /** Skips blanks and at most one line break; stays where a paragraph ends or the gap is too long. True if it moved. */
  gap(): boolean {
    const from = this.at;
    let breaks = 0;
    let over = 0;
    while (this.at < this.text.length && this.at - from - over <= LONGEST_GAP) {
      const code = this.text.charCodeAt(this.at);
      this.steps++;
      if (isLineBreak(code)) {
        if (code === 13 && this.text.charCodeAt(this.at + 1) === 10) this.at++;
        breaks++;
        const behind = this.interruptions.size > 0 && over < 400 ? this.behindInterruptions(this.at + 1) : undefined;
        if (behind !== undefined) {
          over += behind - this.at - 1;
          this.at = behind;
          continue;
        }
        if (breaks > 1) break;
      } else if (!isBlank(code)) break;
      this.at++;
    }
    if (breaks > 1 || this.at - from - over > LONGEST_GAP) this.at = from;
    return this.at > from;
  }

  /** Where the text goes on behind the lines of a page that begin at `from`, with the empty lines between them. */
  private behindInterruptions(from: number): number | undefined {
    let end: number | undefined;
    let at = from;
    for (let lines = 0; lines < 12; lines++) {
      const next = this.interruptions.get(at);
      this.steps++;
      if (next !== undefined) end = next;
      else if (!this.isEmptyLine(at)) break;
      at = next ?? this.text.indexOf('\n', at) + 1;
    }
    return end;
  }

  private isEmptyLine(from: number): boolean {
    let at = from;
    while (at < this.text.length && at - from < LONGEST_GAP && isBlank(this.text.charCodeAt(at))) at++;
    return this.text.charCodeAt(at) === 10;
  }

  /** A gap, with Markdown's emphasis marks in it (`*Id.* at 7`). A star before a digit is a star page, not emphasis. */
  gapAndEmphasis(): void {
    this.gap();
    let marks = 0;
    while (marks < 3 && this.isEmphasisMark()) {
      this.at++;
      this.steps++;
      marks++;
    }
    this.gap();
  }

  private isEmphasisMark(): boolean {
    // `at *1` is a star page, and two underscores in a row are a blank to fill in.
    if (!isEmphasis(this.code) || isDigit(this.peek(1))) return false;
    return this.code === 42 || (this.peek(1) !== 95 && this.peek(-1) !== 95);
  }

  /** Reads `literal` if it stands here letter for letter. */
  take(literal: string): boolean {
    this.steps++;
    if (!this.text.startsWith(literal, this.at)) return false;
    this.at += literal.length;
    return true;
  }

  /** Reads one character for which `test` holds. */
  takeIf(test: (code: number) => boolean): boolean {
    this.steps++;
    if (this.at >= this.text.length || !test(this.code)) return false;
    this.at++;
    return true;
  }

  /** Reads a run of letters of at most `longest`; empty where none stands here. */
  letters(longest = 40): string {
    const from = this.at;
    while (this.at - from < longest && isLetter(this.code)) {
      this.at++;
      this.steps++;
    }
    return this.text.slice(from, this.at);
  }

  /** Reads a run of digits of at most `longest`; empty (and nothing read) where there are none or more. */
  digits(longest = 9): string {
    const from = this.at;
    while (this.at - from <= longest && isDigit(this.code)) {
      this.at++;
      this.steps++;
    }
    if (this.at - from > longest) this.at = from;
    return this.text.slice(from, this.at);
  }

  /** Reads a whole word, compared without regard to case; a letter or digit behind it would make it another word. */
  word(lowerCase: string): boolean {
    const end = this.at + lowerCase.length;
    this.steps++;
    if (this.text.slice(this.at, end).toLowerCase() !== lowerCase) return false;
    if (isWordCharacter(end < this.text.length ? this.text.charCodeAt(end) : -1)) return false;
    this.at = end;
    return true;
  }

  /** The first of `words` that stands here as a whole word, read; undefined where none does. */
  oneOf(words: readonly string[]): string | undefined {
    return words.find((word) => this.word(word));
  }

  /** Runs `read`; where it answers undefined (or false) the cursor is put back to where it was. */
  attempt<T>(read: () => T | undefined | false): T | undefined {
    const from = this.at;
    const answer = read();
    if (answer === undefined || answer === false) {
      this.at = from;
      return undefined;
    }
    return answer;
  }
}
