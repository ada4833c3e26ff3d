import { nameKey } from '../text/names.ts';
import { isNotText } from '../text/notText.ts';
import { scanByParagraph } from './chunks.ts';
import type { Citation } from './citation.ts';
import type { DraftSyntax, Styles } from './draftSyntax.ts';
import { draftDateOf } from './layout/draftDate.ts';
import { footnotesOf } from './layout/footnotes.ts';
import { frontMatterOf } from './layout/frontMatter.ts';
import { ignoresOf } from './layout/ignores.ts';
import { interruptionsOf } from './layout/interruptions.ts';
import { linesOf } from './layout/lines.ts';
import { pageConventionOf } from './layout/pageConvention.ts';
import { parenthesesOf } from './layout/parentheses.ts';
import { isProse } from './layout/prose.ts';
import { quotationsOf } from './layout/quotations.ts';
import { sectionsOf } from './layout/sections.ts';
import { definitionsOf, isPlainName, isTitledPaper, shortFormsOf } from './layout/shortForms.ts';
import { scan } from './scan.ts';

/** Reads a draft. Pure, linear, never throws, whatever the text; all spans are UTF-16 offsets into `text` as it is. */
export function parseDraft(text: string, styles: Styles): DraftSyntax {
  if (isNotText(text)) return nothingIn(text);
  const lines = linesOf(text);
  const parentheses = parenthesesOf(text);
  const frontMatter = frontMatterOf(text, lines);
  const definitions = definitionsOf(text, parentheses);
  const plainStyles = plainStylesOf(styles);
  const plainNames = definitions.map((definition) => definition.words).filter(isPlainName);
  const interruptions = interruptionsOf(text, lines);
  // A stamp may stand between two halves of a citation with empty lines round it: then the text is read as a whole.
  const scanned =
    interruptions.size > 0
      ? scan(text, plainStyles, plainNames, interruptions).citations
      : scanByParagraph(text, plainStyles, plainNames);
  const marked = scanned.map(
    (citation): Citation => (isProse(text, citation) ? { ...citation, prose: true } : citation),
  );
  const citations = withoutStrangers(text, withoutDefinitions(marked, definitions), definitions, styles);
  const date = draftDateOf(text, lines, frontMatter.values);
  const convention = conventionOf(frontMatter.values) ?? pageConventionOf(text);
  const footnotes = footnotesOf(text, lines);
  return {
    text,
    citations,
    parentheses,
    sections: sectionsOf(text, lines),
    footnotes,
    shortForms: shortFormsOf(text, definitions, citations),
    ignores: ignoresOf(text, lines, frontMatter.end),
    quotations: quotationsOf(text, { lines, footnotes, interruptions, citations, definitions }),
    frontMatter: frontMatter.values,
    ...(date ? { date } : {}),
    ...(convention ? { pageConvention: convention } : {}),
  };
}

const PLAIN = new WeakMap<Styles, Styles>();

/** The styles with those names only that no form reads by itself; the same object for the same styles. */
function plainStylesOf(styles: Styles): Styles {
  const known = PLAIN.get(styles);
  if (known) return known;
  const plain = { ...styles, names: styles.names.filter(isPlainName) };
  PLAIN.set(styles, plain);
  return plain;
}

/** A file that is no text cites nothing. */
function nothingIn(text: string): DraftSyntax {
  return {
    text,
    citations: [],
    parentheses: [],
    sections: [],
    footnotes: [],
    shortForms: [],
    ignores: [],
    quotations: [],
    frontMatter: new Map(),
  };
}

/** `ECF No. 41-2 ("Tsung Aff.")`: the quoted words define a short form and cite nothing. Both lists are in order. */
function withoutDefinitions(
  citations: readonly Citation[],
  definitions: Parameters<typeof shortFormsOf>[1],
): readonly Citation[] {
  const spans = [...definitions].sort((one, other) => one.span.start - other.span.start);
  let next = 0;
  return citations.filter((citation) => {
    while ((spans[next]?.span.end ?? Number.POSITIVE_INFINITY) < citation.start) next++;
    const span = spans[next]?.span;
    return !span || !(span.start <= citation.start && citation.end <= span.end + 1);
  });
}

/**
 * A quoted name with a pin behind it is a citation only where the name was defined beside a citation, or the record lists it; a
 * `Settlement Motion` is a filing all the same.
 */
function withoutStrangers(
  text: string,
  citations: readonly Citation[],
  definitions: Parameters<typeof shortFormsOf>[1],
  styles: Styles,
): readonly Citation[] {
  if (!citations.some((citation) => citation.targets[0]?.kind === 'named')) return citations;
  const others = citations.filter((citation) => citation.targets[0]?.kind !== 'named');
  const known = new Set([
    ...shortFormsOf(text, definitions, others).map((form) => nameKey(form.words)),
    ...styles.names.map(nameKey),
  ]);
  return citations.flatMap((citation) => {
    const target = citation.targets[0];
    if (target?.kind !== 'named' || known.has(nameKey(target.name))) return [citation];
    if (!isTitledPaper(target.name) && !/\b(?:56\.1|56\(a\)[12])$/.test(target.name)) return [];
    const { name: filing, start, end, pins } = target;
    return [{ ...citation, targets: [{ kind: 'filing', filing, start, end, pins }] }];
  });
}

/** Front matter `pins: ecf`. */
function conventionOf(values: ReadonlyMap<string, string>): 'ecf' | 'printed' | 'pdf' | undefined {
  const typed = values.get('pins')?.toLowerCase();
  return typed === 'ecf' || typed === 'printed' || typed === 'pdf' ? typed : undefined;
}
