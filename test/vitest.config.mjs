import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { vitestSchemaPlugin } from '../server/schemas/compile.mjs';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // The manifest's schema is compiled here as it is in the bundles.
  plugins: [vitestSchemaPlugin()],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', '**/node_modules/**'],
    // No test waits for a time; what has not come by then never comes.
    testTimeout: 10_000,
  },
});
