import { isDate } from '../text/isoDates.ts';
import type { Span } from '../text/span.ts';
import { child, itemsOf, type ManifestNode, wholeNumberOf, wordListOf, wordsOf } from './manifestTree.ts';
import { isBareExhibit } from './reference.ts';

/** Something that has the right form and can't be meant. */
export interface ValueProblem {
  readonly span: Span;
  readonly message: string;
}

/** What a schema can't say: days that the calendar does not have, stretches that end before they begin, names that are nobody's own. */
export function valueProblems(root: ManifestNode): readonly ValueProblem[] {
  const found: ValueProblem[] = [];
  const seen = new Set<ManifestNode>();
  const walk = (node: ManifestNode) => {
    // What an alias repeats is looked at once.
    if (node.kind === 'scalar' || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'list') node.items.forEach(walk);
    else {
      for (const { key, value } of node.entries) {
        found.push(...(CHECKS.get(key)?.(value) ?? []));
        walk(value);
      }
    }
  };
  walk(root);
  return found;
}

const CHECKS: ReadonlyMap<string, (value: ManifestNode) => readonly ValueProblem[]> = new Map([
  ['filed', checkDate],
  ['date', checkDate],
  ['served', checkDate],
  ['on', checkDate],
  ['verified', checkDate],
  ['motionDeadline', checkDate],
  ['includes', (value) => itemsOf(value).flatMap(checkStretch)],
  ['pages', checkPages],
  ['as', checkNames],
]);

function checkDate(value: ManifestNode): readonly ValueProblem[] {
  const words = wordsOf(value)?.trim();
  // What does not look like a date at all is the schema's to say.
  if (words === undefined || !/^\d{4}-\d{2}(?:-\d{2})?$/.test(words) || isDate(words)) return [];
  return [{ span: value.span, message: `${words} is not a day of the calendar.` }];
}

function checkStretch(value: ManifestNode): readonly ValueProblem[] {
  const [, first, last] = /^\s*(\d{1,9})\s*[-\u2013\u2014]\s*(\d{1,9})\s*$/.exec(wordsOf(value) ?? '') ?? [];
  if (first === undefined || Number(first) <= Number(last)) return [];
  return [{ span: value.span, message: `Pages ${first}-${last} end before they begin.` }];
}

function checkPages(value: ManifestNode): readonly ValueProblem[] {
  const [first, last] = [wholeNumberOf(child(value, 'first')), wholeNumberOf(child(value, 'last'))];
  if (first === undefined || last === undefined || first <= last) return checkStretch(value);
  return [{ span: value.span, message: `Pages ${first}-${last} end before they begin.` }];
}

function checkNames(value: ManifestNode): readonly ValueProblem[] {
  return wordListOf(value).flatMap(({ words, span }) => {
    if (!isBareExhibit(words)) return [];
    const message = `${words} alone could be an exhibit to anything. Say whose it is, such as Vo Decl. ${words.trim()}.`;
    return [{ span, message }];
  });
}
