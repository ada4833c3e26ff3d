/** What parsers with a look ahead too many choke on, by name: each is repeated until the text is long. */
export const HOSTILE: readonly (readonly [string, string])[] = [
  ['line breaks', 'Dkt.\n'],
  ['blanks', 'See Dkt.                                                                                 '],
  ['open brackets', 'Ex. A ('],
  ['a list without end', 'Dkt. Nos. 1, 2, 3, '],
  ['pins without end', '¶¶ 1, 2, 3-4, '],
  ['heads without numbers', 'Dkt. No. Ex. RFP Decl. Id '],
  ['names', 'Anna Vo Decl. and Second Supplemental '],
  ['requests with brackets', 'RFP Nos. 16 (seeking a thing), '],
  ['footnote marks', 'word.1 '],
  ['quotes', '(the "Order") '],
  ['versus', 'Doe v. Roe, No. 20-cv-1, '],
  ['Ids', 'Id. at 3; '],
  ['prose', 'The parties met and conferred on December 17 about the requests. See Dkt. No. 315 at 7. '],
];
