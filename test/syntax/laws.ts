import type { Citation } from '../../server/src/syntax/citation.ts';
import { type DraftSyntax, NO_STYLES, type Styles } from '../../server/src/syntax/draftSyntax.ts';
import { definitionsOf, isPlainName } from '../../server/src/syntax/layout/shortForms.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';
import { scan } from '../../server/src/syntax/scan.ts';
import type { Span } from '../../server/src/text/span.ts';

/**
 * What holds of the parser whatever the text. Each law answers the ways in which it is broken, in words; none where it holds.
 * The fuzzer and the tests ask the same functions.
 */
export type Law = (text: string, styles: Styles) => readonly string[];

/** What an empty line between two drafts is. */
export const PARAGRAPH_BREAK = '\n\n';

/** Every span lies in the text; citations are in order and disjoint; what belongs to a citation lies inside it. */
export const spansAreSound: Law = (text, styles) => {
  const syntax = parseDraft(text, styles);
  return [...citationFaults(syntax.citations), ...layoutFaults(syntax)];
};

function citationFaults(citations: readonly Citation[]): readonly string[] {
  const faults: string[] = [];
  let end = 0;
  for (const citation of citations) {
    if (citation.start < end)
      faults.push(`the citation at ${citation.start} begins before ${end}, where the last one ends`);
    if (citation.end <= citation.start) faults.push(`the citation at ${citation.start} is empty`);
    end = citation.end;
    for (const [name, part] of partsOf(citation)) {
      const isInside = citation.start <= part.start && part.end <= citation.end && part.start < part.end;
      if (!isInside) faults.push(`${name} ${part.start}-${part.end} is not inside ${citation.start}-${citation.end}`);
    }
  }
  return faults;
}

/** Everything with a span inside a citation, by name. */
function partsOf(citation: Citation): readonly (readonly [string, Span])[] {
  return [
    ['the head', citation.headSpan],
    ...citation.targets.flatMap((target): (readonly [string, Span])[] => [
      ['a target', target],
      ...target.pins.map((pin) => ['a pin', pin] as const),
      ...('docketSpan' in target && target.docketSpan ? [['a docket number', target.docketSpan] as const] : []),
    ]),
    ...(citation.id?.pins ?? []).map((pin) => ['a pin of the Id.', pin] as const),
    ...(citation.id?.exhibits ?? []).flatMap((exhibit): (readonly [string, Span])[] => [
      ['an exhibit of the Id.', exhibit.span],
      ...exhibit.pins.map((pin) => ['a pin of an exhibit of the Id.', pin] as const),
    ]),
  ];
}

function layoutFaults(syntax: DraftSyntax): readonly string[] {
  const faults: string[] = [];
  const check = (name: string, spans: readonly Span[], isDisjoint: boolean): void => {
    let before = { start: 0, end: 0 };
    for (const span of spans) {
      if (!(0 <= span.start && span.start <= span.end && span.end <= syntax.text.length))
        faults.push(`${name} ${span.start}-${span.end} is outside the text`);
      if (span.start < (isDisjoint ? before.end : before.start))
        faults.push(`${name} ${span.start}-${span.end} is not behind ${before.start}-${before.end}`);
      before = span;
    }
  };
  check('a section', syntax.sections, true);
  check(
    'a heading',
    syntax.sections.map(({ heading }) => heading),
    true,
  );
  check('a footnote', syntax.footnotes, true);
  check('a parenthesis', syntax.parentheses, false);
  check(
    'an ignore',
    syntax.ignores.map(({ span }) => span),
    true,
  );
  check(
    'a quotation',
    syntax.quotations.map(({ whole }) => whole),
    true,
  );
  if (syntax.date) check('the date', [syntax.date.span], true);
  for (const { span, citation } of syntax.shortForms) {
    check('a short form', [span], true);
    if (!syntax.citations[citation]) faults.push(`a short form stands for citation ${citation}, which is not there`);
  }
  for (const { start, end, outer } of syntax.parentheses) {
    if (outer && !(outer.start < start && end < outer.end))
      faults.push(`a parenthesis at ${start} is not inside its outer one`);
  }
  return faults;
}

/** The names that a draft teaches the parser: what it defines in quotes. They hold for the whole draft. */
function learntIn(text: string): readonly string[] {
  const { parentheses } = parseDraft(text, NO_STYLES);
  return definitionsOf(text, parentheses)
    .map(({ words }) => words)
    .filter(isPlainName);
}

/**
 * What a citation takes from the words round it, which its span leaves out: to whom a request was sent ("RFP 6 to Kadrey"),
 * "(sealed)", and the case and court behind it.
 */
const FROM_CONTEXT: ReadonlySet<string> = new Set(['addressee', 'version', 'case', 'outside']);
const NOTHING: ReadonlySet<string> = new Set();

/**
 * An indent behind which nothing looks back, and which is as long as a wrapped line: a name may begin on the line before. The
 * bracket says that it is a citation and no part of a sentence (`R. 28`, `Paper 12`).
 */
const INDENT = `${' '.repeat(50)}(`;

/**
 * The words of each citation, read alone with the names that the draft teaches, are that citation and no other. Decisions are
 * left out: `No. 1:21-cv-00333` is one only because of the comma before and the court behind it.
 */
export const citationsStandAlone: Law = (text, styles) => {
  const learnt = learntIn(text);
  return scan(text, styles, learnt).citations.flatMap((citation) => {
    const words = text.slice(citation.start, citation.end);
    if (citation.form === 'caseLaw') return [];
    const alone = scan(`${INDENT}${words})`, styles, learnt).citations;
    const expected = essence(citation, citation.start, FROM_CONTEXT);
    const found = alone.map((one) => essence(one, INDENT.length, FROM_CONTEXT));
    return found.length === 1 && found[0] === expected
      ? []
      : [`${JSON.stringify(words)} is ${expected} in its draft, and alone ${found.join(' + ') || 'nothing'}`];
  });
};

/** What a citation says, with its places relative to `origin`, as words that can be compared; without the fields of `context`. */
function essence(citation: Citation, origin: number, context: ReadonlySet<string>): string {
  return JSON.stringify(shifted(citation, -origin), (key, value) => (context.has(key) ? undefined : value));
}

/** A copy of a value in which every offset is moved. */
function shifted<T>(value: T, distance: number): T {
  if (Array.isArray(value)) return value.map((item) => shifted(item, distance)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      (key === 'start' || key === 'end') && typeof inner === 'number' ? inner + distance : shifted(inner, distance),
    ]),
  ) as T;
}

/** Citations of `first`, an empty line and `second` are those of the one and then those of the other; `learnt` holds in both. */
export function paragraphsStandApart(first: string, second: string, styles: Styles): readonly string[] {
  const learnt = [...learntIn(first), ...learntIn(second)];
  const cited = (text: string): readonly Citation[] => scan(text, styles, learnt).citations;
  const origin = first.length + PARAGRAPH_BREAK.length;
  const apart = [...cited(first), ...cited(second).map((citation) => shifted(citation, origin))].map((one) =>
    essence(one, 0, NOTHING),
  );
  const together = cited(first + PARAGRAPH_BREAK + second).map((one) => essence(one, 0, NOTHING));
  const place = together.findIndex((one, index) => one !== apart[index]);
  if (place < 0 && together.length === apart.length) return [];
  const at = place < 0 ? together.length : place;
  return [`apart ${apart[at] ?? 'nothing'}, together ${together[at] ?? 'nothing'}`];
}
