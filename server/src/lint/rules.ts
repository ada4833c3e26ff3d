import type { LintRule, ManifestRule } from './rule.ts';
import { ambiguousCitation } from './rules/ambiguousCitation.ts';
import { conflictingCitation } from './rules/conflictingCitation.ts';
import { deadlinePassed } from './rules/deadlinePassed.ts';
import { droppedNegation } from './rules/droppedNegation.ts';
import { duplicateRecord } from './rules/duplicateRecord.ts';
import { emphasisUnexplained } from './rules/emphasisUnexplained.ts';
import { fileNotAllowed } from './rules/fileNotAllowed.ts';
import { idMoved } from './rules/idMoved.ts';
import { laterFiled } from './rules/laterFiled.ts';
import { manifestInvalid } from './rules/manifestInvalid.ts';
import { missingFile } from './rules/missingFile.ts';
import { noAntecedent } from './rules/noAntecedent.ts';
import { openCitation } from './rules/openCitation.ts';
import { pageNotAttached } from './rules/pageNotAttached.ts';
import { pinAmbiguous } from './rules/pinAmbiguous.ts';
import { pinGarbled } from './rules/pinGarbled.ts';
import { pinOutOfRange } from './rules/pinOutOfRange.ts';
import { pinReversed } from './rules/pinReversed.ts';
import { quotationAltered } from './rules/quotationAltered.ts';
import { quotationElsewhere } from './rules/quotationElsewhere.ts';
import { quotationNotCheckable } from './rules/quotationNotCheckable.ts';
import { quotationNotFound } from './rules/quotationNotFound.ts';
import { quotationUncited } from './rules/quotationUncited.ts';
import { staleCheck } from './rules/staleCheck.ts';
import { staleCitation } from './rules/staleCitation.ts';
import { staleFile } from './rules/staleFile.ts';
import { unresolvedCitation } from './rules/unresolvedCitation.ts';
import { unusedExhibit } from './rules/unusedExhibit.ts';
import { unusedIgnore } from './rules/unusedIgnore.ts';

/** Every rule about drafts, in the order of the README's table. */
export const RULES: readonly LintRule[] = [
  unresolvedCitation,
  ambiguousCitation,
  noAntecedent,
  conflictingCitation,
  pinOutOfRange,
  pinReversed,
  pinGarbled,
  pinAmbiguous,
  pageNotAttached,
  openCitation,
  staleCitation,
  staleFile,
  laterFiled,
  deadlinePassed,
  quotationAltered,
  quotationElsewhere,
  quotationNotFound,
  quotationNotCheckable,
  emphasisUnexplained,
  droppedNegation,
  quotationUncited,
  staleCheck,
  idMoved,
  unusedIgnore,
];

/** Every rule about manifests. */
export const MANIFEST_RULES: readonly ManifestRule[] = [
  manifestInvalid,
  duplicateRecord,
  missingFile,
  fileNotAllowed,
  unusedExhibit,
];
