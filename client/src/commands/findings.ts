import { commands, type Diagnostic, languages, Selection, TextEditorRevealType, window } from 'vscode';

/** Moves to the next or previous finding of the draft in front, round its end, and shows what it says. */
export async function goToFinding(direction: 'next' | 'previous'): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const findings = languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source }) => source === 'Briefcite')
    .sort((one, other) => one.range.start.compareTo(other.range.start));
  const here = editor.selection.start;
  const next = findings.find(({ range }) => range.start.isAfter(here)) ?? findings[0];
  const previous = findings.findLast(({ range }) => range.start.isBefore(here)) ?? findings.at(-1);
  const meant: Diagnostic | undefined = direction === 'next' ? next : previous;
  if (!meant) {
    void window.showInformationMessage('Briefcite has found nothing to look at in this file.');
    return;
  }
  editor.selection = new Selection(meant.range.start, meant.range.start);
  editor.revealRange(meant.range, TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand('editor.action.showHover');
}
