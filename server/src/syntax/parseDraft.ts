import type { DraftSyntax, Styles } from './draftSyntax.ts';

/** Reads a draft. Pure, linear, never throws, whatever the text; all spans are UTF-16 offsets into `text` as it is. */
export function parseDraft(text: string, _styles: Styles): DraftSyntax {
  return { text, citations: [], sections: [], footnotes: [], shortForms: [], ignores: [], frontMatter: new Map() };
}
