import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { wordsOfDocx } from '../../../server/src/record/readers/docx/wordDocument.ts';
import { docx } from '../../../server/src/record/readers/docx.ts';
import { READER_LIMITS } from '../../../server/src/record/readers/readers.ts';
import { inList, makeDocx, makeZip, noteMark, paragraph, type WordParts, words } from './makeDocx.ts';

const wordsIn = (bytes: Uint8Array): Promise<string> =>
  wordsOfDocx(bytes, (packed, maxOutputLength) => inflateRawSync(packed, { maxOutputLength }));

const read = (parts: WordParts): Promise<string> => wordsIn(makeDocx(parts));

test('one page without any number, which says what it is', async () => {
  const bytes = makeDocx({ body: paragraph('The gate was shut.') });
  expect(await docx.read(bytes, { ...READER_LIMITS, word: wordsIn })).toEqual([
    { index: 1, labels: {}, checkable: true, text: 'The gate was shut.', unpaged: 'A Word file' },
  ]);
  const blank = await docx.read(makeDocx({ body: paragraph('') }), { ...READER_LIMITS, word: wordsIn });
  expect(blank[0]?.checkable).toBe(false);
});

test('paragraphs, line breaks, tabs, hyphens at which no line ends', async () => {
  const broken = paragraph(
    `${words('First line')}<w:r><w:br/></w:r>${words('second')}<w:r><w:tab/></w:r>${words('line')}`,
  );
  const hyphen = paragraph(
    `${words('Dkt. 294')}<w:r><w:noBreakHyphen/></w:r>${words('1, har')}<w:r><w:softHyphen/></w:r>${words('bor')}`,
  );
  expect(await read({ body: broken + paragraph('') + hyphen })).toBe('First line\nsecond\tline\n\nDkt. 294-1, harbor');
});

test('what was struck out with tracked changes is gone, what was put in is there', async () => {
  const changed = paragraph(
    `${words('The gate ')}<w:del w:id="1"><w:r><w:delText>never </w:delText></w:r></w:del><w:ins w:id="2">${words('always ')}</w:ins>${words('shut.')}`,
  );
  const joined = paragraph(words('One '), '<w:rPr><w:del w:id="3"/></w:rPr>') + paragraph('sentence.');
  expect(await read({ body: changed + joined })).toBe('The gate always shut.\n\nOne sentence.');
});

test('footnotes stand at the end under their numbers, endnotes beside them in Roman ones', async () => {
  const body =
    paragraph(`${words('The lamp was lit.')}${noteMark(2)}${words(' Nobody saw it.')}${noteMark(1, 'endnote')}`) +
    paragraph(`${words('The pier was dark.')}${noteMark(1)}`);
  const note = (typed: string): string => paragraph(`<w:r><w:footnoteRef/></w:r>${words(` ${typed}`)}`);
  const text = await read({
    body,
    footnotes: [note('Second.'), note('First.') + note('More of it.')],
    endnotes: [note('Last.')],
  });
  expect(text).toBe(
    'The lamp was lit.[^1] Nobody saw it.[^i]\n\nThe pier was dark.[^2]\n\n[^1]: First.\n\n    More of it.\n\n[^i]: Last.\n\n[^2]: Second.',
  );
  expect(await read({ body: paragraph(`${words('A.')}${noteMark(1, 'endnote')}`), endnotes: [note('B.')] })).toBe(
    'A.[^1]\n\n[^1]: B.',
  );
});

test('a table is read row by row', async () => {
  const cell = (typed: string): string => `<w:tc>${paragraph(typed)}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell('Date')}${cell('Event')}</w:tr><w:tr>${cell('May 3')}${cell('The gate')}</w:tr></w:tbl>`;
  expect(await read({ body: `${paragraph('Events')}${table}${paragraph('End')}` })).toBe(
    'Events\n\nDate\tEvent\nMay 3\tThe gate\n\nEnd',
  );
});

test('a block quotation is set in', async () => {
  const body =
    paragraph('The order says:') +
    paragraph('Nobody may open the gate.', '<w:ind w:left="720" w:right="720"/>') +
    paragraph('Nor the shed.', '<w:pStyle w:val="Q"/>') +
    paragraph('A first line.', '<w:ind w:left="720"/>');
  const styles = '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Block Quote"/></w:style>';
  expect(await read({ body, styles })).toBe(
    'The order says:\n\n    Nobody may open the gate.\n\n    Nor the shed.\n\nA first line.',
  );
});

