import type { ExhibitTarget, Target } from '../syntax/citation.ts';
import { type Answer, missing, OUTSIDE, type ResolveContext } from './answer.ts';
import { resolveDeclaration } from './targets/declaration.ts';
import { resolveDocketEntry } from './targets/docket.ts';
import { resolveExhibit } from './targets/exhibit.ts';
import { resolveFiling } from './targets/filing.ts';
import { resolveRequest } from './targets/request.ts';
import { resolveNamed } from './targets/shortForm.ts';
import { resolveAppendix, resolveBates, resolveDeposition, resolveTranscript } from './targets/transcript.ts';

/** Answers one target from the record, by its kind. Pure; an open target (`Ex. __`) is never looked up. */
export function resolveTarget(target: Target, context: ResolveContext): Answer {
  if (target.open === 'blank') return missing(false);
  switch (target.kind) {
    case 'docketEntry':
      return resolveDocketEntry(target, context);
    case 'exhibit':
      return exhibitOrPaper(target, context);
    case 'declaration':
      return resolveDeclaration(target, context);
    case 'discoveryRequest':
      return resolveRequest(target, context);
    case 'deposition':
      return resolveDeposition(target, context);
    case 'transcript':
      return resolveTranscript(target, context);
    case 'appendix':
      return resolveAppendix(target, context);
    case 'filing':
      return resolveFiling(target, context);
    case 'bates':
      return resolveBates(target, context);
    case 'named':
      return resolveNamed(target, context);
    case 'authority':
      return OUTSIDE;
    default:
      return target satisfies never;
  }
}

/** `Ex. 3, Smith Dep. 45:3`: where the record has no such exhibit, the paper of that name answers. */
function exhibitOrPaper(target: ExhibitTarget, context: ResolveContext): Answer {
  const answer = resolveExhibit(target, context);
  if (!target.paper || answer.status !== 'unresolved') return answer;
  const named = resolveTarget({ ...target.paper, pins: target.pins }, context);
  return named.status === 'resolved' ? named : answer;
}
