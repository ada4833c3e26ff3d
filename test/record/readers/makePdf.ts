import { deflateSync } from 'node:zlib';

/** Words drawn at a place of a page: points from the lower left corner of a sheet of 612 by 792. */
export interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly font?: FontName;
  /** White letters, as they stand on a dark ground. */
  readonly white?: boolean;
  /** False: the words run from the foot of the page to its head. */
  readonly upright?: boolean;
}

/** `shifted`: a font without Unicode, whose codes are 29 below those of the letters, as office programs make them. */
export type FontName = 'Helvetica' | 'Courier' | 'shifted';

/** A page of a PDF that a test makes; what is drawn is in content order. */
export interface PdfPage {
  readonly drawn: readonly Drawn[];
  /** A grey picture fills the page, as a scan does. */
  readonly picture?: boolean;
  /** How far the page is turned when it is looked at, in degrees; and where its lower left corner is. */
  readonly turned?: 90 | 180 | 270;
  readonly corner?: readonly [number, number];
  /** These words are drawn last, in a form of their own, as courts add their stamps. */
  readonly stamped?: readonly Drawn[];
  /** PDF operators (`100 680 80 14 re f`), drawn before the words, behind them, or behind them in the form of the stamp. */
  readonly under?: string;
  readonly over?: string;
  readonly overInForm?: string;
  /** PDF syntax of the notes that somebody drew on the page. */
  readonly notes?: string;
}

export interface PdfFile {
  readonly pages: readonly PdfPage[];
  /** Streams are packed, as almost always. */
  readonly packed?: boolean;
  /** PDF syntax of the catalog's /PageLabels. */
  readonly labels?: string;
  /** Further objects by their numbers, instead of those that would stand there: for broken files. */
  readonly encrypted?: boolean;
}

const LATIN = (text: string): Uint8Array => Uint8Array.from(text, (sign) => codeOf(sign));
/** Signs that the fonts' encoding has at 0x80 to 0x9F. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const codeOf = (sign: string): number =>
  WINDOWS.includes(sign) ? 0x80 + WINDOWS.indexOf(sign) : sign.charCodeAt(0) & 0xff;
const FONTS: readonly FontName[] = ['Helvetica', 'Courier', 'shifted'];
/** Objects 1 and 2 are catalog and pages; then the fonts and what the shifted one is made of, and the picture. */
const FIRST_FONT = 3;
const PICTURE = 10;
const FIRST_PAGE = 11;

/** The bytes of a PDF with these pages. */
export function makePdf({ pages, packed = true, labels, encrypted = false }: PdfFile): Uint8Array {
  const objects = new Map<number, Uint8Array>();
  const kids = pages.map((_, index) => `${FIRST_PAGE + 3 * index} 0 R`).join(' ');
  objects.set(1, LATIN(`<< /Type /Catalog /Pages 2 0 R ${labels ? `/PageLabels ${labels}` : ''} >>`));
  objects.set(2, LATIN(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`));
  for (const [number, body] of fontObjects()) objects.set(number, body);
  objects.set(
    PICTURE,
    streamOf(
      new Uint8Array(64).fill(0x99),
      '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8',
      packed,
    ),
  );
  for (const [index, page] of pages.entries()) {
    const number = FIRST_PAGE + 3 * index;
    const [x, y] = page.corner ?? [0, 0];
    const resources = `<< /Font << ${FONTS.map((name, at) => `/${name} ${FIRST_FONT + at} 0 R`).join(' ')} >> /XObject << /Scan ${PICTURE} 0 R /Stamp ${number + 2} 0 R >> >>`;
    const scan = page.picture ? 'q 612 0 0 792 0 0 cm /Scan Do Q\n' : '';
    const hasForm = page.stamped ?? page.overInForm;
    const under = page.under ? `q ${page.under} Q\n` : '';
    const over = page.over ? `q ${page.over} Q\n` : '';
    const content = scan + under + page.drawn.map(drawing).join('') + over + (hasForm ? '/Stamp Do\n' : '');
    objects.set(
      number,
      LATIN(
        `<< /Type /Page /Parent 2 0 R /MediaBox [${x} ${y} ${x + 612} ${y + 792}] /Rotate ${page.turned ?? 0} /Annots [${page.notes ?? ''}] /Resources ${resources} /Contents ${number + 1} 0 R >>`,
      ),
    );
    objects.set(number + 1, streamOf(LATIN(content), '', packed));
    objects.set(
      number + 2,
      streamOf(
        LATIN((page.overInForm ? `q ${page.overInForm} Q\n` : '') + (page.stamped ?? []).map(drawing).join('')),
        `/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources ${resources}`,
        packed,
      ),
    );
  }
  return fileOf(objects, encrypted);
}

function drawing({ x, y, text, size = 11, font = 'Helvetica', white = false, upright = true }: Drawn): string {
  const string =
    font === 'shifted'
      ? `<${[...text].map((sign) => (sign.charCodeAt(0) - 29).toString(16).padStart(4, '0')).join('')}>`
      : `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `${white ? '1 g' : '0 g'} BT /${font} ${size} Tf ${upright ? '1 0 0 1' : '0 1 -1 0'} ${x} ${y} Tm ${string} Tj ET\n`;
}

/** The bytes of a stream object. */
export function streamOf(bytes: Uint8Array, entries: string, packed: boolean): Uint8Array {
  const body = packed ? deflateSync(bytes) : bytes;
  const head = LATIN(`<< ${entries} /Length ${body.length}${packed ? ' /Filter /FlateDecode' : ''} >>\nstream\n`);
  return joined([head, body, LATIN('\nendstream')]);
}

function fontObjects(): readonly (readonly [number, Uint8Array])[] {
  const standard = (name: string): string =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  return [
    [FIRST_FONT, LATIN(standard('Helvetica'))],
    [FIRST_FONT + 1, LATIN(standard('Courier'))],
    [
      FIRST_FONT + 2,
      LATIN('<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Times /Encoding /Identity-H /DescendantFonts [6 0 R] >>'),
    ],
    [
      FIRST_FONT + 3,
      LATIN(
        '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Times /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 7 0 R >>',
      ),
    ],
    [
      FIRST_FONT + 4,
      LATIN(
        '<< /Type /FontDescriptor /FontName /AAAAAA+Times /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
      ),
    ],
  ];
}

function fileOf(objects: ReadonlyMap<number, Uint8Array>, encrypted: boolean): Uint8Array {
  const parts: Uint8Array[] = [LATIN('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  let length = parts[0]?.length ?? 0;
  const places = new Map<number, number>();
  const numbers = [...objects.keys()].sort((one, other) => one - other);
  for (const number of numbers) {
    const object = joined([LATIN(`${number} 0 obj\n`), objects.get(number) ?? new Uint8Array(), LATIN('\nendobj\n')]);
    places.set(number, length);
    parts.push(object);
    length += object.length;
  }
  const size = (numbers.at(-1) ?? 0) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const place = places.get(number);
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  // A password that nobody knows: PDFium tries the empty one and then asks.
  const secret = encrypted
    ? `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <${'1f'.repeat(32)}> /U <${'2e'.repeat(32)}> >> /ID [<${'3d'.repeat(16)}> <${'3d'.repeat(16)}>]`
    : '';
  parts.push(
    LATIN(
      `xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${secret} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
