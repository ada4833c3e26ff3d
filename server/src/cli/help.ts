import type { Command } from './arguments.ts';

const GENERAL = `briefcite checks the citations to the record in a brief against your exhibits. Nothing leaves this computer.

  briefcite check      DRAFT...   what is wrong with the citations of a draft
  briefcite citations  DRAFT...   every citation found, also without a manifest
  briefcite report     DRAFT      the cite-check: every citation with its sentence, paper and page, to read and sign
  briefcite pages      EXHIBIT    what is read of an exhibit, page by page
  briefcite rules                 what each finding means, with examples

  briefcite <command> --help      the options of a command
  briefcite --version

A draft is plain text, Markdown, a Word file (.docx) or a PDF; - reads standard input. In a Word file a finding is given by its
paragraph, in a PDF by its page. The record of the matter is described in exhibits.yaml (or .yml, .json), which is
looked for in the draft's folder and the folders above it.

Exit status: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage, or input that can't be read.`;

const COMMANDS: Readonly<Record<Command, string>> = {
  check: `briefcite check DRAFT... [options]

Reads each draft, looks up every citation in the manifest and says what is wrong.

  --manifest FILE         use this manifest instead of looking for one
  --exhibit-folder DIR    exhibits may lie in this folder, too (may be given several times); the folders of the manifest
                          and of the draft are always allowed
  --format text|json|sarif
  --fail-on error|warning|info|never
                          exit with 1 where a finding is at least this bad (default: error)`,
  citations: `briefcite citations DRAFT... [options]

Lists every citation found in each draft, and the paper that answers it where there is a manifest.

  --manifest FILE         use this manifest instead of looking for one
  --exhibit-folder DIR    exhibits may lie in this folder, too
  --format text|json`,
  report: `briefcite report DRAFT [options]

Prints the cite-check of a draft: every citation with the sentence that it stands in, the paper that answers it, the words of
the page that is cited (none of a paper under seal), what was found, and what could not be looked at. The verdict on each is
left for a person. For example: briefcite report letter.brief > cite-check.html

  --manifest FILE         use this manifest instead of looking for one
  --exhibit-folder DIR    exhibits may lie in this folder, too
  --format html|csv|json  a page to print (default), a table for a spreadsheet, or for other programs`,
  pages: `briefcite pages EXHIBIT [options]

Shows what is read of an exhibit: its pages, the numbers that stand on them, and their text. PDF, Word, text, Markdown, saved web
pages and mail are read; of a scan or picture the text that lies beside it (scan.txt beside scan.pdf).

  --format text|json`,
  rules: `briefcite rules

Prints every rule: its code, how grave it is, what it says, and an example on which it speaks and one on which it is silent.`,
};

/** The help text of the program, or of one command. */
export function helpFor(command?: Command): string {
  return command === undefined ? GENERAL : COMMANDS[command];
}
