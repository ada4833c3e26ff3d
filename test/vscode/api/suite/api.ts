import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  type CodeAction,
  commands,
  type Diagnostic,
  extensions,
  type Hover,
  type LocationLink,
  languages,
  type MarkdownString,
  Position,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { makeDocx, paragraph } from '../../../record/readers/makeDocx.ts';
import { makePdf } from '../../../record/readers/makePdf.ts';

const ID = 'briefcite.briefcite';

/** The tests that ask VS Code itself what the extension gives it. No test activates it: opening a draft has to. */
export function api(): void {
  describe('in the extension host', () => {
    it('a draft activates the extension, and its findings follow', async () => {
      const extension = extensions.getExtension(ID);
      assert.ok(extension);
      const start = performance.now();
      const letter = await openSample('letter-brief.brief');
      assert.equal(letter.languageId, 'legal-brief');
      const found = await findingsOf(letter.uri, (all) => all.length > 0);
      const time = performance.now() - start;
      console.log(`From opening the sample letter to its first findings: ${Math.round(time)} ms, activation included.`);
      assert.equal(extension.isActive, true);
      assert.ok(found.every(({ source, code, message }) => source === 'Briefcite' && code && /[.?]$/.test(message)));
    });

    it('a hover is Markdown without HTML, and may run one command only', async () => {
      const letter = await openSample('letter-brief.brief');
      const at = positionOf(letter, 'Compl. ¶¶ 22-27');
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', letter.uri, at);
      const parts = hovers.flatMap(({ contents }) => contents as MarkdownString[]);
      const words = parts.find(({ value }) => value.includes('Compl'));
      assert.ok(words, parts.map(({ value }) => value).join('\n'));
      assert.notEqual(words.supportHtml, true);
      assert.deepEqual(words.isTrusted, { enabledCommands: ['briefcite.open'] });
    });

    it('a definition is one place, from the whole citation', async () => {
      const letter = await openSample('letter-brief.brief');
      const at = positionOf(letter, 'Ex. B at 62:3-4');
      const places = await commands.executeCommand<LocationLink[]>('vscode.executeDefinitionProvider', letter.uri, at);
      assert.equal(places.length, 1);
      assert.ok(places[0]?.targetUri.path.includes('/exhibits/'));
      assert.equal(
        places[0]?.originSelectionRange && letter.getText(places[0].originSelectionRange),
        'Ex. B at 62:3-4',
      );
    });

    it('a quick fix writes the number that was meant', async () => {
      const letter = await openSample('letter-brief.brief');
      const [finding] = await findingsOf(letter.uri, (all) => all.some(isSuggestion)).then((all) =>
        all.filter(isSuggestion),
      );
      assert.ok(finding);
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        letter.uri,
        finding.range,
        'quickfix',
      );
      const change = actions.find(({ title }) => title.startsWith('Change to'));
      assert.ok(change?.edit, actions.map(({ title }) => title).join(', '));
      assert.equal(change.isPreferred, true);
      const before = letter.getText();
      await workspace.applyEdit(change.edit);
      await findingsOf(letter.uri, (all) => !all.some(({ message }) => message === finding.message));
      await commands.executeCommand('undo');
      assert.equal(letter.getText(), before);
    });

    it('an unsaved draft is read, too', async () => {
      const draft = await workspace.openTextDocument({ language: 'legal-brief', content: 'See Ex. __ at 3.' });
      await window.showTextDocument(draft);
      const found = await findingsOf(draft.uri, (all) => all.length > 0);
      assert.deepEqual(
        // The code leads to its part of the page of rules.
        found.map(({ code }) => (typeof code === 'object' ? [code.value, code.target.path.split('/').at(-1)] : code)),
        [['open-citation', 'rules.md']],
      );
    });

    it('text that is typed is answered for the version that was typed', async () => {
      const draft = await workspace.openTextDocument({ language: 'legal-brief', content: 'Words.\n' });
      const editor = await window.showTextDocument(draft);
      await editor.edit((edit) => edit.insert(new Position(1, 0), 'See Dkt. No. __.\n'));
      const [finding] = await findingsOf(draft.uri, (all) => all.length > 0);
      assert.ok(finding);
      assert.equal(finding.range.start.line, 1);
      await editor.edit((edit) => edit.delete(new Range(1, 0, 2, 0)));
      await findingsOf(draft.uri, (all) => all.length === 0);
    });

    it('a Word file and a PDF are checked read-only, as any draft beside the manifest', async () => {
      const folder = workspace.workspaceFolders?.[0]?.uri;
      assert.ok(folder);
      const typed = 'See Compl. ¶¶ 22-27. See also Ex. __ at 3.';
      for (const [name, bytes] of [
        ['reply.docx', makeDocx({ body: paragraph(typed) })],
        [
          'filed.pdf',
          makePdf({ pages: [{ drawn: [{ x: 60, y: 700, text: 'See Dkt. No. 9999 at 3. See also Ex. __ at 3.' }] }] }),
        ],
      ] as const) {
        const file = Uri.joinPath(folder, name);
        await workspace.fs.writeFile(file, bytes);
        await commands.executeCommand('briefcite.checkDraftFile', file);
        const document = window.activeTextEditor?.document;
        assert.ok(document);
        assert.equal(document.uri.scheme, 'briefcite-draft');
        assert.equal(document.languageId, 'legal-brief');
        assert.equal(workspace.fs.isWritableFileSystem(document.uri.scheme), undefined);
        const found = await findingsOf(document.uri, (all) => all.length > 0);
        const place = name.endsWith('.pdf') ? '(page 1)' : '(paragraph 1)';
        assert.ok(
          found.every(({ message }) => message.endsWith(place)),
          found.map(({ message }) => message).join(),
        );
        if (name.endsWith('.pdf')) continue;
        assert.equal(document.getText(), typed);
        const at = positionOf(document, 'Compl. ¶¶ 22-27');
        const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
        assert.ok(hovers.length > 0);
        const places = await commands.executeCommand<LocationLink[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          at,
        );
        assert.equal(places.length, 1);
      }
    });

    it('every command of the palette is there', async () => {
      const declared: { command: string }[] = extensions.getExtension(ID)?.packageJSON.contributes.commands;
      const known = await commands.getCommands(true);
      assert.deepEqual(
        declared.filter(({ command }) => !known.includes(command)),
        [],
      );
    });
  });
}

async function openSample(name: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  assert.ok(folder);
  const document = await workspace.openTextDocument(join(folder, name));
  await window.showTextDocument(document);
  return document;
}

function positionOf(document: TextDocument, words: string): Position {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, `The sample has "${words}".`);
  return document.positionAt(at + 1);
}

function isSuggestion({ message }: Diagnostic): boolean {
  return message.includes('Did you mean Dkt.');
}

/** Waits until the findings of a document are as they are meant to be. */
function findingsOf(uri: Uri, isMeant: (findings: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
  return new Promise((done) => {
    const look = (): boolean => {
      const findings = languages.getDiagnostics(uri);
      if (!isMeant(findings)) return false;
      done(findings);
      return true;
    };
    if (look()) return;
    const listening = languages.onDidChangeDiagnostics(() => {
      if (look()) listening.dispose();
    });
  });
}
