import { deflateSync } from 'node:zlib';
import { makePdf, type PdfPage } from './makePdf.ts';
import { body, transcriptPage, WORDS } from './pdfPages.ts';

/** A file that no program should have made, and what is wrong with it. */
export interface BrokenPdf {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

const stamped: PdfPage = {
  drawn: body(WORDS),
  stamped: [{ x: 60, y: 775, text: 'Case 3:23-cv-03417-VC Document 315 Filed 12/06/24 Page 7 of 12' }],
};
const PAGES: readonly PdfPage[] = [
  stamped,
  transcriptPage(12),
  { drawn: body(WORDS).map((line) => ({ ...line, font: 'shifted' })) },
  { drawn: [], picture: true },
];
const PLAIN = latin(makePdf({ pages: PAGES, packed: false, labels: '<< /Nums [0 << /S /D >>] >>' }));
const PACKED = latin(makePdf({ pages: PAGES }));

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One way of breaking a file that chance decides. */
type Mutation = readonly [string, (text: string, random: () => number) => string];

const place = (text: string, random: () => number): number => Math.floor(random() * text.length);

const MUTATIONS: readonly Mutation[] = [
  ['cut short', (text, random) => text.slice(0, place(text, random))],
  ['without its head', (text, random) => text.slice(Math.floor(place(text, random) / 4))],
  [
    'a part missing',
    (text, random) => {
      const at = place(text, random);
      return text.slice(0, at) + text.slice(at + Math.floor(random() * 400));
    },
  ],
  [
    'a part twice',
    (text, random) => {
      const at = place(text, random);
      return text.slice(0, at + 300) + text.slice(at);
    },
  ],
  [
    'bytes changed',
    (text, random) => {
      const signs = [...text];
      for (let count = Math.ceil(random() * 40); count > 0; count--)
        signs[place(text, random)] = String.fromCharCode(Math.floor(random() * 256));
      return signs.join('');
    },
  ],
  [
    'numbers changed',
    (text, random) =>
      text.replace(/\d{1,9}/g, (number) =>
        random() < 0.03 ? (NUMBERS[Math.floor(random() * NUMBERS.length)] ?? '') : number,
      ),
  ],
  [
    'references changed',
    (text, random) =>
      text.replace(/\d{1,3} 0 R/g, (reference) => (random() < 0.3 ? `${Math.ceil(random() * 22)} 0 R` : reference)),
  ],
  [
    'names changed',
    (text, random) =>
      text.replace(/\/[A-Z]\w{1,20}/g, (name) =>
        random() < 0.08 ? (NAMES[Math.floor(random() * NAMES.length)] ?? '') : name,
      ),
  ],
  ['without its table', (text) => text.replace(/xref[\s\S]{0,4000}trailer/, 'trailer')],
  ['no trailer', (text) => text.slice(0, text.lastIndexOf('xref'))],
];
const NUMBERS = [
  '0',
  '-1',
  '65536',
  '2147483647',
  '-2147483648',
  '4294967296',
  '99999999999999999999',
  '1e99',
  '0.00000001',
];
const NAMES = [
  '/Kids',
  '/Parent',
  '/Contents',
  '/Length',
  '/Font',
  '/XObject',
  '/Filter',
  '/Prev',
  '/Type',
  '/Page',
  '/Pages',
  '/DecodeParms',
];

/** Files broken by chance, each in one to three ways; the same for the same seed. */
export function brokenByChance(count: number, seed: number): readonly BrokenPdf[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, number) => {
    let text = random() < 0.6 ? PLAIN : PACKED;
    const done: string[] = [];
    for (let times = Math.ceil(random() * 3); times > 0; times--) {
      const [name, mutate] = MUTATIONS[Math.floor(random() * MUTATIONS.length)] ?? ['', (same: string) => same];
      text = mutate(text, random);
      done.push(name);
    }
    return { name: `${number}: ${done.join(', ')}`, bytes: bytesOf(text) };
  });
}

/** The stream of the first page's content with other bytes in it. */
function withContent(content: Uint8Array, filters: string): Uint8Array {
  const start = PLAIN.indexOf('12 0 obj\n') + '12 0 obj\n'.length;
  const end = PLAIN.indexOf('\nendobj', start);
  const stream = `<< /Length ${content.length} ${filters} >>\nstream\n${latin(content)}\nendstream`;
  return bytesOf(PLAIN.slice(0, start) + stream + PLAIN.slice(end));
}

