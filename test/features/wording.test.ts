import { expect, test } from 'vitest';
import { pinWords } from '../../server/src/features/wording.ts';
import { inVolume } from '../../server/src/resolve/pinVolume.ts';
import { NO_STYLES } from '../../server/src/syntax/draftSyntax.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';

test.each([
  ['Ex. B at 62:3-4', 'at 62:3-4'],
  ['Ex. B at 144:3-146:12', 'at 144:3-146:12'],
  ['Ex. B at 144-46', 'at 144-146'],
  ['Vo Decl. ¶¶ 4-6', '¶¶ 4-6'],
  ['Dkt. No. 3 at n.9', 'n.9'],
  ['Hale Dep. Vol. II at 62:3', 'vol. 2 at 62:3'],
])('the pin of %s is said as it is cited', (text, words) => {
  const pins = parseDraft(text, NO_STYLES).citations.flatMap(({ targets }) =>
    targets.flatMap((target) => target.pins.map((pin) => inVolume(pin, target))),
  );
  expect(pins.map(pinWords)).toEqual([words]);
});
