import type { RecordAnswer } from '../draft.ts';
import { folderOf, pathBelow, wayTo } from '../files/paths.ts';
import type { CheckMark } from '../record/citeCheck.ts';
import type { PagesLookup } from '../record/pages.ts';
import type { LayerInputs } from './draftLayers.ts';
import type { Matter } from './matter.ts';
import type { Workspace } from './workspace.ts';

const NO_RECORD: RecordAnswer = { state: 'none' };
/** No page of any exhibit is there. */
export const NO_PAGES: PagesLookup = () => undefined;

const NO_MARKS: readonly CheckMark[] = [];

/** What a draft at `path` (none for an untitled one) is answered from now. */
export function layerInputsOf(path: string | undefined, matter: Matter | undefined, workspace: Workspace): LayerInputs {
  const { rules, forms, we } = workspace.settingsOf(path);
  return {
    answer: matter?.answer ?? NO_RECORD,
    path: matter && path !== undefined ? pathBelow(folderOf(matter.path), path) : undefined,
    marks: matter && path !== undefined ? matter.marksOf(wayTo(folderOf(matter.path), path)) : NO_MARKS,
    pages: matter?.shelf.lookup ?? NO_PAGES,
    pagesRevision: matter?.shelf.revision ?? 0,
    rules,
    forms,
    we,
  };
}
