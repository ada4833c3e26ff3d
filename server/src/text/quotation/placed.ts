import type { Difference } from './differences.ts';
import type { SourcePlace } from './sourceText.ts';

/** Where quoted words stand in a source, and whether they stand there so. */
export type Placed =
  | {
      readonly state: 'agrees';
      readonly place: SourcePlace;
      /** Words like "not" that an ellipsis or a bracket of the quotation drops, as they stand in the source. */
      readonly droppedNegations: readonly string[];
    }
  | {
      readonly state: 'differs';
      readonly place: SourcePlace;
      readonly differences: readonly Difference[];
      readonly droppedNegations: readonly string[];
    }
  | { readonly state: 'absent' }
  /** It was not looked for, or not to the end. */
  | { readonly state: 'unchecked'; readonly why: 'tooLong' | 'tooManyParts' };
