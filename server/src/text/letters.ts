/** Letters and digits of a text, and where each of them stands. */
export interface Letters {
  /** In lower case, one UTF-16 unit each. */
  readonly folded: string;
  /** UTF-16 offset into the text of each unit of `folded`. */
  readonly places: readonly number[];
}

/** Letters and digits only, so that blanks, quotation marks and line ends do not count. Linear. */
export function lettersOf(text: string): Letters {
  const places: number[] = [];
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (!/[\p{L}\p{N}]/u.test(sign)) continue;
    const lower = sign.toLowerCase();
    folded += lower.length === 1 ? lower : sign;
    places.push(at);
  }
  return { folded, places };
}