const LEVEL = (level: number, format: string, pattern: string, more = ''): string =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;
const NUMBERING = `<w:abstractNum w:abstractNumId="7">${LEVEL(0, 'decimal', '%1.')}${LEVEL(1, 'lowerLetter', '(%2)')}${LEVEL(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="8">${LEVEL(0, 'upperRoman', '%1.', '<w:pStyle w:val="Head"/>')}${LEVEL(1, 'bullet', '*')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>`;

test('the numbers that Word puts in front of paragraphs are there, so that ¶ 12 can be found', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="Head"><w:name w:val="Head"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Head"/></w:style>';
  const body = [
    paragraph('Facts', '<w:pStyle w:val="Head"/>'),
    paragraph('I am the harbor master.', inList(1)),
    paragraph('I keep:', inList(1)),
    paragraph('the gate,', inList(1, 1)),
    paragraph('the lamp.', inList(1, 1)),
    paragraph('At night.', inList(1, 2)),
    paragraph('I swear it.', inList(1)),
    paragraph('Another list', inList(2)),
    paragraph('goes on.', inList(2)),
    paragraph('None', '<w:pStyle w:val="Head"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    paragraph('Law', '<w:pStyle w:val="Sub"/>'),
    paragraph('A bullet', inList(3, 1)),
  ].join('');
  expect((await read({ body, styles, numbering: NUMBERING })).split('\n\n')).toEqual([
    'I. Facts',
    '1. I am the harbor master.',
    '2. I keep:',
    '(a) the gate,',
    '(b) the lamp.',
    '2.2.1 At night.',
    '3. I swear it.',
    '10. Another list',
    '11. goes on.',
    'None',
    'II. Law',
    'A bullet',
  ]);
});

test('a number that was taken away by a tracked change does not count', async () => {
  const was = `<w:pPrChange w:id="1"><w:pPr>${inList(1)}</w:pPr></w:pPrChange>`;
  const body = paragraph('Plain.', was) + paragraph('First.', inList(1) + was);
  expect(await read({ body, numbering: NUMBERING })).toBe('Plain.\n\n1. First.');
});

test.each<readonly [string, string | Uint8Array, string]>([
  ['empty', '', 'It is empty.'],
  ['a web page', '<!DOCTYPE html><p>Words', 'It is a web page under the name of a Word file.'],
  [
    'an old Word file',
    '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1',
    'It is an old Word file (.doc) under a new name; saved as .docx it can be read.',
  ],
  [
    'locked',
    `\u00D0\u00CF\u0011\u00E0${' '.repeat(70_000)}${[...'EncryptedPackage'].join('\0')}`,
    'It is locked with a password.',
  ],
  ['RTF', '{\\rtf1 Words}', 'It is an RTF file under the name of a Word file.'],
  ['a PDF', '%PDF-1.7', 'It is a PDF under the name of a Word file.'],
  ['text', 'Dear colleague,', 'It is not a Word file.'],
  ['half a file', makeDocx({ body: paragraph('Words') }).subarray(0, 400), 'It is broken: its end is missing.'],
  ['another zip', makeZip([{ name: 'a.txt', words: 'Words' }]), 'It is a zip file without a Word document in it.'],
  [
    'locked in the zip',
    makeZip([{ name: 'word/document.xml', words: 'Words', isLocked: true }]),
    'It is locked with a password.',
  ],
  [
    'not XML',
    makeZip([{ name: 'word/document.xml', words: 'Words about the gate' }]),
    'It is broken and can not be read as a Word file.',
  ],
  [
    'a bomb that says so',
    makeZip([{ name: 'word/document.xml', words: 'Words', says: 101 * 1024 * 1024 }]),
    'It would unpack to more than 100 MB and is not read.',
  ],
  [
    'a bomb that does not',
    makeZip([{ name: 'word/document.xml', words: new Uint8Array(1_000_000), says: 900 }]),
    'It is broken and can not be unpacked.',
  ],
])('%s: one sentence', async (_, bytes, why) => {
  const given = typeof bytes === 'string' ? Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)) : bytes;
  await expect(wordsIn(given)).rejects.toThrow(new Error(why));
});

test('bombs in parts that are not words are never unpacked', async () => {
  const more = [{ name: 'word/media/image1.png', words: new Uint8Array(1_000), says: 4_000_000_000 }];
  expect(await read({ body: paragraph('The gate.'), more })).toBe('The gate.');
});

test('nested without end: a sentence, or the words', async () => {
  const deep = `${'<w:ins>'.repeat(200_000)}${'</w:ins>'.repeat(200_000)}`;
  await expect(read({ body: `<w:p>${deep}</w:p>` })).rejects.toThrow(/^It is (?:nested too deep|broken)/);
}, 30_000);
