// `npm run fuzz -- --minutes 5`: looks for drafts, manifests and orders of messages that Briefcite can't bear.
//   --seed drafts:123   runs that one case again and shows what it is made of
import { parseManifest } from '../../server/src/record/manifest.ts';
import { NO_STYLES } from '../../server/src/syntax/draftSyntax.ts';
import { samplesOf } from '../samples.ts';
import { citationsStandAlone, paragraphsStandApart, spansAreSound } from '../syntax/laws.ts';
import { hurtDraft } from './drafts.ts';
import { checkAnswers, checkManifest } from './engine.ts';
import { hurtManifest } from './manifests.ts';
import { checkMessages } from './messages.ts';
import { type Random, randomOf } from './random.ts';

/** One case: what it was made of, and what is wrong. */
export interface Tried {
  readonly made: string;
  readonly faults: readonly string[];
}

const root = process.cwd();
const samples = samplesOf(root);
const drafts = samples.flatMap((sample) => sample.drafts);
const manifests = samples.map((sample) => sample.manifest);
const records = manifests.map((text) => checkManifest(text, []).record);
const farther = parseManifest(manifests[0] ?? '', '/farther.yaml');

const KINDS: Readonly<Record<string, (random: Random, seed: number) => Tried | Promise<Tried>>> = {
  drafts: tryDraft,
  manifests: tryManifest,
  messages: (random) => checkMessages(random, samples, `${root}/dist/server.js`),
};

function tryDraft(random: Random): Tried {
  const [first, second] = [hurtDraft(random, drafts), hurtDraft(random, drafts)];
  const record = random.one(records);
  const made = `${first}\n\n${second}`;
  return attempt(made, () => [
    ...spansAreSound(made, NO_STYLES),
    ...citationsStandAlone(first, NO_STYLES),
    ...paragraphsStandApart(first, second, NO_STYLES),
    ...checkAnswers(first, record),
  ]);
}

function tryManifest(random: Random): Tried {
  const manifest = hurtManifest(random, manifests);
  const draft = random.one(drafts).slice(0, 3000);
  const extended = random.chance(0.3) ? [farther] : [];
  return attempt(manifest, () => {
    const { record, faults } = checkManifest(manifest, extended);
    return [...faults, ...checkAnswers(draft, record)];
  });
}

function attempt(made: string, check: () => readonly string[]): Tried {
  try {
    return { made, faults: check() };
  } catch (error) {
    return { made, faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

function wordBehind(name: string): string | undefined {
  const place = process.argv.indexOf(name);
  return place < 0 ? undefined : process.argv[place + 1];
}

async function runOne(kind: string, seed: number): Promise<Tried> {
  const check = KINDS[kind];
  if (!check) throw new Error(`A seed looks like drafts:123; it begins with one of ${Object.keys(KINDS).join(', ')}.`);
  return check(randomOf(seed), seed);
}

function report(kind: string, seed: number, { faults }: Tried): void {
  console.error(`\n${kind}:${seed} fails; to run it again: npm run fuzz -- --seed ${kind}:${seed}`);
  for (const fault of faults.slice(0, 5)) console.error(`  ${fault}`);
}

async function rerun(name: string): Promise<number> {
  const [kind = '', seed = ''] = name.split(':');
  const tried = await runOne(kind, Number(seed));
  console.log(JSON.stringify(tried.made, undefined, 1));
  if (tried.faults.length > 0) report(kind, Number(seed), tried);
  else console.log('Nothing is wrong with it.');
  return tried.faults.length > 0 ? 1 : 0;
}

/** Takes the kinds in turns, each for the same time, until the time is up. Every run begins with seeds of its own. */
async function search(minutes: number): Promise<number> {
  const end = Date.now() + minutes * 60_000;
  const base = Date.now() % 1_000_000_000;
  const counts = new Map<string, number>();
  let failures = 0;
  console.log(`Fuzzing for ${minutes} minutes from seed ${base}.`);
  while (Date.now() < end && failures < 20) {
    for (const kind of Object.keys(KINDS)) {
      const turn = Math.min(end, Date.now() + 5_000);
      while (Date.now() < turn) {
        const count = counts.get(kind) ?? 0;
        counts.set(kind, count + 1);
        const tried = await runOne(kind, base + count);
        if (tried.faults.length === 0) continue;
        failures++;
        report(kind, base + count, tried);
      }
    }
  }
  const said = [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
  console.log(`${said}: ${failures === 0 ? 'nothing was found' : `${failures} failed`}.`);
  return failures > 0 ? 1 : 0;
}

const seed = wordBehind('--seed');
const work = seed === undefined ? search(Number(wordBehind('--minutes') ?? 1)) : rerun(seed);
work.then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
