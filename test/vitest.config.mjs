import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const compile = new URL('../server/schemas/compile.mjs', import.meta.url);

/** The manifest's schema is compiled by a plugin of the schema's own folder, as it is in the bundles. */
async function schemaPlugins() {
  return existsSync(compile) ? [(await import(compile.href)).vitestSchemaPlugin()] : [];
}

export default defineConfig(async () => ({
  root,
  plugins: await schemaPlugins(),
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', '**/node_modules/**'],
    // Nothing here may wait for a time: what has not come by then never comes.
    testTimeout: 10_000,
  },
}));
