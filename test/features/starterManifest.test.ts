import { describe, expect, test } from 'vitest';
import { analyze, stylesOf } from '../../server/src/draft.ts';
import { starterManifest } from '../../server/src/features/starter/starterManifest.ts';
import { findingsOfDraft } from '../../server/src/lint/lint.ts';
import { buildRecord } from '../../server/src/record/buildRecord.ts';
import { parseManifest } from '../../server/src/record/manifest.ts';
import { NO_STYLES } from '../../server/src/syntax/draftSyntax.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';
import { passageNames, passageText } from '../golden/passages.ts';

function begun(text: string) {
  const manifest = starterManifest(parseDraft(text, NO_STYLES), 'letter.brief');
  const parsed = parseManifest(manifest, 'exhibits.yaml');
  const record = buildRecord(parsed, { revision: 1 });
  const draft = analyze(parseDraft(text, stylesOf(record)), { state: 'available', record });
  return { manifest, problems: parsed.problems, draft, citations: draft.citations };
}

const lines = (text: string): readonly string[] =>
  begun(text)
    .manifest.split('\n')
    .filter((line) => !/^\s*#|^$/.test(line));

describe('a manifest to begin with', () => {
  test('has each paper once, with what the draft calls it', () => {
    expect(
      lines(
        'See ECF No. 41-2 ("Tsung Affidavit"). Dkt. No. 9 ("Order") at 3; Dkts. 9-11. Ex. B at 4 & Ex. A. Tsung Aff. ¶ 4; ' +
          'Supp. Vo Decl. Ex. D. Plaintiffs’ RFPs 6-12 and RFP 81. Chin Dep. at 3:4. 2 J.A. 44. Compl. ¶ 3. PX 12. Meta’s Ex. Q.',
      ),
    ).toEqual([
      'version: 1',
      'matter:',
      '  parties: [Plaintiffs, Meta]',
      'forms:',
      '  - {head: PX}',
      'docket:',
      '  9: {title: Order}',
      '  10: {}',
      '  11: {}',
      '  41:',
      '    attachments:',
      '      2: {title: Tsung Affidavit}',
      'exhibits:',
      '  A: {}',
      '  B: {}',
      '  PX:',
      '    12: {}',
      '  Meta:',
      '    Q: {}',
      'declarations:',
      '  Supp. Vo:',
      '    exhibits:',
      '      D: {}',
      '  Tsung: {docket: "41-2"}',
      'depositions:',
      '  Chin: {}',
      'discovery:',
      '  - {request: RFP, by: Plaintiffs, requests: {6-12: {}, 81: {}}}',
      'appendices:',
      '  J.A.: {volumes: {2: {}}}',
      'filings:',
      '  Compl.: {}',
    ]);
  });

  test('leaves out blanks, authority and other dockets', () => {
    expect(lines('Ex. __. 573 U.S. 208. Doe v. Roe, No. 20-cv-1177, ECF No. 5. 17 U.S.C. § 107.')).toEqual([
      'version: 1',
      'matter:',
    ]);
  });

  test('answers what the passages of many courts cite, and nothing in it is wrong', () => {
    const all = passageNames().map((name) => ({ name, ...begun(passageText(name)) }));
    expect(all.flatMap(({ name, problems }) => problems.map(({ message }) => `${name}: ${message}`))).toEqual([]);
    const counted = all.flatMap(({ citations }) => citations.filter(({ open }) => !open).map(({ status }) => status));
    const answered = counted.filter((status) => status === 'resolved').length;
    const asked = counted.filter((status) => status !== 'outside-record' && status !== 'no-antecedent').length;
    expect(asked).toBeGreaterThan(1000);
    expect(answered / asked).toBeGreaterThan(0.94);
    // With everything listed, no rule accuses what the passages write rightly; the blanks in them are twelve.
    const found = all.flatMap(({ name, draft }) =>
      findingsOfDraft(draft, { pages: () => undefined, rules: {} })
        .filter(({ code }) => code !== 'unresolved-citation' && code !== 'ambiguous-citation')
        .map(({ code, message }) => `${name} ${code} ${message}`),
    );
    expect(found.filter((line) => !line.includes(' open-citation '))).toEqual([]);
    expect(found.length).toBe(14);
  });
});
