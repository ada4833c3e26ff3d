import type { PinCite } from '../syntax/citation.ts';

/** A pin as it is cited: `at 144-146`, `vol. 2 at 12:3`, `¶¶ 4-6`, `n.9`. */
export function pinWords({ unit, first, last, volume }: PinCite): string {
  const several = first !== last;
  const numbers = several ? `${first}-${shortEnd(first, last)}` : first;
  switch (unit) {
    case 'page':
    case 'line':
      return volume === undefined ? `at ${numbers}` : `vol. ${volume} at ${numbers}`;
    case 'paragraph':
      return `${several ? '¶¶' : '¶'} ${numbers}`;
    case 'footnote':
      return `${several ? 'nn.' : 'n.'}${numbers}`;
    case 'section':
      return `${several ? '§§' : '§'} ${numbers}`;
    case 'starPage':
      return `at *${numbers}`;
    case 'pageId':
      return `at PageID ${numbers}`;
  }
}

/** `62:3-62:4` is written 62:3-4. */
function shortEnd(first: string, last: string): string {
  const page = first.slice(0, first.indexOf(':') + 1);
  return page !== '' && last.startsWith(page) ? last.slice(page.length) : last;
}
