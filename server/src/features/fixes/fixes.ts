import { addToManifest } from './addToManifest.ts';
import type { FixMaker } from './fix.ts';
import { ignoreFinding } from './ignoreFinding.ts';
import { otherWords } from './otherWords.ts';
import { removeIgnore } from './removeIgnore.ts';
import { setRequests } from './setRequests.ts';

/** Every kind of fix, in the order in which a menu shows them. */
export const FIXES: readonly FixMaker[] = [otherWords, addToManifest, setRequests, removeIgnore, ignoreFinding];
