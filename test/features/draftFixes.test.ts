import { describe, expect, test } from 'vitest';
import { afterFix, fixesOf, fixViewOf, foundLines, type Written, written } from './fixing.ts';

const MANIFEST = `
matter:
  parties: [Plaintiffs, {Harbor: {role: Defendant}}]
  docketComplete: 60
docket:
  12: {title: Order, status: modified, supersededBy: Dkt. No. 14}
  14: {title: Later order}
  15: {title: Motion, attachments: {1: {title: Notes}, 12: {title: Logs}}}
  279: {title: Letter}
  451: {title: One}
  456: {title: Other}
cases:
  Farnsworth: {caseNumber: "3:24-cv-01234", docket: {7: {title: Old, supersededBy: 8}, 8: {title: New}}}
exhibits:
  B: {title: Logs, supersededBy: Dkt. No. 15-1}
  Harbor: {C: {title: Hit report}}
`;

/** The draft after each fix of a finding, by the fix's title; `!` marks the preferred one. */
function outcomes(before: Written, code: string): Readonly<Record<string, string>> {
  const view = fixViewOf(before);
  return Object.fromEntries(
    fixesOf(view, code).map((fix) => [`${fix.title}${fix.isPreferred ? '!' : ''}`, afterFix(before, view, fix).text]),
  );
}

function changes(text: string, code: string): readonly (readonly [string, string])[] {
  return Object.entries(outcomes(written(MANIFEST, text), code)).filter(([title]) => /^(?:Change|Cite)/.test(title));
}

describe('other words', () => {
  test('only the number is rewritten, and the head stays as it is spelled', () => {
    expect(changes('See ECF No. 297 at 9.', 'unresolved-citation')).toEqual([
      ['Change to Dkt. No. 279!', 'See ECF No. 279 at 9.'],
    ]);
    expect(changes('See Dkt. Nos. 14, 297 & 15.', 'unresolved-citation')).toEqual([
      ['Change to Dkt. No. 279!', 'See Dkt. Nos. 14, 279 & 15.'],
    ]);
    expect(changes('See Dkt. 15–2 at 3.', 'unresolved-citation')).toEqual([
      ['Change to Dkt. No. 15-1!', 'See Dkt. 15–1 at 3.'],
    ]);
    expect(changes('See Roe Decl., Dkt. 297.', 'unresolved-citation')).toEqual([
      ['Change to Dkt. No. 279!', 'See Roe Decl., Dkt. 279.'],
    ]);
  });

  test('at every place at once, each with its own head', () => {
    expect(changes('See ECF No. 297 at 9. Dkts. 14, 297.', 'unresolved-citation')).toEqual([
      ['Change to Dkt. No. 279!', 'See ECF No. 279 at 9. Dkts. 14, 297.'],
      ['Change to Dkt. No. 279 in all 2 places', 'See ECF No. 279 at 9. Dkts. 14, 279.'],
    ]);
  });

  test('several suggestions are several fixes, none preferred; many are none', () => {
    expect(changes('See Dkt. 45.', 'unresolved-citation').map(([title]) => title)).toEqual([
      'Change to Dkt. No. 15',
      'Change to Dkt. No. 451',
      'Change to Dkt. No. 456',
    ]);
    expect(changes('See Dkt. 8800.', 'unresolved-citation')).toEqual([]);
  });

  test("the other side's exhibit gets its owner", () => {
    const text = "Dear Judge Roe:\n\nPLAINTIFFS' STATEMENT\n\nSee Ex. C at 2.";
    expect(changes(text, 'unresolved-citation')).toEqual([
      ["Change to Harbor's Ex. C", text.replace('Ex. C', "Harbor's Ex. C")],
    ]);
  });

  test('a pin that lost its hyphen is written out', () => {
    expect(changes('See Roe Dep. 36:914.', 'pin-garbled')).toEqual([['Change to 36:9-14', 'See Roe Dep. 36:9-14.']]);
  });
});

describe('the replacement of a stale citation', () => {
  test('the number where it has one, the pin is left to the person', () => {
    expect(changes('See ECF No. 12 at 3.', 'stale-citation')).toEqual([
      ['Cite Dkt. No. 14 instead', 'See ECF No. 14 at 3.'],
    ]);
    expect(changes('See Dkts. 279, 12.', 'stale-citation')).toEqual([
      ['Cite Dkt. No. 14 instead', 'See Dkts. 279, 14.'],
    ]);
    expect(changes('See Farnsworth Dkt. 7 at 3.', 'stale-citation')).toEqual([
      ['Cite Farnsworth Dkt. No. 8 instead', 'See Farnsworth Dkt. 8 at 3.'],
    ]);
  });

  test('another form is written whole, as the manifest names it', () => {
    expect(changes('See Ex. B at 3.', 'stale-citation')).toEqual([
      ['Cite Dkt. No. 15-1 instead', 'See Dkt. No. 15-1 at 3.'],
    ]);
  });
});

