import { ConfigurationTarget, commands, Range, Selection, TextEditorRevealType, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type {
  CitationsMethod,
  CitationsResult,
  DraftParams,
  MarkMethod,
  MarkParams,
  MarkResult,
} from '../../../server/src/lsp/messages.ts';

const MARK: MarkMethod = 'briefcite/mark';
const CITATIONS: CitationsMethod = 'briefcite/citations';
const VERDICTS: readonly { readonly label: MarkParams['verdict']; readonly description: string }[] = [
  { label: 'supports', description: 'The paper says it, on that page' },
  { label: 'supports in part', description: 'Not all of the sentence stands there' },
  { label: 'wrong pin', description: 'The paper says it, on another page' },
  { label: 'does not support', description: 'The paper does not say it' },
  { label: 'ask attorney', description: 'Somebody else has to decide' },
];
const SHOWN_MILLISECONDS = 5_000;

/**
 * Asks what the person found of the citation under the cursor, or of those in the selection, and has it written down. A code action says
 * which draft and range it was offered for.
 */
export async function markChecked(client: LanguageClient, ...offered: readonly unknown[]): Promise<void> {
  const place = placeOf(client, offered);
  if (!place) return;
  const { uri, range } = place;
  const by = await initials();
  if (by === undefined) return;
  const title = isEmpty(range) ? 'What did you find?' : 'What did you find of the citations in the selection?';
  const verdict = await window.showQuickPick(VERDICTS, { title, placeHolder: 'Verdict' });
  if (!verdict) return;
  const note = await window.showInputBox({
    title: 'A note, if there is one',
    prompt: 'Enter without words for no note',
  });
  if (note === undefined) return;
  const params: MarkParams = {
    uri,
    range,
    verdict: verdict.label,
    by,
    note,
  };
  const answer = await client.sendRequest<MarkResult | null>(MARK, params);
  if (!answer || answer.why !== undefined)
    void window.showWarningMessage(answer?.why ?? 'Open a draft first: there is no citation here.');
  if (!answer || answer.marked === 0) return;
  const marked = `${answer.marked} ${answer.marked === 1 ? 'citation' : 'citations'} marked`;
  window.setStatusBarMessage(`${marked}: ${verdict.label}, ${by}`, SHOWN_MILLISECONDS);
}

/** Where the person asked: at a code action, else in the editor in front. */
function placeOf(
  client: LanguageClient,
  [uri, range]: readonly unknown[],
): Pick<MarkParams, 'uri' | 'range'> | undefined {
  if (typeof uri === 'string' && isRange(range)) return { uri, range };
  const editor = window.activeTextEditor;
  const { code2ProtocolConverter: converter } = client;
  return editor && { uri: converter.asUri(editor.document.uri), range: converter.asRange(editor.selection) };
}

function isRange(value: unknown): value is MarkParams['range'] {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

function isEmpty({ start, end }: MarkParams['range']): boolean {
  return start.line === end.line && start.character === end.character;
}

/** Whose marks these are: the setting, asked for once. */
export async function initials(): Promise<string | undefined> {
  const settings = workspace.getConfiguration('briefcite');
  const known = settings.get<string>('initials', '').trim();
  if (known !== '') return known;
  const title = 'Your initials, as they stand behind what you checked';
  const typed = (await window.showInputBox({ title, placeHolder: 'J.S.' }))?.trim();
  if (!typed) return undefined;
  await settings.update('initials', typed, ConfigurationTarget.Global);
  return typed;
}

/** Moves to the next citation that nobody checked, or whose check no longer holds, round the end, and opens its paper beside. */
export async function nextUnchecked(client: LanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const params: DraftParams = { uri: client.code2ProtocolConverter.asUri(editor.document.uri) };
  const list = await client.sendRequest<CitationsResult | null>(CITATIONS, params);
  const open = (list ?? [])
    .filter(({ canBeChecked, checked }) => canBeChecked && (!checked || checked.stale))
    .map(({ range: { start, end } }) => new Range(start.line, start.character, end.line, end.character));
  const here = editor.selection.active;
  const next = open.find(({ start }) => start.isAfter(here)) ?? open[0];
  if (!next) {
    void window.showInformationMessage('There is no citation left to check of those that the manifest answers.');
    return;
  }
  editor.selection = new Selection(next.start, next.start);
  editor.revealRange(next, TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand('editor.action.revealDefinitionAside');
  // The paper is there to be read; the person goes on in the draft.
  await window.showTextDocument(editor.document, {
    ...(editor.viewColumn !== undefined && { viewColumn: editor.viewColumn }),
    selection: new Range(next.start, next.start),
  });
}
