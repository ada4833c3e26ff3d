import type { Cursor } from '../../text/cursor.ts';
import type { Citation, ExhibitTarget, PinCite, Target } from '../citation.ts';
import { readPins } from '../parts/pins.ts';
import { declarationForm } from './declaration.ts';
import { depositionForm } from './deposition.ts';
import { docketEntryForm } from './docketEntry.ts';
import { exhibitForm } from './exhibit.ts';
import { filingForm } from './filing.ts';
import type { CitationForm, FormContext } from './form.ts';

const PAPERS = [docketEntryForm, exhibitForm, declarationForm, depositionForm, filingForm];

/**
 * The pin in front of the paper, as in running prose: `pages 3-5 of Dkt. 12`, `¶¶ 1 and 12 of Exhibit A and ¶ 7(D) of Exhibit
 * B to Plaintiff's Complaint`. The paper that the last exhibit is attached to is that of all of them.
 */
export const invertedForm: CitationForm = {
  name: 'inverted',
  triggers: ['¶', 'page', 'pages', 'paragraph', 'paragraphs', 'pp', 'p'],
  examples: [
    "¶¶ 1 and 12 of Exhibit A and ¶ 7(D) of Exhibit B to Plaintiff's Complaint",
    'pages 3-5 of Dkt. 12',
    'paragraph 4 of the Vo Declaration',
  ],
  parse(cursor, context) {
    const start = cursor.at;
    const members: Citation[] = [];
    while (members.length < 50) {
      const member = cursor.attempt(() => readMember(cursor, context, members.length > 0));
      if (!member) break;
      members.push(member);
    }
    const [first] = members;
    if (!first) return undefined;
    const targets = members.flatMap((member) => member.targets);
    return {
      form: first.form,
      start,
      end: cursor.at,
      headSpan: first.headSpan,
      targets: withSharedContainer(targets),
      ...(members.some((member) => member.open) ? { open: true as const } : {}),
    };
  },
};

function readMember(cursor: Cursor, context: FormContext, isFurther: boolean): Citation | undefined {
  if (isFurther) {
    cursor.gap();
    cursor.take(',');
    cursor.gap();
    if (!cursor.word('and')) return undefined;
    cursor.gap();
  }
  const pins = readPins(cursor, { bare: false, most: 12 });
  if (pins.length === 0 || !cursor.gap() || !cursor.word('of') || !cursor.gap()) return undefined;
  if (cursor.word('the')) cursor.gap();
  const paper = readPaper(cursor, context);
  if (!paper) return undefined;
  const [target, ...others] = paper.targets;
  // A pin on both sides is no inversion: `page 3 of Dkt. 12 at 5`.
  if (!target || target.pins.length > 0 || others.length > 0) return undefined;
  return { ...paper, targets: [withPins(target, pins)] };
}

/** A declaration's head stands behind its name, so the first few words are tried. */
function readPaper(cursor: Cursor, context: FormContext): Citation | undefined {
  const from = cursor.at;
  const floor = { start: from };
  for (let words = 0; words < 5; words++) {
    const at = cursor.at;
    const word = cursor.letters(14).toLowerCase();
    for (const form of PAPERS.filter(({ triggers }) => triggers.includes(word))) {
      cursor.at = at;
      const read = form.parse(cursor, context);
      if (read && !('skipTo' in read) && read.start >= floor.start && read.start <= from) return read;
    }
    cursor.at = at;
    if (!/^[\w'\u2019.&-]/.test(cursor.text.slice(at, at + 1))) return undefined;
    while (/[\w'\u2019.&-]/.test(cursor.text.charAt(cursor.at))) cursor.at++;
    // A whole word with a period ends the sentence: no paper's name goes on behind it.
    if (/[a-z]{4}\.$/.test(cursor.text.slice(at, cursor.at))) return undefined;
    if (!cursor.gap()) return undefined;
  }
  return undefined;
}

function withPins(target: Target, pins: readonly PinCite[]): Target {
  return { ...target, pins };
}

function withSharedContainer(targets: readonly Target[]): readonly Target[] {
  const last = targets.at(-1);
  const of = last?.kind === 'exhibit' ? last.of : undefined;
  if (of === undefined) return targets;
  return targets.map(
    (target): Target =>
      target.kind === 'exhibit' && target.of === undefined ? ({ ...target, of } satisfies ExhibitTarget) : target,
  );
}