describe('ignores', () => {
  const here = (text: string, more: Partial<Written> = {}): string | undefined =>
    outcomes(written(MANIFEST, text, more), 'unresolved-citation')['Ignore unresolved-citation on this line'];
  const inFile = (text: string, more: Partial<Written> = {}): string | undefined =>
    outcomes(written(MANIFEST, text, more), 'unresolved-citation')['Ignore unresolved-citation in this file'];
  const markdown = { isMarkdown: true };

  test('on the line above, as the kind of file writes it', () => {
    expect(here('Words.\nSee Dkt. 99.\n')).toBe('Words.\nbriefcite-ignore unresolved-citation\nSee Dkt. 99.\n');
    expect(here('Words.\n\n  - See Dkt. 99.\n', markdown)).toBe(
      'Words.\n\n  <!-- briefcite-ignore unresolved-citation -->\n  - See Dkt. 99.\n',
    );
    expect(here('Words.\r\nSee Dkt. 99.\r\n')).toBe(
      'Words.\r\nbriefcite-ignore unresolved-citation\r\nSee Dkt. 99.\r\n',
    );
  });

  test('not where it would be the ignore of the whole file', () => {
    expect(here('See Dkt. 99.\n')).toBeUndefined();
    expect(inFile('See Dkt. 99.\n')).toBe('briefcite-ignore unresolved-citation\n\nSee Dkt. 99.\n');
  });

  test('not where it would tear a citation apart or change what an Id. stands for', () => {
    expect(here('Words.\nSee Dkt. 14 at 3, and Dkt.\nNo. 14 and Dkt. 99.\n')).toBeUndefined();
    expect(here('Words.\nSee Dkt. 14 at 3. And\nDkt. 99.\n')).toBeDefined();
    expect(here('Words.\nSee Dkt. 99 at 3. Id.\nat 7.\n')).toBeDefined();
  });

  test('for the whole file on top, behind front matter, above the ignores that are there', () => {
    expect(inFile('---\ntitle: Letter\n---\nWords. See Dkt. 99.\n', markdown)).toBe(
      '---\ntitle: Letter\n---\n<!-- briefcite-ignore unresolved-citation -->\n\nWords. See Dkt. 99.\n',
    );
    expect(inFile('briefcite-ignore pin-reversed\n\nDkt. 99, and Dkt. 14 at 42-26.\n')).toBe(
      'briefcite-ignore unresolved-citation\nbriefcite-ignore pin-reversed\n\nDkt. 99, and Dkt. 14 at 42-26.\n',
    );
  });

  test.each([
    [
      'Words.\n\nPLAINTIFFS’ STATEMENT\n\nSee Dkt. 99. Id. at 3.\nSee Dkt. 12 and Ex.\nZ at 3.\n\nHARBOR’S STATEMENT\n\nId. at 7.\n',
    ],
    ['Words.[^1]\n\n[^1]: See Dkt. 98 at 4-2;\nid. at 7.\n'],
    ['Words.\n\nSee Dkt. 99 and Dkt. 98, Dkt. 97.\nEx. __ at __. See Roe Dep. 36:914.\n'],
  ])('after any of them the finding is gone and nothing else has changed: %j', (text) => {
    for (const isMarkdown of [false, true]) {
      const before = written(MANIFEST, text, { isMarkdown });
      const view = fixViewOf(before);
      const ignoring = fixesOf(view).filter(({ title }) => title.startsWith('Ignore'));
      expect(ignoring.length).toBeGreaterThan(1);
      for (const fix of ignoring) {
        const code = fix.title.split(' ')[1] ?? '';
        const [left, all] = [foundLines(fixViewOf(afterFix(before, view, fix))), foundLines(view)];
        expect(left.length).toBeLessThan(all.length);
        expect(left.every((line) => all.includes(line))).toBe(true);
        const gone = all.filter((line) => !left.includes(line));
        expect(gone.every((line) => line.startsWith(`${code} `))).toBe(true);
      }
    }
  });

  test('one that hides nothing is taken away', () => {
    const text = 'Words.\n  briefcite-ignore pin-reversed: why\nSee Dkt. 14.\n';
    expect(outcomes(written(MANIFEST, text), 'unused-ignore')).toEqual({
      'Remove this ignore comment!': 'Words.\nSee Dkt. 14.\n',
    });
  });
});
