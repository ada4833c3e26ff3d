import type { Citation, PinCite, Target } from '../../server/src/syntax/citation.ts';
import { NO_STYLES, type Styles } from '../../server/src/syntax/draftSyntax.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';

/** A citation as one line: `docketEntry "Dkt. No. 315 at 7" docket=315 p7`. Golden files and fixtures are written so. */
export function lineOf(text: string, citation: Citation): string {
  const words = text.slice(citation.start, citation.end).replace(/\s+/g, ' ');
  const marks = [citation.prose ? 'prose' : '', citation.open ? 'open' : ''].filter(Boolean);
  const targets =
    citation.form === 'id'
      ? [
          ...(citation.id?.pins ?? []).map(pinWords),
          ...(citation.id?.exhibits ?? []).map((one) =>
            [`exhibit=${one.exhibit}${one.last ? `..${one.last}` : ''}`, ...one.pins.map(pinWords)].join(' '),
          ),
        ].join(' | ')
      : citation.targets.map(targetWords).join(' | ');
  return [citation.form, JSON.stringify(words), ...marks, targets].filter(Boolean).join(' ');
}

/** The citations of a text, a line each. */
export function linesOf(text: string, styles: Partial<Styles> = {}): readonly string[] {
  return parseDraft(text, { ...NO_STYLES, ...styles }).citations.map((citation) => lineOf(text, citation));
}

const SKIPPED = new Set(['kind', 'start', 'end', 'pins', 'docketSpan', 'open']);

export function targetWords(target: Target): string {
  const fields = Object.entries(target).flatMap(([key, value]) => {
    if (SKIPPED.has(key) || value === undefined) return [];
    if (key === 'otherReading') return [`(or ${Object.values(value).join('..')})`];
    if (key === 'case') return [`case=${value.number ?? value.name}`];
    if (key === 'last' && 'first' in target && target.first === value) return [];
    return [`${key}=${value}`];
  });
  return [...fields, ...target.pins.map(pinWords)].join(' ');
}

const UNITS: Readonly<Record<PinCite['unit'], string>> = {
  page: 'p',
  line: 'l',
  paragraph: '¶',
  footnote: 'n',
  section: '§',
  starPage: '*',
  pageId: 'PageID',
};

export function pinWords({ unit, first, last, shared, volume, openEnded }: PinCite): string {
  return `${volume ? `vol${volume}:` : ''}${UNITS[unit]}${first}${last === first ? '' : `..${last}`}${shared ? '+' : ''}${openEnded ? '++' : ''}`;
}
