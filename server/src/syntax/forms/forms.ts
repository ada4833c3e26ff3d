import { appendixForm } from './appendix.ts';
import { batesForm } from './bates.ts';
import { bracketedNumberForm } from './bracketedNumber.ts';
import { caseLawForm } from './caseLaw.ts';
import { declarationForm } from './declaration.ts';
import { depositionForm } from './deposition.ts';
import { discoveryRequestForm } from './discoveryRequest.ts';
import { docketEntryForm } from './docketEntry.ts';
import { exhibitForm } from './exhibit.ts';
import { filingForm } from './filing.ts';
import type { CitationForm } from './form.ts';
import { houseStyleForm } from './houseStyle.ts';
import { idForm } from './id.ts';
import { invertedForm } from './inverted.ts';
import { localStatementForm } from './localStatement.ts';
import { namedForm } from './named.ts';
import { pageStampForm } from './pageStamp.ts';
import { paperAtPageForm } from './paperAtPage.ts';
import { paperInBracketsForm } from './paperInBrackets.ts';
import { placeholderForm } from './placeholder.ts';
import { recommendationForm } from './recommendation.ts';
import { recordNumberForm } from './recordNumber.ts';
import { ruleForm } from './rule.ts';
import { ruleReportForm } from './ruleReport.ts';
import { statuteForm } from './statute.ts';
import { supraForm } from './supra.ts';
import { transcriptForm } from './transcript.ts';

/** Every way of writing a citation, in reading order: where two forms share a first word, the first that can read it does. */
export const FORMS: readonly CitationForm[] = [
  pageStampForm,
  idForm,
  localStatementForm,
  invertedForm,
  paperInBracketsForm,
  paperAtPageForm,
  docketEntryForm,
  recommendationForm,
  recordNumberForm,
  exhibitForm,
  discoveryRequestForm,
  declarationForm,
  depositionForm,
  transcriptForm,
  filingForm,
  appendixForm,
  houseStyleForm,
  statuteForm,
  ruleReportForm,
  ruleForm,
  caseLawForm,
  supraForm,
  placeholderForm,
  bracketedNumberForm,
  batesForm,
  namedForm,
];
