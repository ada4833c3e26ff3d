import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { api } from './api.ts';

interface Told {
  readonly title: string;
  readonly state: string;
  readonly error?: string;
}

/** What VS Code calls in its extension host: runs the tests, rejects if one fails or none ran. */
export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false });
  mocha.suite.emit('pre-require', globalThis, 'api', mocha);
  api();
  const told: Told[] = [];
  return new Promise((done, failed) => {
    const runner = mocha.run((failures) => {
      const result = process.env.BRIEFCITE_RESULT;
      if (result) writeFileSync(result, JSON.stringify(told));
      if (failures > 0) failed(new Error(`${failures} of ${told.length} tests failed.`));
      else if (told.length === 0) failed(new Error('No test ran.'));
      else done();
    });
    runner.on('pass', (test) => told.push({ title: test.fullTitle(), state: 'passed' }));
    runner.on('pending', (test) => told.push({ title: test.fullTitle(), state: 'skipped' }));
    runner.on('fail', (test, error) =>
      told.push({ title: test.fullTitle(), state: 'failed', error: error.stack ?? '' }),
    );
  });
}
