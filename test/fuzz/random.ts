/** Numbers that look random and are the same for the same seed, on every computer. */
export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  readonly below: (limit: number) => number;
  /** One of them. */
  readonly one: <T>(all: readonly [T, ...T[]] | readonly T[]) => T;
  /** True in `share` of all cases (0 to 1). */
  readonly chance: (share: number) => boolean;
}

/** Mulberry32: thirty-two bits of state, which is plenty to shake a parser with. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    one: <T>(all: readonly T[]): T => {
      if (all.length === 0) throw new Error('There is nothing to choose from.');
      return all[below(all.length)] as T;
    },
    chance: (share) => next() < share,
  };
}
