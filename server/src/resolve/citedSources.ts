import type { Source } from '../record/caseRecord.ts';
import type { TargetResolution } from './resolution.ts';

type Answer = Pick<TargetResolution, 'source' | 'sources'>;

/** The papers that answer a target: one, several for a range, none where nothing does. */
export function citedSources({ source, sources }: Answer): readonly Source[] {
  return sources ?? (source ? [source] : []);
}

/** The papers whose pages an answer needs; of an excerpt also what it is taken from. */
export function sourcesToRead(answer: Answer): readonly Source[] {
  return citedSources(answer).flatMap((one) => (one.excerptOf ? [one, one.excerptOf] : [one]));
}

/** The papers that a target means, or those that it could mean. */
export function sourcesMeant(answer: Answer & Pick<TargetResolution, 'candidates'>): readonly Source[] {
  return answer.sources ?? answer.candidates ?? citedSources(answer);
}
