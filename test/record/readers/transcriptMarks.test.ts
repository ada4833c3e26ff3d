import { expect, test } from 'vitest';
import { transcriptMarks } from '../../../server/src/record/readers/transcriptMarks.ts';

const volumes = (...pages: readonly (readonly string[])[]): readonly (string | undefined)[] =>
  transcriptMarks(pages).map(({ volume }) => volume);
const sayings = (...pages: readonly (readonly string[])[]): readonly (string | undefined)[] =>
  transcriptMarks(pages).map(({ transcript }) => transcript);
const SPEECH = [
  'Q. Who kept the log?',
  'A. I did.',
  'Q. Always?',
  'A. Always.',
  'Q. Why?',
  'A. They asked.',
  'Q. Who?',
  'A. They.',
];

test('a volume is named on its title page, or in the heads, and goes on until another is', () => {
  const title = (volume: string): readonly string[] => [
    'IN THE SUPERIOR COURT',
    'ROE v. HARBOR',
    'DEPOSITION OF ANN HALE',
    volume,
    'May 3, 2021',
    'Reported by',
    'J. Doe',
    'CSR No. 1',
  ];
  expect(volumes(['EXHIBIT B'], title('VOLUME I'), SPEECH, title('VOLUME II'), SPEECH)).toEqual([
    undefined,
    '1',
    '1',
    '2',
    '2',
  ]);
  expect(volumes(title('Volume 2 (Pages 161 - 310)'), SPEECH)).toEqual(['2', '2']);
  expect(volumes(title('VOL. III, PAGES 311-400'))).toEqual(['3']);
  expect(volumes(title('Vol. 4 of 5'))).toEqual(['4']);
  expect(volumes(['Ann Hale, Vol. II', ...SPEECH], ['Ann Hale - Volume II - May 3, 2021', ...SPEECH])).toEqual([
    '2',
    '2',
  ]);
});

test('what somebody says of a volume names none, nor does an index of several', () => {
  expect(volumes([...SPEECH, 'Q. Look at Volume II of the log.', 'A. Volume II', 'is lost.', ...SPEECH])).toEqual([
    undefined,
  ]);
  expect(volumes(['Q. Is that Volume II', ...SPEECH])).toEqual([undefined]);
  expect(volumes(['VOLUME I', 'VOLUME II', ...SPEECH])).toEqual([undefined]);
});

test('a rough draft says so, and a certificate certifies', () => {
  expect(sayings(['ROUGH DRAFT - NOT FOR CITATION', ...SPEECH], SPEECH)).toEqual(['rough', undefined]);
  expect(sayings(['12 UNCERTIFIED ROUGH DRAFT TRANSCRIPT', ...SPEECH])).toEqual(['rough']);
  expect(sayings(["REPORTER'S CERTIFICATE", 'I, J. Doe, do hereby certify that the foregoing', 'is true.'])).toEqual([
    'certified',
  ]);
  expect(
    sayings([...SPEECH, 'Q. Is this your rough draft?', ...SPEECH], ['CERTIFICATE OF SERVICE', 'I hereby certify']),
  ).toEqual([undefined, undefined]);
});
