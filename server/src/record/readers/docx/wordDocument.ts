import mammoth from 'mammoth';
import { documentText, isWordNode } from './documentText.ts';
import { numberedParagraphs } from './listNumbers.ts';
import { type Inflate, openZip, type ZipParts } from './zipParts.ts';

/**
 * The words of a Word file: paragraphs with the numbers that Word shows in front of them, tables row by row, notes at the end as
 * `[^1]: ...`; with tracked insertions and without tracked deletions. Throws a sentence for people, never with a word of the file.
 */
export async function wordsOfDocx(bytes: Uint8Array, inflate: Inflate): Promise<string> {
  const other = whatElse(bytes);
  if (other !== undefined) throw new Error(other);
  let text: string | undefined;
  try {
    const parts = openZip(bytes, isPart, inflate);
    if (![...MAIN_PARTS].some((name) => parts.has(name)))
      throw new Error('It is a zip file without a Word document in it.');
    // The package's types do not tell of `file`, an archive that is open already: so it never unpacks anything by itself.
    await mammoth.convertToHtml({ file: archiveOf(parts) } as unknown as { buffer: Buffer }, {
      includeEmbeddedStyleMap: false,
      transformDocument: (document: unknown) => {
        if (isWordNode(document)) text = documentText(document);
        // Nothing is left of which HTML could be made.
        return { type: 'document', children: [], notes: { resolve: () => undefined }, comments: [] };
      },
    });
  } catch (error) {
    if (text === undefined) throw new Error(sentenceFor(error));
  }
  if (text === undefined) throw new Error(BROKEN);
  return text;
}

const BROKEN = 'It is broken and can not be read as a Word file.';
const MAIN_PARTS = new Set(['word/document.xml', 'word/document2.xml']);

/** Pictures, fonts and macros are never unpacked. */
function isPart(name: string): boolean {
  return /^(?:\[Content_Types\]\.xml|[^.]{0,100}\.xml|(?:[^.]{0,100}\/)?_rels\/[^/]{0,100}\.rels)$/.test(name);
}

/** The archive as mammoth asks for it. */
function archiveOf(parts: ZipParts) {
  const textOf = (name: string): string => new TextDecoder().decode(parts.read(name));
  return {
    exists: (name: string) => parts.has(name),
    async read(name: string) {
      if (!MAIN_PARTS.has(name)) return textOf(name);
      const [numbering, styles] = ['word/numbering.xml', 'word/styles.xml'].map((one) =>
        parts.has(one) ? textOf(one) : '',
      );
      return numberedParagraphs(textOf(name), numbering ?? '', styles ?? '');
    },
  };
}

/** A mistake of the library's may quote the file; only what this folder says itself is passed on. */
function sentenceFor(error: unknown): string {
  if (error instanceof RangeError && /call stack/i.test(error.message)) return 'It is nested too deep to be read.';
  const own = error instanceof Error && /^It (?:is|would) [^<>"]{1,80}\.$/.test(error.message);
  return own ? error.message : BROKEN;
}

/** What a file under the name of a Word file is instead; undefined where it may be one. */
function whatElse(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'It is empty.';
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 1024))
    .replace(/^(?:\u00EF\u00BB\u00BF)?\s{0,1000}/, '');
  if (head.startsWith('PK')) return undefined;
  // Word locks a file by putting it, encrypted, into the kind of file that it wrote before 2007.
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0')) {
    return holds(bytes, 'EncryptedPackage')
      ? 'It is locked with a password.'
      : 'It is an old Word file (.doc) under a new name; saved as .docx it can be read.';
  }
  if (head.startsWith('%PDF')) return 'It is a PDF under the name of a Word file.';
  if (head.startsWith('{\\rtf')) return 'It is an RTF file under the name of a Word file.';
  if (/^<(?:!doctype html|html|\?xml)/i.test(head)) return 'It is a web page under the name of a Word file.';
  return 'It is not a Word file.';
}

/** True where a word stands in the bytes in UTF-16. */
function holds(bytes: Uint8Array, word: string): boolean {
  const wide = [...word].join('\u0000');
  for (let at = 0; at < bytes.length; at += 65_536 - 64) {
    if (new TextDecoder('latin1').decode(bytes.subarray(at, at + 65_536)).includes(wide)) return true;
  }
  return false;
}
