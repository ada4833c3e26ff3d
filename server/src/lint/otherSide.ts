import type { Draft } from '../draft.ts';
import { partyNamed, partySpeaking } from '../resolve/answer.ts';
import { nameKey, ownerKey, roleForms } from '../text/names.ts';
import type { Finding } from './finding.ts';

/**
 * Sets apart what was found in another party's section of a joint letter: it is not ours to edit. `we` says whose side the draft's
 * author is on (front matter `we: Plaintiffs`, else the setting). Such a finding is information at most, says whose statement it is
 * in, and has no quick fix. Where no section is ours, or nobody said who we are, nothing changes.
 */
export function setApart(draft: Draft, findings: readonly Finding[], setting: string): readonly Finding[] {
  const we = draft.syntax.frontMatter.get('we') ?? setting;
  if (we.trim() === '') return findings;
  const { sections } = draft.syntax;
  const ours = sections.filter(({ party }) => isSame(draft, party, we));
  if (ours.length === 0) return findings;
  const theirs = sections.filter((section) => !ours.includes(section));
  return findings.map((finding) => {
    const section = theirs.find(({ start, end }) => start <= finding.span.start && finding.span.start < end);
    return section ? ofOtherSide(finding, section.party) : finding;
  });
}

function ofOtherSide({ replacements: _, ...finding }: Finding, party: string): Finding {
  const severity = finding.severity === 'hint' ? 'hint' : 'information';
  return { ...finding, severity, message: `In ${possessive(party)} statement: ${finding.message}`, isTheirs: true };
}

/** One party under two names: as the manifest knows them, or a role in two spellings. */
function isSame({ record }: Draft, one: string, other: string): boolean {
  const parties = record.state === 'available' ? record.record.parties : [];
  const [left, right] = [partySpeaking(parties, one), partyNamed(parties, other)];
  if (left && right) return left === right;
  return ownerKey(one) === ownerKey(other) || roleForms(one).includes(nameKey(other));
}

/** A heading shouts: `META` is written Meta. */
function possessive(party: string): string {
  const isShouted = party === party.toUpperCase() && party.length > 3;
  const name = isShouted ? party.toLowerCase().replace(/(^|\s)\p{L}/gu, (letters) => letters.toUpperCase()) : party;
  return `${name}${name.endsWith('s') ? "'" : "'s"}`;
}
