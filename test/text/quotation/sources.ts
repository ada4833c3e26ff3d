import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A paper of the samples: its pages as they stand, and its running text as a person would read it out, word by word. */
export interface SamplePaper {
  readonly name: string;
  readonly pages: readonly string[];
  readonly words: readonly string[];
}

const read = (name: string): readonly string[] =>
  readFileSync(fileURLToPath(new URL(`sources/${name}.txt`, import.meta.url)), 'utf8').split('\f');

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** A letter without its running foot. */
function letters(pages: readonly string[]): string {
  return pages.map((page) => page.replace(/Kestrel Hydraulics - correspondence.*/, '')).join('\n');
}

/** An order without its heads, page numbers, footnotes and their marks. */
function order(pages: readonly string[]): string {
  return pages
    .map((page) =>
      page
        .replace(/Kestrel Hydraulics, Inc\. v\. Dunmore Turbine Works {5}.*/, '')
        .replace(/\n[1-4] [A-Z][\s\S]*$/, '')
        .replace(/\n {30,}\d\s*$/, '')
        .replace(/((?:[a-z]|20\d\d)[.,"])[1-4](?=\s)/g, '$1'),
    )
    .join('\n');
}

const OBJECTION = /^ +(?:MS|MR)\. [A-Z]+: (?:Obj|Join|Move)[\s\S]*?(?=^ +(?:Q\.|A\.|THE|MS\.|MR\.)|$(?![\s\S]))/gm;

/** Testimony without line numbers, marks, names of speakers and objections. */
function testimony(pages: readonly string[]): string {
  return pages
    .map((page) =>
      page
        .replace(/^ +\d\n/, '')
        .replace(/^[ \d]{2} {0,2}/gm, ' ')
        .replace(OBJECTION, '')
        .replace(/^ +(?:Q\.|A\.|THE WITNESS:|M[SR]\. [A-Z]+:)/gm, ''),
    )
    .join('\n');
}

/** The same with the marks of question and answer, as a block quotation has them. */
function testimonyWithMarks(pages: readonly string[]): string {
  return pages
    .map((page) =>
      page
        .replace(/^ +\d\n/, '')
        .replace(/^[ \d]{2} {0,2}/gm, ' ')
        .replace(OBJECTION, '')
        .replace(/^ +THE WITNESS:/gm, ' A.')
        .replace(/^ +M[SR]\. [A-Z]+:/gm, ''),
    )
    .join('\n');
}

/** And with everything that the reporter took down. */
function testimonyAsItStands(pages: readonly string[]): string {
  return pages.map((page) => page.replace(/^ +\d\n/, '').replace(/^[ \d]{2} {0,2}/gm, ' ')).join('\n');
}

const papers: readonly (readonly [string, string, (pages: readonly string[]) => string])[] = [
  ['letters', 'letters', letters],
  ['order', 'order', order],
  ['hearing', 'hearing', testimony],
  ['hearing with its marks', 'hearing', testimonyWithMarks],
  ['hearing as it stands', 'hearing', testimonyAsItStands],
  ['requests', 'requests', (pages) => pages.join('\n')],
];

export const PAPERS: readonly SamplePaper[] = papers.map(([name, file, clean]) => {
  const pages = read(file);
  return { name, pages, words: wordsOf(clean(pages)) };
});
