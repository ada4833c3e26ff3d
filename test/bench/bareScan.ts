import { FORMS } from '../../server/src/syntax/forms/forms.ts';

const TRIGGERS: ReadonlySet<string> = new Set(FORMS.flatMap((form) => form.triggers));
const LONGEST = Math.max(...[...TRIGGERS].map((trigger) => trigger.length));

/**
 * The floor for a parser in JavaScript that looks for these words: finds each word of a text that can begin a citation, and does
 * nothing with it. Answers how many there are.
 */
export function bareScan(text: string): number {
  let found = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isLetter(code)) {
      if ((code === 91 || code === 0xb6) && TRIGGERS.has(text.charAt(at))) found++;
      at++;
      continue;
    }
    let end = at + 1;
    while (end < text.length && isLetter(text.charCodeAt(end))) end++;
    if (end - at <= LONGEST && TRIGGERS.has(text.slice(at, end).toLowerCase())) found++;
    at = end;
  }
  return found;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code > 191 && code < 0x2000);
}
