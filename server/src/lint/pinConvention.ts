import type { Draft } from '../draft.ts';
import type { Citation } from '../syntax/citation.ts';
import { ownerKey } from '../text/names.ts';

/** What a page number means where this citation stands: the draft's own word, else the manifest's for the side that speaks. */
export function conventionFor({ syntax, record }: Draft, citation: Citation): 'ecf' | 'printed' | 'pdf' | undefined {
  if (syntax.pageConvention) return syntax.pageConvention;
  if (record.state !== 'available') return undefined;
  const section = syntax.sections.find(({ start, end }) => start <= citation.start && citation.start < end);
  const key = section && ownerKey(section.party);
  const party = key === undefined ? undefined : record.record.parties.find(({ keys }) => keys.has(key));
  const side = [...(party?.keys ?? [])].map((name) => record.record.pins.get(name)).find((pins) => pins !== undefined);
  return side ?? record.record.pins.get('*');
}
