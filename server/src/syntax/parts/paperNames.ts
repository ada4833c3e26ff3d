/** Statements of facts: `SUF`, `PSOF`, `DSMF`, `UMF`, `PRSMF`; their paragraphs are numbered facts. */
const FACTS: readonly string[] =
  'smf sof suf umf sumf smsf sssf pssf dssf psmf dsmf psof dsof csmf psuf dsuf psumf dsumf rsmf rsof rsuf jsof jsuf jsmf csf pcsf dcsf scsf ccsf csof prsmf drsmf prsof drsof pasof dasof rpsof rdsof psaf psoaf dsoaf soaf dsaf saf paf daf ssuf'.split(
    ' ',
  );

/** Short names of papers, by how much else the word may mean. */
export const PAPER_NAMES: ReadonlyMap<string, 'abbreviation' | 'word' | 'initials'> = new Map([
  ...'countercl compl fac sac tac mot mtn opp oppn mem br ans msj mtd otsc ltr resp pet stip mpa mol rjn nol aob arb mjar psr'
    .split(' ')
    .map((head) => [head, 'abbreviation'] as const),
  ...FACTS.map((head) => [head, 'abbreviation'] as const),
  ...'pto fpto jpto cmo mil'.split(' ').map((head) => [head, 'abbreviation'] as const),
  // An ordinary word: a citation only with its owner or in capitals and with "at" or "¶".
  ...'complaint motion opposition reply surreply surrebuttal brief answer letter memorandum notice response petition stipulation indictment counterclaim crossclaim'
    .split(' ')
    .map((head) => [head, 'word'] as const),
  // `AB 22–24` is an answering brief or a bill: only where it stands alone.
  ...'ab rb ob'.split(' ').map((head) => [head, 'initials'] as const),
]);

/** True for the abbreviation of a paper: `MSJ`, `Pls. MSJ`, `2d Am. Compl.`. */
export function isPaperName(words: string): boolean {
  const last = /\b([A-Za-z]{2,12})\.?$/.exec(words)?.[1]?.toLowerCase() ?? '';
  return PAPER_NAMES.get(last) === 'abbreviation';
}

/** True for the abbreviation of a statement of facts: `SUF No. 12` and `UMF 3` are its paragraphs. */
export function isStatementOfFacts(words: string): boolean {
  return FACTS.includes(/([A-Z]{2,6})$/.exec(words)?.[1]?.toLowerCase() ?? '');
}
