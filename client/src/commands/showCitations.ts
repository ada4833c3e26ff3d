import { type QuickPickItem, Range, Selection, TextEditorRevealType, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { CitationsMethod, CitationsResult, DraftParams } from '../../../server/src/lsp/messages.ts';

const METHOD: CitationsMethod = 'briefcite/citations';

/** Lists the citations of the draft in front, with what answers each and what was found; moving in the list moves in the draft. */
export async function showCitations(client: LanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const params: DraftParams = { uri: client.code2ProtocolConverter.asUri(editor.document.uri) };
  const list = await client.sendRequest<CitationsResult | null>(METHOD, params);
  if (!list || list.length === 0) {
    void window.showInformationMessage('There is no citation to the record in this file.');
    return;
  }
  const go = (range: Range): void => {
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  };
  const before = editor.selection;
  const chosen = await window.showQuickPick(list.map(itemOf), {
    title: `${list.length} citations`,
    placeHolder: 'Type words of a citation, a paper or a finding',
    matchOnDescription: true,
    matchOnDetail: true,
    onDidSelectItem: (item) => {
      if (typeof item !== 'string' && 'range' in item && item.range instanceof Range) go(item.range);
    },
  });
  go(chosen?.range ?? before);
}

function itemOf({ range, words, answer, finding }: CitationsResult[number]): QuickPickItem & { readonly range: Range } {
  return {
    label: finding === undefined ? words : `$(warning) ${words}`,
    description: answer,
    ...(finding !== undefined && { detail: finding }),
    range: new Range(range.start.line, range.start.character, range.end.line, range.end.character),
  };
}
