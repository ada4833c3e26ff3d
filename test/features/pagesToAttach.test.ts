import { expect, test } from 'vitest';
import { pagesToAttach } from '../../server/src/features/report/pagesToAttach.ts';
import { draftOf } from '../resolve/notation.ts';

const MANIFEST = `
docket:
  9: {title: Motion}
  12: {title: Order}
  13: {title: Second order}
exhibits:
  A: {title: Report}
depositions: {Roe: {title: Deposition of Ann Roe}}
discovery: [{request: RFP, requests: {6: {}}}]
`;

const listed = (text: string): readonly string[] =>
  pagesToAttach(draftOf(MANIFEST, text)).map(({ name, pages, others, isCitedWhole }) =>
    [name, ...pages, ...others, ...(isCitedWhole ? ['whole'] : [])].join(' | '),
  );

test('every page and line, paper by paper, each once and in its order', () => {
  expect(
    listed(
      'See Roe Dep. 144:9-12; Ex. A at 9. See Roe Dep. 12:3-13:2. *Id.* at 144:9-12. See Ex. A at 2-3, 9 & n.4. See Dkt. No. 9 ¶¶ 4-6.',
    ),
  ).toEqual(['Roe Dep. | 12:3-13:2 | 144:9-12', 'Ex. A | 2-3 | 9 | n. 4', 'Dkt. No. 9 | ¶ 4-6']);
});

test('what is cited as a whole, a range of papers, requests and blanks', () => {
  expect(listed('See Dkt. No. 9. See Dkts. 12-13 at 4. RFP 6 asks. See Ex. A at __. See Dkt. No. 99 at 3.')).toEqual([
    'Dkt. No. 9 | whole',
    'Dkt. No. 12 | whole',
    'Dkt. No. 13 | 4',
    'Ex. A | whole',
  ]);
});
