import type { DraftView } from '../features/view.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Matter } from './matter.ts';

/** A draft as a feature looks at it, and the offset that it is asked about. */
export interface Looked {
  readonly view: DraftView;
  readonly offset: number;
  readonly lines: LineIndex;
  readonly matter: Matter | undefined;
}

/** A draft as it is now, and the matter that answers it. */
export interface SeenDraft {
  readonly view: DraftView;
  readonly lines: LineIndex;
  readonly matter: Matter | undefined;
}
