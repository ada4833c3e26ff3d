import { isBlank, isWordCharacter } from '../text/characters.ts';
import { Cursor } from '../text/cursor.ts';
import { caseNameKey, nameKey } from '../text/names.ts';
import type { Citation } from './citation.ts';
import type { Styles } from './draftSyntax.ts';
import { appendixForm } from './forms/appendix.ts';
import { batesForm, isProduced } from './forms/bates.ts';
import type { CitationForm, FormContext } from './forms/form.ts';
import { FORMS } from './forms/forms.ts';
import { houseStyleForm } from './forms/houseStyle.ts';
import { namedForm } from './forms/named.ts';
import { type Interruptions, NO_INTERRUPTIONS } from './layout/interruptions.ts';
import { withNamesBehindNumbers } from './layout/namedBehindNumber.ts';

/** What the one scan found, and how many steps it took (for the tests of growth). */
export interface Scanned {
  readonly citations: readonly Citation[];
  readonly steps: number;
}

type Table = ReadonlyMap<string, readonly CitationForm[]>;

const BUILT_IN: Table = tableOf(FORMS.flatMap((form) => form.triggers.map((trigger) => [trigger, form] as const)));
const LONGEST_TRIGGER = 20;

function tableOf(pairs: readonly (readonly [string, CitationForm])[]): Table {
  const table = new Map<string, CitationForm[]>();
  for (const [trigger, form] of pairs) table.set(trigger, [...(table.get(trigger) ?? []), form]);
  return table;
}

/** The built-in triggers and the first words of house heads, names of the record and short forms of the draft. */
function tableFor(styles: Styles, names: readonly string[]): Table {
  const { heads, batesPrefixes, appendices } = styles;
  if (heads.length + batesPrefixes.length + appendices.length + names.length === 0) return BUILT_IN;
  const firstWord = (words: string): string => /[a-z\u00C0-\u1FFF]+/i.exec(words)?.[0].toLowerCase() ?? '';
  const table = new Map(BUILT_IN);
  const add = (trigger: string, form: CitationForm): void => {
    const forms = table.get(trigger) ?? [];
    if (trigger && !forms.includes(form)) table.set(trigger, [...forms, form]);
  };
  for (const head of heads) add(firstWord(head), houseStyleForm);
  for (const prefix of batesPrefixes) add(firstWord(prefix), batesForm);
  for (const name of appendices) add(firstWord(name), appendixForm);
  for (const name of names) add(firstWord(name), namedForm);
  return table;
}

/**
 * Reads a text once from front to back, stops at each word that can begin a citation and lets the forms read it. Answers
 * citations in order and disjoint. `shortForms` are the names that the draft defines anywhere in it.
 */
export function scan(
  text: string,
  styles: Styles,
  shortForms: readonly string[],
  interruptions: Interruptions = NO_INTERRUPTIONS,
): Scanned {
  const names = [...styles.names, ...shortForms];
  const table = tableFor(styles, names);
  const context: FormContext = {
    styles,
    caseNames: new Set(styles.caseNames.map(caseNameKey)),
    shortForms: new Set(names.map(nameKey)),
  };
  const citations: Citation[] = [];
  let floor = 0;
  let steps = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    steps++;
    if (!isTriggerStart(code)) {
      at++;
      continue;
    }
    const end = wordEnd(text, at);
    steps += end - at;
    const forms = formsAt(table, text, at, end);
    let next = end;
    for (const form of forms ?? []) {
      const cursor = new Cursor(text, at, floor, interruptions);
      const read = form.parse(cursor, context);
      steps += cursor.steps;
      if (!read) continue;
      if (!('skipTo' in read)) citations.push(read);
      next = Math.max(end, 'skipTo' in read ? read.skipTo : read.end);
      floor = next;
      break;
    }
    at = next;
  }
  return { citations: withNamesBehindNumbers(text, citations), steps };
}

function formsAt(table: Table, text: string, at: number, end: number): readonly CitationForm[] | undefined {
  if (end - at > LONGEST_TRIGGER) return undefined;
  const known = table.get(text.slice(at, end).toLowerCase());
  const produced = producedAt(text, at, end);
  return known && produced ? [...known, ...produced] : (known ?? produced);
}

const PRODUCED: readonly CitationForm[] = [batesForm];

/** Bates numbers begin with any capitals: two of them, and behind the letters a digit, a hyphen, an underscore or a blank. */
function producedAt(text: string, at: number, end: number): readonly CitationForm[] | undefined {
  const second = text.charCodeAt(at + 1);
  if (second < 65 || second > 90 || text.charCodeAt(at) > 90) return undefined;
  const behind = text.charCodeAt(end);
  const follows = (behind >= 48 && behind <= 57) || behind === 45 || behind === 95 || isBlank(behind) || behind === 10;
  return follows && isProduced(text, at) ? PRODUCED : undefined;
}

/** ASCII letters, the opening bracket and the paragraph sign begin a trigger. */
function isTriggerStart(code: number): boolean {
  return (code >= 65 && code <= 91) || (code >= 97 && code <= 122) || code === 0xb6;
}

/** Where the run of letters that starts at `at` ends; a bracket or paragraph sign is a trigger of its own. */
function wordEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === 91 || text.charCodeAt(at) === 0xb6) return at + 1;
  let end = at + 1;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (!((code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code > 191 && isWordCharacter(code)))) break;
    end++;
  }
  return end;
}
