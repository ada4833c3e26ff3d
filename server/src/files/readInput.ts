import { open } from 'node:fs/promises';
import { decodeText } from '../record/readers/decodeText.ts';
import { isNotText } from '../text/notText.ts';

/** A draft longer than this is no draft. */
const MAXIMUM_BYTES = 32 * 1024 * 1024;

/** What a person named on the command line, or a sentence on why it can't be read. */
export type Input = { readonly text: string } | { readonly why: string };

/** Reads a file that the person named themselves, wherever it lies. Never throws. */
export async function readInput(path: string): Promise<Input> {
  try {
    const handle = await open(path);
    try {
      const stats = await handle.stat();
      if (stats.isDirectory()) return { why: `${path} is a folder; name the draft in it.` };
      if (stats.size > MAXIMUM_BYTES)
        return { why: `${path} has ${Math.round(stats.size / 1048576)} MB; a draft of more than 32 MB is not read.` };
      const text = decodeText(await handle.readFile());
      return isNotText(text) ? { why: `${path} is not a text; drafts are plain text or Markdown.` } : { text };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { why: `${path} ${reasonOf(error)}` };
  }
}

/** Reads standard input to its end. Never throws. */
export async function readStandardInput(stream: NodeJS.ReadableStream): Promise<Input> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > MAXIMUM_BYTES) return { why: 'Standard input has more than 32 MB; it is not read.' };
    chunks.push(bytes);
  }
  return { text: decodeText(Buffer.concat(chunks)) };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'is not there.';
  if (code === 'EACCES' || code === 'EPERM') return "can't be read: you have no permission.";
  return "can't be read.";
}
