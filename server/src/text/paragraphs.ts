/** What stands behind the last empty line. */
export function lastParagraph(words: string): string {
  const empty = /^[\s\S]*\n[ \t\r\u00A0]*\n/.exec(words);
  return empty ? words.slice(empty[0].length) : words;
}

/** What stands before the first empty line. */
export function firstParagraph(words: string): string {
  const at = words.search(/\n[ \t\r\u00A0]*\n/);
  return at < 0 ? words : words.slice(0, at);
}
