import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Sample, samplesOf } from '../samples.ts';
import { afterFix, fixesOf, fixViewOf, foundLines, written } from './fixing.ts';

const SAMPLES = samplesOf(fileURLToPath(new URL('../..', import.meta.url)));
/** Mistakes that any draft may have; none of these papers is in any of the matters. */
const MISTAKES =
  '\n\nSee Dkt. No. 987 at 3; Qwerty Decl. ¶ 4, Ex. QQ. Id. at 4. Ex. ZZ at\n4-2, and Qwerty Dep. 36:914. See RFP 777.\nEx. __.\n';

test.each(
  SAMPLES.flatMap((sample) =>
    sample.drafts.map((text, place): readonly [string, Sample, string] => [`${sample.name} ${place}`, sample, text]),
  ),
)('%s: each fix takes its finding away, and the manifest gets no new problem', (_name, { manifest }, text) => {
  const isMarkdown = text.length % 2 === 0;
  const before = written(manifest, text + MISTAKES, { isMarkdown });
  const view = fixViewOf(before);
  const was = foundLines(view);
  let tried = 0;
  for (const [place, finding] of view.findings.entries()) {
    for (const fix of fixesOf({ ...view, findings: [finding] }).slice(0, 6)) {
      const after = fixViewOf(afterFix(before, view, fix));
      const is = foundLines(after);
      const line = was[place] ?? '';
      const count = (lines: readonly string[]): number => lines.filter((one) => one === line).length;
      // A paper that is cited again is then said to be missing there, and the next kind of request is asked about.
      const isNext = finding.related !== undefined && fix.file.uri === view.file.uri && !fix.title.startsWith('Ignore');
      if (!isNext) expect(count(is), `${fix.title}: ${line}`).toBeLessThan(count(was));
      if (fix.title.startsWith('Ignore') || fix.title.startsWith('Add')) {
        expect(
          is.filter((one) => !was.includes(one)),
          fix.title,
        ).toEqual([]);
      }
      tried++;
    }
  }
  expect(tried).toBeGreaterThan(5);
});
