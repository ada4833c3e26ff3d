const SENTENCE =
  /(?:page (?:citations?|cites?|numbers?|references?)|(?:pin(?:point)?|docket) ?cit(?:e|ation)s?|citations to (?:page|docket))[^.\n]{0,120}?(ECF|CM\/ECF|court-stamped|stamp|header|internal|original|native|printed|bottom|PDF)/i;

/**
 * What the draft itself says of its page cites: "Page citations are to the ECF-generated page numbers", "Unless otherwise
 * noted, page numbers refer to the document's internal pagination". Undefined where it says nothing.
 */
export function pageConventionOf(text: string): 'ecf' | 'printed' | 'pdf' | undefined {
  // The sentence stands in a footnote or at the first citation; the search is over the whole draft once, each hit bounded.
  const word = SENTENCE.exec(text)?.[1]?.toLowerCase();
  if (!word) return undefined;
  if (word === 'pdf') return 'pdf';
  return /internal|original|native|printed|bottom/.test(word) ? 'printed' : 'ecf';
}
