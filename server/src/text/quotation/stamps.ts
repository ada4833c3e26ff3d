import type { Span } from '../span.ts';

// What courts and programs stamp into a page's text; it can stand in the middle of a sentence.

const STAMP_WORDS =
  /\b(?:Case|USCA\d{0,2}|Appeal|Document|PageID|Page ID|NYSCEF|FILED|RECEIVED|INDEX)\b|\(cid:\d{1,5}\)/g;

const STAMPS: readonly RegExp[] = [
  // Case 3:24-cv-00917-RMK Document 315 Filed 12/06/24 Page 7 of 12 PageID #:409; its parts vary, its order does not.
  /(?:Case|Appeal):? {0,3}(?:No\. ?)?[\w:.-]{4,30} {0,4}(?:\([A-Z]{2,4}\) {0,4})?(?:USDC [A-Z][a-z]{2,12} {1,4})?(?:Document|Doc|ECF No|Dkt)\.?(?: ?No\.)? ?#?[: ]{0,4}\d{1,5}(?:-\d{1,3})?[ ,]{0,12}(?:(?:Filed|Entered|FILED|filed)(?: on)?:? ?\d{1,2}\/\d{1,2}\/\d{2,4}(?: \d{1,2}:\d{2}(?::\d{2})?)?[ ,]{0,12}){0,2}(?:Desc Main(?: Document)? {0,4})?(?:(?:Page|Pg|PAGE):? ?\d{1,4} of \d{1,4})?(?:[ ,]{0,8}Page ?ID ?[#.:]{0,3} ?\d{1,7})?/y,
  /USCA\d{0,2} {1,3}(?:Appeal|Case):? {0,3}[\w-]{4,14} {1,6}Doc(?:ument)?:? {0,3}#?\d{1,9}[-\d]{0,4} {1,6}Filed:? {0,3}\d{1,2}\/\d{1,2}\/\d{2,4} {1,6}(?:Pg|Page):? {0,3}\d{1,4} of \d{1,4}/y,
  /Document #?:? ?\d{1,5}(?:-\d{1,3})? {1,6}Filed:? {0,3}\d{1,2}\/\d{1,2}\/\d{2,4}(?: {1,6}(?:Page|Pg):? ?\d{1,4} of \d{1,4})?/y,
  /Page ?ID ?[#.:]{1,3} ?\d{1,7}/y,
  /NYSCEF DOC\. NO\. {0,3}\d{1,5}|INDEX NO\. {0,3}\d{1,7}\/\d{4}|(?:FILED|RECEIVED)(?:: | NYSCEF: )[\w /:]{4,50}\d{4}(?: \d{2}:\d{2} [AP]M)?/y,
  // The sign for a letter that a font does not name: a bullet, mostly.
  /\(cid:\d{1,5}\)/y,
];

/** The stamps in a text, in order, disjoint. Every expression is tried only where a stamp's first word stands. */
export function stampsIn(page: string): readonly Span[] {
  // Some programs write every blank as one that does not break.
  const text = page.replaceAll('\u00a0', ' ');
  const found: Span[] = [];
  let end = 0;
  for (const { index } of text.matchAll(STAMP_WORDS)) {
    if (index < end) continue;
    for (const stamp of STAMPS) {
      stamp.lastIndex = index;
      const length = stamp.exec(text)?.[0].length ?? 0;
      if (length === 0) continue;
      end = index + length;
      found.push({ start: index, end });
      break;
    }
  }
  return found;
}
