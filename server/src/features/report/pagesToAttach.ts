import type { Draft } from '../../draft.ts';
import { rangeWords } from '../../lint/quotedLines.ts';
import type { Source } from '../../record/caseRecord.ts';
import { citedSources } from '../../resolve/citedSources.ts';
import type { PinCite } from '../../syntax/citation.ts';

/** What has to be attached of one paper, so that a reader finds everything that is cited of it. */
export interface PagesToAttach {
  /** As a person would cite it. */
  readonly name: string;
  readonly title?: string;
  /** Pages as the draft cites them, in their order, each once: `12`, `144-146`; of a transcript with lines. */
  readonly pages: readonly string[];
  /** Paragraphs, sections and footnotes that are cited without a page: `¶ 12`. */
  readonly others: readonly string[];
  /** It is cited as a whole somewhere. */
  readonly isCitedWhole: boolean;
}

/**
 * Every paper that a draft cites, with every page and line that is cited of it, in the order in which the draft first cites them. Of a
 * range of papers the pins belong to the last one; a doubtful *Id.* counts for all that it may mean. Requests and case law have no pages.
 */
export function pagesToAttach({ citations }: Draft): readonly PagesToAttach[] {
  const cited = new Map<Source, PinCite[][]>();
  for (const resolved of citations)
    for (const answer of resolved.targets) {
      const sources = answer.target.kind === 'discoveryRequest' ? [] : citedSources(answer);
      const meant = sources.length > 0 ? sources : resolved.doubtful ? (answer.candidates ?? []) : [];
      meant.forEach((source, place) => {
        const isLast = resolved.doubtful || place === meant.length - 1;
        cited.set(source, [...(cited.get(source) ?? []), isLast ? answer.pins.filter(({ open }) => !open) : []]);
      });
    }
  return [...cited].map(([source, all]) => entryOf(source, all));
}

function entryOf({ name, title }: Source, all: readonly (readonly PinCite[])[]): PagesToAttach {
  const pins = all.flat();
  return {
    name,
    ...(title !== undefined && { title }),
    pages: inOrder(pins.filter(isPage).map(rangeOf)),
    others: [
      ...new Set(
        pins.filter((pin) => !isPage(pin) && SIGNS[pin.unit]).map((pin) => `${SIGNS[pin.unit]} ${rangeOf(pin)}`),
      ),
    ],
    isCitedWhole: all.some((one) => one.length === 0),
  };
}

const SIGNS: Readonly<Partial<Record<PinCite['unit'], string>>> = { paragraph: '¶', section: '§', footnote: 'n.' };

function isPage({ unit, first }: PinCite): boolean {
  return (unit === 'page' || unit === 'line' || unit === 'pageId') && first !== 'passim';
}

/** `12`, `144-146`, `144:3-146:12`, `12 ff.`. */
function rangeOf({ first, last, openEnded }: PinCite): string {
  const range = rangeWords(first, last);
  return openEnded ? `${range} ff.` : range;
}

/** By page, then by line; what is no number stands behind, as it came. */
function inOrder(pages: readonly string[]): readonly string[] {
  const place = (page: string): number => {
    const [, first, line = '0'] = /^(\d+)(?::(\d+))?/.exec(page) ?? [];
    return first === undefined ? Number.MAX_SAFE_INTEGER : Number(first) * 100 + Number(line);
  };
  return [...new Set(pages)].sort((one, other) => place(one) - place(other));
}
