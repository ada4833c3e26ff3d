import { expect, test } from 'vitest';
import { findingsOfDraft } from '../../server/src/lint/lint.ts';
import { draftOf } from '../resolve/notation.ts';

const MANIFEST =
  'matter: {parties: [Plaintiffs, {Harbor: {role: Defendant}}], docketComplete: 9}\ndocket: {3: Order}\n';
const LETTER = "PLAINTIFFS' STATEMENT\n\nSee Dkt. No. 5.\n\nHARBOR'S STATEMENT\n\nSee Dkt. No. 6. See Dkt. 3 at 9-4.\n";

function found(text: string, we?: string): readonly string[] {
  const context = { pages: () => undefined, rules: {}, ...(we !== undefined && { we }) };
  return findingsOfDraft(draftOf(MANIFEST, text), context).map(
    ({ severity, message, isTheirs }) => `${isTheirs ? 'theirs ' : ''}${severity}: ${message}`,
  );
}

const ALL = [
  'error: Dkt. No. 5 is not in the manifest.',
  'error: Dkt. No. 6 is not in the manifest.',
  'warning: The pin cite 9-4 runs backward.',
];

test('where nobody says whose side the author is on, every section counts', () => {
  expect(found(LETTER)).toEqual(ALL);
  expect(found(LETTER, 'Somebody Else')).toEqual(ALL);
});

test.each([
  ['the setting', LETTER, 'Plaintiffs'],
  ['the setting, in another spelling', LETTER, 'Pls.'],
  ['the front matter, which wins over the setting', `---\nwe: Plaintiffs\n---\n\n${LETTER}`, 'Harbor'],
])("by %s the other side's statement is set apart", (_, text, we) => {
  expect(found(text, we)).toEqual([
    'error: Dkt. No. 5 is not in the manifest.',
    "theirs information: In Harbor's statement: Dkt. No. 6 is not in the manifest.",
    "theirs information: In Harbor's statement: The pin cite 9-4 runs backward.",
  ]);
});

test('the side may be the defendant', () => {
  expect(found(LETTER, 'Harbor')[0]).toBe(
    "theirs information: In Plaintiffs' statement: Dkt. No. 5 is not in the manifest.",
  );
  expect(found(LETTER, 'Defendant').slice(1)).toEqual(ALL.slice(1));
});
