import type { Source } from './caseRecord.ts';
import type { Paper } from './paper.ts';
import type { Problems } from './problems.ts';

/** An index of the record while it is made: a citation's key and the paper that answers. */
export type Index = Map<string, Source>;

/** Fills indices, and notices where two papers claim one citation. Lives while one record is made. */
export class Claims {
  readonly contested = new Map<ReadonlyMap<string, Source>, Map<string, Source[]>>();
  readonly #problems: Problems;
  readonly #claimants = new Map<Index, Map<string, Paper>>();

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  /** An entry claims a citation. A second name for the same paper is no duplicate. */
  claim(index: Index, key: string, paper: Paper, citation: string): void {
    const claimants = this.#claimantsOf(index);
    const first = claimants.get(key);
    if (!first) {
      claimants.set(key, paper);
      index.set(key, paper.final.source);
      return;
    }
    const several = this.#severalAt(index, key) ?? [first.final.source];
    if (several.includes(paper.final.source)) return;
    several.push(paper.final.source);
    this.#contest(index, key, several);
    // A key that is written twice in one map has its finding already.
    if (first.source.entry === paper.source.entry) return;
    this.#problems.claimedTwice(citation, first.source.place, paper.source.place, several.length > 2);
  }

  /** A number that counts only where nothing is listed under it: a version of the paper, or the paper's own word for itself. */
  claimUnlessListed(index: Index, listed: ReadonlySet<string>, key: string, paper: Paper, citation: string): void {
    if (!listed.has(key)) this.claim(index, key, paper, citation);
  }

  /** The nearer manifest's own names win: its index over the one of the manifest that it extends. */
  over(
    nearer: ReadonlyMap<string, Source>,
    farther: ReadonlyMap<string, Source> | undefined,
    of: ContestedBy,
  ): ReadonlyMap<string, Source> {
    if (!farther) return nearer;
    const merged = new Map([...farther, ...nearer]);
    const several = new Map(this.contested.get(nearer));
    for (const [key, sources] of of.get(farther) ?? []) if (!nearer.has(key)) several.set(key, [...sources]);
    if (several.size > 0) this.contested.set(merged, several);
    return merged;
  }

  /** What was contested in the manifest that this one extends stays so, in the indices that are kept. */
  keep(of: ContestedBy): void {
    for (const [index, several] of of) {
      this.contested.set(index, new Map([...several].map(([key, sources]) => [key, [...sources]])));
    }
  }

  #claimantsOf(index: Index): Map<string, Paper> {
    const known = this.#claimants.get(index) ?? new Map<string, Paper>();
    this.#claimants.set(index, known);
    return known;
  }

  #severalAt(index: Index, key: string): Source[] | undefined {
    return this.contested.get(index)?.get(key);
  }

  #contest(index: Index, key: string, sources: Source[]): void {
    const several = this.contested.get(index) ?? new Map<string, Source[]>();
    several.set(key, sources);
    this.contested.set(index, several);
  }
}

/** Which keys of which indices several papers claim. */
export type ContestedBy = ReadonlyMap<ReadonlyMap<string, Source>, ReadonlyMap<string, readonly Source[]>>;
