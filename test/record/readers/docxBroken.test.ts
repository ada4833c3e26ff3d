import { expect, test } from 'vitest';
import { randomOf } from '../../fuzz/random.ts';
import { inList, makeDocx, noteMark, paragraph, words } from './makeDocx.ts';
import { wordsIn } from './readingHere.ts';

const SEED = Number(process.env.DOCX_SEED ?? 7);
const ROW = `<w:tbl><w:tr><w:tc>${paragraph('May 3')}</w:tc><w:tc>${paragraph('Ajar')}</w:tc></w:tr></w:tbl>`;
const WHOLE = makeDocx({
  body: `${paragraph(`${words('The gate was shut.')}${noteMark(1)}`)}${paragraph('It rained.', inList(1))}${ROW}`,
  footnotes: [paragraph('Nobody saw it.')],
  numbering:
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
});

/** Words, or one sentence in which no word of the file stands. */
async function isBorne(bytes: Uint8Array): Promise<boolean> {
  try {
    return typeof (await wordsIn(bytes)) === 'string';
  } catch (error) {
    return error instanceof Error && /^It (?:is|would) [\w ,.:()'-]{4,100}\.$/.test(error.message);
  }
}

test('cut off anywhere, a Word file costs one sentence', async () => {
  for (let length = 0; length < WHOLE.length; length += 13) expect(await isBorne(WHOLE.subarray(0, length))).toBe(true);
});

test(`with bytes changed at random (seed ${SEED}), too`, async () => {
  const { below } = randomOf(SEED);
  for (let round = 0; round < 400; round++) {
    const bytes = WHOLE.slice();
    for (let change = 0; change < 1 + (round % 8); change++) bytes[below(bytes.length)] = below(256);
    expect(await isBorne(bytes), `round ${round}`).toBe(true);
  }
});

test(`and with its XML cut and glued at random (seed ${SEED})`, async () => {
  const { below } = randomOf(SEED + 1);
  const body = `${paragraph('One.', inList(1))}${ROW}${paragraph(`${words('Two.')}${noteMark(1)}`)}`;
  for (let round = 0; round < 200; round++) {
    const glued = body.slice(0, below(body.length)) + body.slice(below(body.length));
    expect(await isBorne(makeDocx({ body: glued, footnotes: [paragraph('Note.')] })), `round ${round}`).toBe(true);
  }
});
