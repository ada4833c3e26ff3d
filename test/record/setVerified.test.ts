import { describe, expect, test } from 'vitest';
import { parseManifest } from '../../server/src/record/manifest.ts';
import { setVerified, type Verified, verifiedBy } from '../../server/src/record/setVerified.ts';

const OLD = 'ab'.repeat(32);
const NEW = 'cd'.repeat(32);

/** The manifest afterwards, with short words in the place of the two hashes. */
function noted(text: string, said: Partial<Verified> = {}, pointer = '/exhibits/G'): string | undefined {
  const full = text.replaceAll('OLD', OLD);
  const changes = setVerified(parseManifest(full, 'exhibits.yaml'), pointer, {
    sha256: NEW,
    on: '2025-04-02',
    ...said,
  });
  if (!changes) return undefined;
  let made = full;
  for (const { span, words } of [...changes].reverse()) made = made.slice(0, span.start) + words + made.slice(span.end);
  return made.replaceAll(OLD, 'OLD').replaceAll(NEW, 'NEW');
}

describe('a file that is noted as verified', () => {
  test.each([
    [
      'exhibits:\n  G: {title: Log, verified: {on: 2025-01-30, sha256: OLD}} # kept\n',
      'on: 2025-04-02, sha256: NEW}} # kept',
    ],
    [
      'exhibits:\n  G:\n    verified:\n      sha256: "OLD"\n      on: \'2025-01-30\'\n',
      'sha256: "NEW"\n      on: "2025-04-02"',
    ],
    ['exhibits:\r\n  G:\r\n    verified:\r\n      sha256: OLD\r\n', 'sha256: NEW\r\n      on: 2025-04-02\r\n'],
    ['exhibits: {G: {verified: {sha256: OLD}}}', 'verified: {sha256: NEW, on: 2025-04-02}'],
    ['{"exhibits": {"G": {"verified": {"sha256": "OLD", "on": "2025-01"}}}}', '"sha256": "NEW", "on": "2025-04-02"'],
    ['exhibits:\n  G: {title: Log, file: g.txt}\n', 'file: g.txt, verified: {on: 2025-04-02, sha256: NEW}}'],
  ])('%j', (text, words) => {
    expect(noted(text)).toContain(words);
  });

  test('in the name of who looked last, and of nobody else', () => {
    const text = 'exhibits:\n  G: {verified: {on: 2025-01-30, sha256: OLD, by: J.S.}}\n';
    expect(verifiedBy(parseManifest(text, 'exhibits.yaml'), '/exhibits/G')).toBe('J.S.');
    expect(noted(text)).toBeUndefined();
    expect(noted(text, { by: 'R.O.' })).toContain('{on: 2025-04-02, sha256: NEW, by: R.O.}');
  });

  test('not where its place is not certain', () => {
    expect(noted('exhibits:\n  A: {verified: &v {sha256: OLD}}\n  G: {verified: *v}\n')).toBeUndefined();
    expect(noted('exhibits:\n  G: {verified: 2025-01-30}\n')).toBeUndefined();
    expect(noted('exhibits:\n  G: g.txt\n')).toBeUndefined();
    expect(noted('exhibits: {G: {}}', {}, '/exhibits/H')).toBeUndefined();
    expect(noted('exhibits: {G: ')).toBeUndefined();
  });
});
