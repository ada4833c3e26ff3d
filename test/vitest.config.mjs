import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { vitestSchemaPlugin } from '../server/schemas/compile.mjs';

/** What spawns a server, analyses every regular expression or tries thousands of inputs; all else is done in a second or two. */
const LONG = [
  'test/bundles.test.ts',
  'test/features/fixesHold.test.ts',
  'test/files/readerThread.test.ts',
  'test/lsp/**/*.test.ts',
  'test/package.test.ts',
  'test/record/{addEntryLaws,anyText}.test.ts',
  'test/record/readers/hostilePdfs.test.ts',
  'test/regex/**/*.test.ts',
  'test/syntax/{chunks,laws,properties}.test.ts',
  'test/text/quotationsGenerated.test.ts',
];
const NEVER = ['test/vscode/**', '**/node_modules/**'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // The manifest's schema is compiled here as it is in the bundles.
  plugins: [vitestSchemaPlugin()],
  test: {
    // No test waits for a time; what has not come by then never comes.
    testTimeout: 10_000,
    projects: [
      // Pure functions: nothing that a file leaves behind can disturb the next, and one import serves all.
      {
        extends: true,
        test: {
          name: 'fast',
          pool: 'threads',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...NEVER, ...LONG],
        },
      },
      { extends: true, test: { name: 'long', include: LONG, exclude: NEVER } },
    ],
  },
});
