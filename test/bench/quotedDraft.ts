import { analyze, type Draft, stylesOf } from '../../server/src/draft.ts';
import { checkedQuotations } from '../../server/src/lint/checkedQuotations.ts';
import { findingsOfDraft } from '../../server/src/lint/lint.ts';
import { buildRecord } from '../../server/src/record/buildRecord.ts';
import { parseManifest } from '../../server/src/record/manifest.ts';
import type { PagesLookup } from '../../server/src/record/pages.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';
import { type Random, randomOf } from '../fuzz/random.ts';
import { recordOf } from './sampleRecord.ts';
import { milliseconds, percentile, print } from './table.ts';

const EXHIBITS = 20;
const EXHIBIT_LENGTH = 250_000;
const QUOTATIONS = 500;
const DRAFT_LENGTH = 300_000;
const KEYSTROKES = 40;

/** What a keystroke costs in a joint letter of 100 pages with 500 quotations from twenty exhibits of a hundred pages. */
export function benchQuotedDraft(): void {
  const random = randomOf(11);
  const exhibits = Array.from({ length: EXHIBITS }, (_, at) => recordOf(EXHIBIT_LENGTH, at + 1));
  const pages = pagesOf(exhibits);
  const { text, inQuotation } = draftOf(random, exhibits);
  const read = readerOf(exhibits.length);
  const first = timed(() => check(read(text), pages));
  const prose = typing(text, () => 60, pages, read);
  const quoted = typing(text, (at) => inQuotation[(at * 37) % inQuotation.length] ?? 0, pages, read);
  const row = (name: string, steps: readonly Steps[], aim: string): readonly string[] => [
    name,
    ...(['read', 'quotations', 'rules'] as const).map((step) =>
      milliseconds(
        percentile(
          steps.map((one) => one[step]),
          0.5,
        ),
      ),
    ),
    milliseconds(percentile(steps.map(all), 0.5)),
    milliseconds(percentile(steps.map(all), 0.95)),
    aim,
  ];
  print(
    `A draft of ${Math.round(text.length / 3000)} pages with ${QUOTATIONS} quotations from ${EXHIBITS} exhibits of 100 pages`,
    ['', 'read and answered', 'quotations', 'other rules', 'all, p50', 'p95', 'aim'],
    [
      ['the first time', '', '', '', milliseconds(first), '', ''],
      row('a keystroke in the prose', prose, '50 ms'),
      row('a keystroke in a quotation', quoted, '50 ms'),
    ],
  );
}

interface Steps {
  readonly read: number;
  readonly quotations: number;
  readonly rules: number;
}

function all({ read, quotations, rules }: Steps): number {
  return read + quotations + rules;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function check(draft: Draft, pages: PagesLookup): number {
  return findingsOfDraft(draft, { pages, rules: {} }).length;
}

/** One letter typed at a time, each draft checked as a whole: what is kept from the last one is what is measured. */
function typing(
  text: string,
  placeOf: (at: number) => number,
  pages: PagesLookup,
  read: (text: string) => Draft,
): readonly Steps[] {
  let typed = text;
  return Array.from({ length: KEYSTROKES }, (_, at) => {
    const place = placeOf(at);
    typed = `${typed.slice(0, place)}e${typed.slice(place)}`;
    let draft: Draft | undefined;
    const reading = timed(() => {
      draft = read(typed);
    });
    const quotations = timed(() => draft && checkedQuotations(draft, pages));
    return { read: reading, quotations, rules: timed(() => draft && check(draft, pages)) };
  });
}

function readerOf(exhibits: number): (text: string) => Draft {
  const lines = Array.from({ length: exhibits }, (_, at) => `  ${at + 1}: {title: Volume ${at + 1}, file: ${at}.txt}`);
  const parties = 'matter: {parties: [Plaintiffs, {Larger: {role: Defendant}}]}';
  const manifest = parseManifest(['version: 1', parties, 'exhibits:', ...lines, ''].join('\n'), 'exhibits.yaml');
  const record = buildRecord(manifest, { revision: 1 });
  const styles = stylesOf(record);
  return (text) => analyze(parseDraft(text, styles), { state: 'available', record });
}

function pagesOf(exhibits: readonly (readonly string[])[]): PagesLookup {
  const read = exhibits.map((texts) => ({
    state: 'read' as const,
    pages: {
      pages: texts.map((text, at) => ({ index: at + 1, labels: {}, checkable: true, text })),
      sha256: 'ab',
    },
  }));
  return ({ file }) => read[Number.parseInt(file ?? '', 10)];
}

/** Of the quotations one in twelve is altered, one in fifty stands nowhere, some have brackets and ellipses, as in a first draft. */
function draftOf(
  random: Random,
  exhibits: readonly (readonly string[])[],
): { readonly text: string; readonly inQuotation: readonly number[] } {
  const prose = 'The parties met by video and could not agree on what remains of it. ';
  const filling = prose.repeat(Math.max(1, Math.ceil((DRAFT_LENGTH / QUOTATIONS - 230) / prose.length)));
  const inQuotation: number[] = [];
  let text = '';
  for (let number = 0; number < QUOTATIONS; number++) {
    if (number % 100 === 0) text += `\n\n${number % 200 === 0 ? "PLAINTIFFS' STATEMENT" : "LARGER'S STATEMENT"}\n\n`;
    const exhibit = random.below(exhibits.length);
    const page = random.below(exhibits[exhibit]?.length ?? 1);
    text += `${filling}They wrote that "`;
    inQuotation.push(text.length + 40);
    text += `${quotedFrom(exhibits[exhibit]?.[page] ?? '', random)}." Ex. ${exhibit + 1} at ${page + 1}.\n\n`;
  }
  return { text, inQuotation };
}

function quotedFrom(page: string, random: Random): string {
  const from = page.indexOf(' ', random.below(page.length - 400)) + 1;
  const words = page.slice(from, page.indexOf(' ', from + 120 + random.below(150))).split(/\s+/);
  if (random.chance(0.02)) return words.sort().join(' ');
  if (random.chance(0.08)) words[7] = 'otherwise';
  if (random.chance(0.2)) words[12] = '[they]';
  if (random.chance(0.1)) words.splice(15, 3, '. . .');
  return words.join(' ');
}
