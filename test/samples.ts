import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A matter of test/matters: its manifest and its drafts, as texts. */
export interface Sample {
  readonly name: string;
  readonly folder: string;
  readonly manifest: string;
  readonly drafts: readonly string[];
}

/** The made-up matters below `root`/test/matters. */
export function samplesOf(root: string): readonly Sample[] {
  const matters = join(root, 'test/matters');
  return readdirSync(matters)
    .sort()
    .filter((name) => statSync(join(matters, name)).isDirectory())
    .map((name) => {
      const folder = join(matters, name);
      const files = readdirSync(folder, { recursive: true }).map(String).sort();
      const drafts = files.filter((file) =>
        /(?:\.brief|\.brief\.md|\.brief\.txt|motions[\\/][^\\/]+\.txt)$/.test(file),
      );
      return {
        name,
        folder,
        manifest: readFileSync(join(folder, 'exhibits.yaml'), 'utf8'),
        drafts: drafts.map((file) => readFileSync(join(folder, file), 'utf8')),
      };
    });
}
