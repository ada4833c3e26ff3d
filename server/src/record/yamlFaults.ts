import type { Span } from '../text/span.ts';

/** Why a text can't be read at all, and on which line. */
export interface YamlFault {
  /** The line's words, without the blanks around them. */
  readonly span: Span;
  readonly message: string;
}

interface YamlError {
  readonly code: string;
  readonly message: string;
  readonly at: number;
  /** Where the last quoted words before the error begin. */
  readonly quoteAt?: number | undefined;
  /** Where the last bracket before the error opens that is not closed. */
  readonly bracketAt?: number | undefined;
}

const TWO_COLONS = 'it has a second colon. Words with a colon in them need quotes around them';
const ODD_INDENT = 'it is not indented like the lines it belongs to';
const NO_COMMA = 'a comma is missing between two items';
const MARKS = 'words that begin with !, & or * need quotes around them';

const REASONS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'it is indented with a tab. Use spaces',
  BAD_INDENT: ODD_INDENT,
  MULTILINE_IMPLICIT_KEY: 'a colon with a space behind it is missing after the name',
  BLOCK_IN_FLOW: NO_COMMA,
  BAD_DQ_ESCAPE: 'between double quotes a backslash has to be written twice. Use / in paths, or single quotes',
  KEY_OVER_1024_CHARS: 'its name is too long',
  MULTIPLE_DOCS: 'a second document begins here, and a manifest is only one',
  RESOURCE_EXHAUSTION: 'it is nested too deeply, or repeats itself too often',
  BAD_ALIAS: MARKS,
  ALIAS_PROPS: MARKS,
  MULTIPLE_ANCHORS: MARKS,
  MULTIPLE_TAGS: MARKS,
  BAD_PROP_ORDER: MARKS,
  TAG_RESOLVE_FAILED: MARKS,
};

/** Says in plain words what is wrong, at the line where a person would mend it. */
export function faultInPlainWords(text: string, error: YamlError): YamlFault {
  const quote = unclosedQuote(text, error);
  const bracket = /end with a [\]}]/.test(error.message) ? error.bracketAt : undefined;
  const span = lineAround(text, quote ?? bracket ?? error.at);
  const line = text.slice(span.start, span.end);
  const reason = quote === undefined ? reasonFor(error, line, error.at - span.start) : 'a quote is not closed';
  return {
    span,
    message: `This line can't be read: ${reason}. Until it is mended, citations are answered from the last version that could be read.`,
  };
}

/** A quote that is never closed swallows the lines below it: the mistake is where it opens, not where the reader stumbles. */
function unclosedQuote(text: string, { code, message, at, quoteAt }: YamlError): number | undefined {
  if (code === 'MISSING_CHAR' && /quote/.test(message)) return quoteAt ?? at;
  if (quoteAt === undefined || code !== 'UNEXPECTED_TOKEN') return undefined;
  return text.slice(quoteAt, at).includes('\n') ? quoteAt : undefined;
}

function reasonFor({ code, message }: YamlError, line: string, at: number): string {
  if (/end with a \]/.test(message)) return 'a list that opens with [ is not closed';
  if (/end with a \}/.test(message)) return 'a group that opens with { is not closed';
  if (code === 'MISSING_CHAR') return NO_COMMA;
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    return (line.match(/:(?=\s|$)/g)?.length ?? 0) > 1 ? TWO_COLONS : 'the line below it is indented too far';
  }
  if (code === 'BAD_SCALAR_START') return `words that begin with ${line.charAt(at)} need quotes around them`;
  if (code === 'UNEXPECTED_TOKEN') return tooMuch(line, at);
  return REASONS[code] ?? 'it is not written the way a manifest is';
}

/** `title: [Proposed] Order` and `title: "Shadow Datasets" order` read as a whole value with something behind it. */
function tooMuch(line: string, at: number): string {
  const before = line.slice(0, Math.max(0, at));
  if (before.split(/[[{]/).length > before.split(/[\]}]/).length) return NO_COMMA;
  const first = /:\s+([["'{])/.exec(line)?.[1];
  if (first === '[' || first === '{') return `words that begin with ${first} need quotes around them`;
  if (first) return 'its words begin with a quotation mark, and need quotes around the whole of them';
  return 'there is something behind the end of its value';
}

/** The line at an offset, without the blanks around it; for a blank line (or the end of the file) the last one above with words. */
function lineAround(text: string, offset: number): Span {
  let at = Math.max(0, Math.min(offset, text.length));
  for (;;) {
    let start = text.lastIndexOf('\n', at - 1) + 1;
    if (at === 0) start = 0;
    const newline = text.indexOf('\n', at);
    let end = newline < 0 ? text.length : newline;
    const lineStart = start;
    while (start < end && /[\s\uFEFF]/.test(text.charAt(start))) start += 1;
    while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
    if (start < end || lineStart === 0) return { start, end };
    at = lineStart - 1;
  }
}
