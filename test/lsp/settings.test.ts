import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, readSettings } from '../../server/src/lsp/settings.ts';

test.each([null, undefined, {}, { rules: null, manifest: null, exhibitFolders: null }])(
  '%j means the defaults',
  (answer) => {
    expect(readSettings(answer)).toEqual({ settings: DEFAULT_SETTINGS, complaints: [] });
  },
);

test.each([
  ['words', 1],
  [{ rules: [] }, 1],
  [{ rules: { a: 'loud' } }, 1],
  [{ manifest: 7 }, 1],
  [{ exhibitFolders: 'one' }, 1],
  [{ exhibitFolders: [1] }, 1],
  [{ rules: 1, manifest: {}, exhibitFolders: {} }, 3],
])('%j falls back with a line for each', (answer, lines) => {
  const { settings, complaints } = readSettings(answer);
  expect(settings).toEqual(DEFAULT_SETTINGS);
  expect(complaints).toHaveLength(lines);
});

test('what is well formed is taken, also beside what is not', () => {
  const { settings } = readSettings({
    rules: { a: 'off', b: 'no' },
    manifest: ' x.yaml ',
    exhibitFolders: ['/a', ''],
    forms: [],
    hoverPictures: 'no',
    we: ' Plaintiffs ',
  });
  expect(settings).toEqual({
    rules: { a: 'off' },
    manifest: 'x.yaml',
    exhibitFolders: ['/a'],
    forms: [],
    hoverPictures: true,
    we: 'Plaintiffs',
  });
});
