import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../server/src/text/fingerprint.ts';

describe('fingerprint', () => {
  test('is the same on every computer: files hold it', () => {
    expect(fingerprint('')).toMatch(/^[0-9a-f]{14}$/);
    expect(fingerprint('The pump stopped.')).toBe(PUMP);
  });

  test.each([
    'the pump stopped',
    'The\n  pump\u00a0stopped',
    '\u201cThe pump stopped!\u201d',
    'The pu\u00admp stop-\nped',
    'THE P\u00dcMP STOPPED',
    '\u{1d413}he pump stopped',
  ])('%j has the words of "The pump stopped."', (words) => expect(fingerprint(words)).toBe(PUMP));

  test('ligatures are their letters', () => expect(fingerprint('\ufb01le o\ufb03ce')).toBe(fingerprint('file office')));

  test.each(['The pump stops', 'The pump stopped 2', 'pump The stopped', 'The pump stopped \u4e2d'])(
    '%j has other words',
    (words) => expect(fingerprint(words)).not.toBe(PUMP),
  );
});

const PUMP = '0a9cec3b09fc6e';
