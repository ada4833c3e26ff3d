import { type Destination, destination } from './definition.ts';
import type { DraftView } from './view.ts';

/** The manifest entry of the citation at a UTF-16 offset, whether or not its file is there. */
export function declaration(view: DraftView, offset: number): Destination | undefined {
  return destination(view, offset, (source) => view.places.entry(source.place));
}
