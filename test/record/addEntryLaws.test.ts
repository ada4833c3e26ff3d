import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { addEntry, inserted } from '../../server/src/record/addEntry.ts';
import type { NewValue } from '../../server/src/record/entryText.ts';
import { parseManifest } from '../../server/src/record/manifest.ts';
import type { ManifestNode } from '../../server/src/record/manifestTree.ts';
import { readYaml } from '../../server/src/record/readYaml.ts';
import { hurtManifest } from '../fuzz/manifests.ts';
import { randomOf } from '../fuzz/random.ts';
import { samplesOf } from '../samples.ts';

const SAMPLES = samplesOf(fileURLToPath(new URL('../..', import.meta.url))).map(({ manifest }) => manifest);
const JSON_SAMPLE = JSON.stringify(
  { docket: { 1: 'a.txt' }, exhibits: { A: {} }, papers: { 'x.brief': { requests: ['One'] } } },
  null,
  2,
);
const VALUE: NewValue = new Map([['title', 'Yes: "this" # one']]);
const PLANS: readonly (readonly [readonly string[], NewValue])[] = [
  [['docket', '99999'], VALUE],
  [['exhibits', 'Nobody', 'Q'], new Map()],
  [['declarations', 'Nobody', 'exhibits', 'Q'], VALUE],
  [['papers', 'x.brief', 'requests'], ['Two, of them']],
  [['discovery'], [new Map<string, NewValue>([['request', 'RFP']])]],
  [['discovery', '0', 'requests', '99999'], new Map()],
];

/** What a manifest says, without its layout. */
function said(node: ManifestNode | undefined): unknown {
  if (!node || node.kind === 'scalar') return node?.text;
  if (node.kind === 'list') return node.items.map(said);
  return node.entries.map(({ key, value }) => [key, said(value)]);
}

/** Takes away again what was added: the last member of the one map or list that has one more than before. */
function undone(after: unknown, before: unknown): unknown {
  if (JSON.stringify(after) === JSON.stringify(before)) return before;
  if (!Array.isArray(after)) return after;
  // A key with nothing behind it got its first entry.
  if (!Array.isArray(before)) return before === '' ? before : after;
  if (after.length > before.length) return after.slice(0, -1);
  return after.map((one, place) => undone(one, before[place]));
}

/** More of them, and other ones, were tried by hand. */
const SEEDS = 60;

test('what is there stays as it is, whatever the manifest', () => {
  let written = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const text = hurtManifest(randomOf(seed), [...SAMPLES, JSON_SAMPLE, SAMPLES.join('').replace(/\n/g, '\r\n')]);
    const parsed = parseManifest(text, 'm');
    for (const [keys, value] of PLANS) {
      const insertions = addEntry(parsed, keys, value);
      if (!insertions) continue;
      const after = readYaml(inserted(text, insertions));
      const where = `seed ${seed}, ${keys.join('/')}`;
      if (!after.readable) expect.fail(where);
      expect(undone(said(after.root), said(parsed.root)), where).toEqual(said(parsed.root));
      expect(said(after.root), where).not.toEqual(said(parsed.root));
      written++;
    }
  }
  expect(written).toBeGreaterThan(SEEDS);
});
