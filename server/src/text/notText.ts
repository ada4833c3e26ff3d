const SAMPLE = 8000;

/**
 * True where a draft is no text: a PDF or Word file under a wrong name, bytes that no encoding explains. Among its first
 * characters more than one in fifty is a control character, a NUL or the sign for an unreadable one.
 */
export function isNotText(text: string): boolean {
  const length = Math.min(text.length, SAMPLE);
  let strange = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (
      (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 11) ||
      code === 0xfffd ||
      (code > 126 && code < 160)
    ) {
      strange++;
    }
  }
  return length > 40 && strange * 50 > length;
}
