import type { OpenPlace } from '../features/view.ts';

/** Hovers are short-lived: an older link than this many has long left the screen. */
const MOST = 1_000;

/** Gives out opaque ids for places, so that a link in a hover names nothing but an id. */
export class OpenIds {
  readonly #places = new Map<string, OpenPlace>();
  readonly #ids = new Map<string, string>();
  #last = 0;

  /** The id of a place; the same place keeps its id. */
  idOf(place: OpenPlace): string {
    const key = JSON.stringify(place);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `p${++this.#last}`;
    this.#places.set(id, place);
    this.#ids.set(key, id);
    if (this.#places.size > MOST) this.#forgetOldest();
    return id;
  }

  /** The place of an id that was given out; undefined for every other word. */
  placeOf(id: string): OpenPlace | undefined {
    return this.#places.get(id);
  }

  #forgetOldest(): void {
    const [oldest] = this.#places;
    if (!oldest) return;
    this.#places.delete(oldest[0]);
    this.#ids.delete(JSON.stringify(oldest[1]));
  }
}
