import type { Cursor } from '../../text/cursor.ts';
import type { Citation, IdWords } from '../citation.ts';
import { readExhibitHead, readExhibitLabels } from '../parts/exhibitLabel.ts';
import { readPinsBehind } from '../parts/parenthetical.ts';
import type { CitationForm } from './form.ts';

/** `Id. at 7`, `Id. ¶ 12`, `Ibid.`, `Id. Ex. 57 at 2`. What it stands for is found later, with every citation known. */
export const idForm: CitationForm = {
  name: 'id',
  triggers: ['id', 'ibid'],
  examples: [
    'Id.',
    'Id. at 7',
    'id. ¶ 143',
    'Id. at ¶ 143',
    'Id. at 16, ¶¶ 84, 87',
    'Id. at PageID 65',
    'Id. Ex. 57 at 2',
    'Id., Exs. 15-16',
    'Ibid.',
    'Id .  at 5',
    'id. 80:1–4',
  ],
  parse(cursor) {
    // The citation begins at the word itself: Markdown's marks round it are typography.
    const start = cursor.at;
    const typed = cursor.letters(5);
    if (!['Id', 'id', 'Ibid', 'ibid', 'IBID'].includes(typed)) return undefined;
    // "Id ." is what a PDF leaves of it.
    if (!cursor.take('.') && !cursor.attempt(() => (cursor.gap() && cursor.take('.') ? true : undefined))) {
      // `Id at 4`: the period was forgotten. "id at 4" may be a user's.
      if (typed !== 'Id' || !/^ at (?:\d|\u00B6)/.test(cursor.text.slice(cursor.at, cursor.at + 5))) return undefined;
    }
    const end = cursor.at;
    const words = readWords(cursor);
    const open = [...words.pins, ...words.exhibits.flatMap((exhibit) => exhibit.pins)].some((pin) => pin.open);
    return {
      form: 'id',
      start,
      end: cursor.at,
      headSpan: { start, end },
      targets: [],
      id: words,
      ...(open ? { open: true } : {}),
    } satisfies Citation;
  },
};

function readWords(cursor: Cursor): IdWords {
  const { pins } = readPinsBehind(cursor, { bare: false, bareLines: true });
  const exhibits: IdWords['exhibits'][number][] = [];
  while (exhibits.length < 200) {
    const group = cursor.attempt(() => {
      cursor.gapAndEmphasis();
      cursor.take(',');
      cursor.gap();
      if (cursor.take('&') || cursor.word('and') || cursor.word('at')) cursor.gap();
      const head = readExhibitHead(cursor);
      if (!head) return undefined;
      const labels = readExhibitLabels(cursor, head.plural);
      if (labels.length === 0) return undefined;
      const own = readPinsBehind(cursor, { bare: false }).pins;
      return labels.map((label, place) => ({
        exhibit: label.exhibit,
        ...(label.last ? { last: label.last } : {}),
        span: { start: place === 0 ? head.start : label.start, end: label.end },
        pins: own,
      }));
    });
    if (!group) break;
    exhibits.push(...group);
  }
  return { pins, exhibits };
}
