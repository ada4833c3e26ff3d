/** The first words of the names of record appendices, lower case. */
export const APPENDIX_TRIGGERS: readonly string[] = [
  ...[
    'j',
    'ja',
    'sja',
    'ra',
    'app',
    'appx',
    'er',
    'ser',
    'fer',
    'roa',
    's',
    'a',
    'ar',
    'ct',
    'rt',
    'spa',
    'rr',
    'cr',
    'supp',
  ],
  ...['aa', 'cp', 'rp', 'vrp', 'ir', 'add', 'roi', 'rec', 'admin', 'r', 'pa', 'da', 'car', 'ca', 'dsa', 'sa', 't', 'c'],
];

const PAGE = String.raw`(?=\s{1,2}(?:at\s{1,2})?\d)`;
const VOLUME = String.raw`(?=,?\s{1,2}[Vv]ol\.\s)`;

/** Names that nothing else has, with a page behind them. */
const CERTAIN = new RegExp(
  String.raw`^(?:(?:S\. ?)?J\. ?A\.|S?JA(?=\d)|(?:S?JA|SPA|DSA)(?=-\d)|S?JA${PAGE}|RA(?=[\s\u00A0])|SPA${PAGE}|[SF]?ER(?=-\d)|ROA\.|ROA${VOLUME}|App['\u2019]x|App\.|Appx\.?(?=[\s\u00A0]?\d)|Admin\.\s{1,2}R(?:ec)?\.|Add\.${PAGE}|AR(?=,?\s{1,2}Tab\s)|VRP${PAGE}|R\.${VOLUME}|(?:S\. ?A\.|A\. ?R\.|AR|CT|RT|RR|(?:Supp\.\s{1,2})?CR)${PAGE})`,
);

/** Names that other words share: read only as a citation that stands by itself. */
const STANDING = new RegExp(
  String.raw`^(?:A\.(?=\s{1,2}\d)|(?:AA|CP|RP|IR|ROI|CAR|R\.A\.|Rec\.)${PAGE}|R\.(?=\s{1,2}at\s{1,2}\d)|[TC]\.(?=\s{1,2}(?:at\s{1,2})?\d{2,5}(?!\d|\.\d))|[RA](?=\d{2,5}(?![\w.]\w))|(?:S?A|RA|PA|DA|CA|R)(?=-\d{1,5}(?![\w-]))|ADD(?=-\d)|R\.R\.(?=\s{1,2}\d{1,4}a)|[PD]a(?=\d))`,
);

/** The name of an appendix that words begin with, and whether it has to stand by itself: `A. 131` is one, "A. 2019 was" a heading. */
export function builtInAppendix(
  words: string,
): { readonly typed: string; readonly mustStandAlone: boolean } | undefined {
  const certain = CERTAIN.exec(words)?.[0];
  if (certain !== undefined) return { typed: certain, mustStandAlone: false };
  const standing = STANDING.exec(words)?.[0];
  return standing === undefined ? undefined : { typed: standing, mustStandAlone: true };
}
