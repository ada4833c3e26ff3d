import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/vscode/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    globalSetup: ['test/vscode/ui/prepare.mjs'],
    // What a person waits for comes within seconds; a slow machine has more.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A window of a busy machine loses a key now and then. What is broken fails twice; what was tried again is said.
    retry: 1,
    // Two windows at once on two processors make each other slow, not the run faster.
    fileParallelism: false,
    slowTestThreshold: 15_000,
  },
});
