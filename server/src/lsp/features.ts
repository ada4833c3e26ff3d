import {
  type CodeActionContext,
  CodeActionKind,
  CodeActionRequest,
  DeclarationRequest,
  DefinitionRequest,
  type Diagnostic,
  HoverRequest,
  InlayHintRequest,
  type Location,
  type LocationLink,
  type MarkupContent,
  MarkupKind,
} from 'vscode-languageserver';
import { codeActions } from '../features/codeActions.ts';
import { lookAgainActions, markActions } from '../features/commandActions.ts';
import { declaration } from '../features/declaration.ts';
import { type Destination, definition } from '../features/definition.ts';
import { type HoverOptions, hover } from '../features/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { offsetOf, rangeOf } from '../features/positions.ts';
import type { OpenPlace } from '../features/view.ts';
import type { Finding } from '../lint/finding.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { type Feature, feature } from './featureTable.ts';
import { hoverPicture } from './hoverPictures.ts';
import { diagnosticOf } from './publish.ts';
import type { Session } from './session.ts';

/** Every feature of the protocol that is served. A new one is one file in `features/` and one line here. */
export const FEATURES: readonly Feature[] = [
  feature(HoverRequest.type, { hoverProvider: true }, async (session, { textDocument, position }) => {
    const looked = await session.viewAt(textDocument.uri, position, true);
    const picture = looked && (await hoverPicture(session, textDocument.uri, looked));
    const answer = looked && hover(looked.view, looked.offset, { ...hoverOptions(session), picture });
    if (!answer) return null;
    const kind = session.abilities.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
    const contents: MarkupContent = { kind, value: answer.words };
    return { contents, range: rangeOf(looked.lines, answer.span) };
  }),
  feature(DefinitionRequest.type, { definitionProvider: true }, async (session, { textDocument, position }) => {
    const looked = await session.viewAt(textDocument.uri, position);
    return looked
      ? answerOf(looked.lines, definition(looked.view, looked.offset), session.abilities.linkSupport)
      : null;
  }),
  feature(DeclarationRequest.type, { declarationProvider: true }, async (session, { textDocument, position }) => {
    const looked = await session.viewAt(textDocument.uri, position);
    const links = session.abilities.declarationLinkSupport;
    return looked ? answerOf(looked.lines, declaration(looked.view, looked.offset), links) : null;
  }),
  feature(InlayHintRequest.type, { inlayHintProvider: true }, async (session, { textDocument: { uri }, range }) => {
    const seen = await session.view(uri);
    if (!seen) return null;
    const { text } = seen.view.draft.syntax;
    const asked = { start: offsetOf(seen.lines, text, range.start), end: offsetOf(seen.lines, text, range.end) };
    return inlayHints(seen.view, asked, seen.lines);
  }),
  feature(
    CodeActionRequest.type,
    { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor] } },
    async (session, { textDocument: { uri }, range, context }) => {
      const [isForFixes, isForMarks] = [
        asksFor(context, CodeActionKind.QuickFix),
        asksFor(context, CodeActionKind.Refactor),
      ];
      const view = isForFixes || isForMarks ? await session.fixViewOf(uri) : undefined;
      if (!view) return null;
      const { lines } = view.file;
      const { text } = view.draft.syntax;
      const { documentChanges, commands } = session.abilities;
      const asked = { start: offsetOf(lines, text, range.start), end: offsetOf(lines, text, range.end) };
      const diagnosed = (finding: Finding): Diagnostic => diagnosticOf(uri, lines, finding, session.abilities);
      const options = { uri, lines, commands, documentChanges, diagnosticOf: diagnosed };
      return [
        ...(isForFixes ? [...lookAgainActions(view, asked, options), ...codeActions(view, asked, options)] : []),
        ...(isForMarks ? markActions(view, asked, options) : []),
      ];
    },
  ),
];

/** Kinds are steps of a path: who asks for nothing in particular, or for all kinds, asks for this one, too. */
function asksFor({ only }: CodeActionContext, kind: string): boolean {
  return !only || only.some((one) => one === kind || one === CodeActionKind.Empty);
}

function hoverOptions(session: Session): HoverOptions {
  const { abilities, showsProtected } = session;
  return { markdown: abilities.markdownHover, showsProtected, address: (place) => addressOf(session, place) };
}

/** Of commands only our own is ever written, and its argument is an id; another client gets the plain address of the file. */
function addressOf(session: Session, place: OpenPlace): string {
  if (!session.abilities.trustsOpening) {
    const { line } = place.range.start;
    return line > 0 ? `${place.uri}#L${line + 1}` : place.uri;
  }
  return `command:briefcite.open?${encodeURIComponent(JSON.stringify([session.ids.idOf(place)]))}`;
}

function answerOf(lines: LineIndex, to: Destination | undefined, links: boolean): Location[] | LocationLink[] | null {
  if (!to) return null;
  if (!links) return to.places.map(({ uri, range }) => ({ uri, range }));
  return to.places.map(({ uri, range }) => ({
    originSelectionRange: rangeOf(lines, to.origin),
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}
