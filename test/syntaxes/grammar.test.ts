import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const json = (path: string): Record<string, unknown> => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'));

interface Rule {
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly patterns?: readonly Rule[];
}

const grammar = json('syntaxes/legal-brief.tmLanguage.json') as unknown as Rule & { repository: Record<string, Rule> };
const injection = json('syntaxes/citations.injection.tmLanguage.json') as unknown as Rule;

const rulesIn = (rule: Rule): readonly Rule[] => [rule, ...(rule.patterns ?? []).flatMap(rulesIn)];
const allRules = [...rulesIn(grammar), ...Object.values(grammar.repository).flatMap(rulesIn), ...rulesIn(injection)];
const compile = (source: string): RegExp => new RegExp(source.replaceAll('\\A', '^'));

test('every regular expression compiles and every include leads somewhere', () => {
  for (const { match, begin, end, include } of allRules) {
    for (const source of [match, begin, end]) if (source !== undefined) expect(() => compile(source)).not.toThrow();
    if (include !== undefined)
      expect(Object.keys(grammar.repository)).toContain(include.replace(/^(?:text\.legal-brief)?#/, ''));
  }
});

/** What the grammar's rule `name` colours first in a text: whole, and by parts. */
function coloured(name: string, text: string): readonly (string | undefined)[] | undefined {
  for (const { match } of rulesIn(grammar.repository[name] ?? {})) {
    const found = match === undefined ? null : compile(match).exec(text);
    if (found) return [...found];
  }
  return undefined;
}

test.each([
  ['docket', 'See Dkt. No. 315 at 8.', 'Dkt. No. 315 at 8'],
  ['docket', 'shown in ECF 351 at 2-3 (noting', 'ECF 351 at 2-3'],
  ['docket', 'RFAs 3–6, ECF 352, Ex. A.)', 'ECF 352, Ex. A'],
  ['docket', 'Dkt. 294-1 at 8-9. RFPs', 'Dkt. 294-1 at 8-9'],
  ['docket', 'Dkt. #65-2 ¶ 21', 'Dkt. #65-2 ¶ 21'],
  ['docket', 'NYSCEF Doc. No. 157', 'NYSCEF Doc. No. 157'],
  ['docket', 'D.I. 299 at 10', 'D.I. 299 at 10'],
  ['docket', 'ECF Nos. 32, 156; and', 'ECF Nos. 32, 156'],
  ['exhibit', 'located. Ex. B at 144-46. It', 'Ex. B at 144-46'],
  ['exhibit', "Plaintiffs' Ex. I, which", "Plaintiffs' Ex. I"],
  ['exhibit', 'Exs. K and L.', 'Exs. K and L'],
  ['request', "Plaintiffs' RFPs 118 and 119 (already", "Plaintiffs' RFPs 118 and 119"],
  ['request', 'RFAs 3–6,', 'RFAs 3–6'],
  ['request', 'Interrogatory No. 5(a) asks', 'Interrogatory No. 5(a)'],
  ['declaration', 'Vo Decl. Ex. D at 3.', 'Vo Decl. Ex. D at 3'],
  ['declaration', '2d Vo Decl. ¶ 4', '2d Vo Decl. ¶ 4'],
  ['deposition', 'Chin Dep. 87:3-9', 'Chin Dep. 87:3-9'],
  ['transcript', "Hr'g Tr. 32:11–13", "Hr'g Tr. 32:11–13"],
  ['filing', 'Compl. ¶ 12.', 'Compl. ¶ 12'],
  ['filing', 'Ans. ¶ 22.', 'Ans. ¶ 22'],
  ['id', 'models." *Id.* at 7.', '*Id.* at 7'],
  ['id', 'Id. ¶¶ 4-6', 'Id. ¶¶ 4-6'],
  ['blank', 'for just ______ of', '______'],
])('%s in %j', (name, text, expected) => {
  expect(coloured(name, text)?.[0]).toBe(expected);
});

test.each([
  'different from Llamas 1-3.',
  'Suite 400 Santa Monica',
  '(SBN 253155)',
  'bare RFPs and those Requests',
  'an Exhibit to it',
  'Idaho v. Id',
])('nothing is coloured in %j', (text) => {
  const rules = grammar.repository.citation?.patterns?.map(({ include }) => include?.slice(1) ?? '') ?? [];
  for (const name of rules) expect(coloured(name, text)).toBeUndefined();
});

test('headings, signals and alterations', () => {
  expect(coloured('heading', "I. PLAINTIFFS' STATEMENT")).toBeDefined();
  expect(coloured('heading', 'B. Supervised Fine-Tuning Data')).toBeDefined();
  expect(coloured('heading', 'A sentence goes on here. Then another.')).toBeUndefined();
  expect(coloured('signal', '*See* amended responses')?.[0]).toBe('*See*');
  expect(coloured('alteration', '"[i]t is"')?.[0]).toBe('[i]');
});

test('a long line of nearly-citations is matched in no time worth measuring', () => {
  for (const piece of ['Dkt. No. 1, ', 'Ex. A, ', 'RFPs 1-2 and ', 'Vo ', ' ', 'at 1, ', '_', 'Id. at 1 & ', 'A']) {
    const text = piece.repeat(2_000);
    const start = performance.now();
    for (const { match } of allRules) if (match !== undefined) text.match(new RegExp(compile(match), 'g'));
    expect(performance.now() - start).toBeLessThan(2_000);
  }
});

test('every contributed file is there, and each snippet has prefix, body and words', () => {
  const { languages, grammars, snippets, jsonValidation } = json('package.json').contributes as {
    languages: { configuration?: string }[];
    grammars: { path: string }[];
    snippets: { path: string }[];
    jsonValidation: { url: string }[];
  };
  const files = [
    ...languages.flatMap(({ configuration }) => configuration ?? []),
    ...[...grammars, ...snippets].map(({ path }) => path),
    ...jsonValidation.map(({ url }) => url),
  ];
  for (const file of files) expect(() => json(file)).not.toThrow();
  for (const name of readdirSync(`${root}/snippets`)) {
    expect(files).toContain(`./snippets/${name}`);
    for (const snippet of Object.values(json(`snippets/${name}`)) as Record<string, unknown>[]) {
      expect(Object.keys(snippet).sort()).toEqual(['body', 'description', 'prefix']);
    }
  }
  const { wordPattern } = json('syntaxes/legal-brief.language-configuration.json') as {
    wordPattern: { pattern: string; flags: string };
  };
  expect(() => new RegExp(wordPattern.pattern, wordPattern.flags)).not.toThrow();
});