const times = (piece: string, count: number): string => piece.repeat(count);

/** Bytes that unpack to so many megabytes of one sign, packed once or several times over. */
function bomb(megabytes: number, piece: string, layers: number): Uint8Array {
  let packed: Uint8Array = Buffer.alloc(megabytes * 1_000_000, piece);
  for (let layer = 0; layer < layers; layer++) packed = deflateSync(packed, { level: 9 });
  return packed;
}

/** Files that were made to do harm. Built one by one: some take half a gigabyte to make. */
export const HOSTILE: readonly (readonly [string, () => Uint8Array])[] = [
  ['pages without end', () => bytesOf(PLAIN.replace(/\/Count \d{1,9}/, '/Count 2147483647'))],
  ['fewer than no pages', () => bytesOf(PLAIN.replace(/\/Count \d{1,9}/, '/Count -5'))],
  ['pages that are their own parent', () => bytesOf(PLAIN.replace(/\/Kids \[[^\]]{0,99}\]/, '/Kids [2 0 R 2 0 R]'))],
  ['a table that follows itself', () => bytesOf(PLAIN.replace(/\/Size/, '/Prev 0 /Size'))],
  [
    'a form that draws itself',
    () => bytesOf(PLAIN.replace(/(13 0 obj\n[\s\S]{0,900}?stream\n)/, '$1/Stamp Do /Stamp Do /Stamp Do /Stamp Do ')),
  ],
  ['brackets without end', () => withContent(bytesOf(times('[', 2_000_000)), '')],
  [
    'lists in lists in the catalog',
    () => bytesOf(PLAIN.replace('/Type /Catalog', `/Type /Catalog /A ${times('[', 300_000)}`)),
  ],
  [
    'maps in maps in the catalog',
    () => bytesOf(PLAIN.replace('/Type /Catalog', `/Type /Catalog /A ${times('<</A ', 300_000)}`)),
  ],
  ['states without end', () => withContent(bytesOf(times('q ', 3_000_000)), '')],
  ['words without end', () => withContent(bytesOf(`BT /Helvetica 9 Tf ${times('(gate) Tj ', 2_000_000)} ET`), '')],
  [
    'words without end, packed',
    () => withContent(bomb(400, 'BT /Helvetica 9 Tf 1 0 0 1 9 9 Tm (gate) Tj ET ', 1), '/Filter /FlateDecode'),
  ],
  ['blanks that unpack to more than there may be', () => withContent(bomb(600, ' ', 1), '/Filter /FlateDecode')],
  ['packed twice', () => withContent(bomb(600, ' ', 2), '/Filter [/FlateDecode /FlateDecode]')],
  [
    'packed three times',
    () => withContent(bomb(600, '(gate) Tj ', 3), '/Filter [/FlateDecode /FlateDecode /FlateDecode]'),
  ],
  [
    'numbers of lengths',
    () => withContent(bytesOf(times('run ', 200_000)), '/Filter [/RunLengthDecode /RunLengthDecode /LZWDecode]'),
  ],
  ['a picture of gigabytes', () => bytesOf(PLAIN.replace('/Width 8 /Height 8', '/Width 100000 /Height 100000'))],
  ['a paper as large as a town', () => bytesOf(PLAIN.replaceAll('612 792', '1e30 1e30'))],
  ['letters as large as a house', () => bytesOf(PLAIN.replaceAll(' 11 Tf', ' 1e30 Tf'))],
  ['a name of a megabyte', () => bytesOf(PLAIN.replace('/Helvetica 11', `/${times('H', 1_000_000)} 11`))],
  [
    'a hundred thousand objects',
    () =>
      bytesOf(
        PLAIN.replace(
          'xref',
          `${Array.from({ length: 100_000 }, (_, at) => `${at + 100} 0 obj\n<< /A ${at + 101} 0 R >>\nendobj\n`).join('')}xref`,
        ),
      ),
  ],
  ['only heads', () => bytesOf(times('%PDF-1.7\n', 100_000))],
  ['only objects that never end', () => bytesOf(`%PDF-1.7\n${times('1 0 obj << ', 300_000)}`)],
  ['only zeros', () => new Uint8Array(20_000_000)],
];
