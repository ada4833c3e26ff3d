import { env, type Uri, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { QuoteMethod, QuoteParams, QuoteResult } from '../../../server/src/lsp/messages.ts';
import type { FromPage } from './viewerMessages.ts';

const QUOTE: QuoteMethod = 'briefcite/quote';
const TOLD_MILLISECONDS = 5_000;

/** The server's answer; null where it has none, or is starting or has ended: a paper is shown without what only it knows. */
export async function ask<P, R>(client: LanguageClient, method: string, params: P): Promise<R | null> {
  try {
    return await client.sendRequest<R | null>(method, params);
  } catch {
    return null;
  }
}

/** Copies selected words of an exhibit with their citation; false where the file is no exhibit. */
export async function copyQuote(
  client: LanguageClient,
  uri: Uri,
  { page, words }: Extract<FromPage, { type: 'copy' }>,
): Promise<boolean> {
  const quote = await ask<QuoteParams, QuoteResult>(client, QUOTE, { uri: uri.toString(), page, words });
  if (!quote) {
    void window.showInformationMessage('This file is no exhibit of a draft that is open, so it has no citation.');
    return false;
  }
  await env.clipboard.writeText(quote.text);
  window.setStatusBarMessage('Copied with its citation', TOLD_MILLISECONDS);
  return true;
}
