/**
 * The same words as a string of their own. A slice keeps the whole text that it was cut from in memory: what is kept from one
 * keystroke to the next has to let go of the draft as it was.
 */
export function detached(words: string): string {
  return JSON.parse(JSON.stringify(words)) as string;
}
