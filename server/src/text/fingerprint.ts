/**
 * A short hash of the words alone: letters and digits, folded (NFKD, lower case). Blanks, quotes, dashes, ligatures, accents and
 * line breaks never matter. Fourteen hex digits (cyrb53); the same on every computer and in every version. It hides nothing
 * and proves nothing: it only says whether words are still the same.
 */
export function fingerprint(words: string): string {
  const folded = (isAscii(words) ? words : words.normalize('NFKD')).toLowerCase();
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.codePointAt(at) ?? 0;
    const isWide = code > 0xffff;
    if (isWide) at++;
    if (!isLetterOrDigit(code)) continue;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}

function isLetterOrDigit(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
}

function isAscii(words: string): boolean {
  for (let at = 0; at < words.length; at++) if (words.charCodeAt(at) >= 0x80) return false;
  return true;
}
