import { deflateRawSync } from 'node:zlib';

/** A file in an archive; `says` is the size that the archive tells, where it is not the true one. */
export interface Part {
  readonly name: string;
  readonly words: string | Uint8Array;
  readonly says?: number;
  readonly isLocked?: boolean;
}

/** A zip archive. */
export function makeZip(parts: readonly Part[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, words, says, isLocked } of parts) {
    const bytes = Buffer.from(words);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(isLocked ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(says ?? bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

const part = (name: string, inner: string): Part => ({
  name: `word/${name}.xml`,
  words: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name === 'numbering' ? 'numbering' : name} ${NAMESPACES}>${inner}</w:${name}>`,
});

/** What a Word file is made of: XML inside each of its parts. */
export interface WordParts {
  readonly body: string;
  /** By id, from 1: the notes' paragraphs. */
  readonly footnotes?: readonly string[];
  readonly endnotes?: readonly string[];
  readonly numbering?: string;
  readonly styles?: string;
  readonly more?: readonly Part[];
}

/** A Word file. */
export function makeDocx({ body, footnotes, endnotes, numbering, styles, more = [] }: WordParts): Uint8Array {
  const notes = (kind: 'footnote' | 'endnote', all: readonly string[]): string =>
    all.map((inner, at) => `<w:${kind} w:id="${at + 1}">${inner}</w:${kind}>`).join('');
  return makeZip([
    {
      name: '[Content_Types].xml',
      words:
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      words:
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    part('document', `<w:body>${body}</w:body>`),
    ...(footnotes ? [part('footnotes', notes('footnote', footnotes))] : []),
    ...(endnotes ? [part('endnotes', notes('endnote', endnotes))] : []),
    ...(numbering ? [part('numbering', numbering)] : []),
    ...(styles ? [part('styles', styles)] : []),
    ...more,
  ]);
}

/** A run of words. */
export const words = (typed: string): string =>
  `<w:r><w:t xml:space="preserve">${typed.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r>`;

/** A paragraph of runs, or of words; `properties` is what stands in its `w:pPr`. */
export const paragraph = (inner: string, properties = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${inner.startsWith('<') ? inner : words(inner)}</w:p>`;

/** The mark of a note. */
export const noteMark = (id: number, kind: 'footnote' | 'endnote' = 'footnote'): string =>
  `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;

/** A paragraph in a list. */
export const inList = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
