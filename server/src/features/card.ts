import { escapeMarkdown, markdownLink, plainWords } from './markdown.ts';
import type { Passage } from './passage.ts';

/** A link at the foot of a hover. The address is one of ours, or of the web. */
export interface CardLink {
  readonly label: string;
  readonly address: string;
}

/** A picture in a hover: its address is a `data:` one of ours, its width in pixels. */
export interface CardPicture {
  readonly address: string;
  /** For who does not see it. */
  readonly words: string;
  readonly width: number;
}

/** What a hover says, from top to bottom, before it is Markdown. All of it is words, none of it markup. */
export interface HoverCard {
  /** What is wrong, if anything. */
  readonly verdicts: readonly string[];
  readonly papers: readonly { readonly name: string; readonly details: readonly string[]; readonly link?: CardLink }[];
  readonly statuses: readonly string[];
  readonly passage?: Passage;
  readonly picture?: CardPicture;
  readonly notes: readonly string[];
  readonly links: readonly CardLink[];
}

/** The card as Markdown; nothing that came from a file is alive in it. */
export function cardAsMarkdown(card: HoverCard): string {
  const parts: string[] = card.verdicts.map((words) => escapeMarkdown(words));
  const papers = card.papers.map(({ name, details, link }) => {
    const line = [`**${escapeMarkdown(name)}**`, ...details.map(escapeMarkdown)].join(' · ');
    return link ? `${line} · ${markdownLink(link.label, link.address)}` : line;
  });
  if (papers.length === 1) parts.push(...papers);
  else if (papers.length > 1) parts.push(papers.map((line) => `- ${line}`).join('\n'));
  if (card.statuses.length > 0) parts.push(card.statuses.map(escapeMarkdown).join(' '));
  if (card.passage) parts.push(quoted(card.passage));
  if (card.picture) {
    const { words, address, width } = card.picture;
    parts.push(`![${escapeMarkdown(words)}](${address}|width=${width})`);
  }
  if (card.notes.length > 0) parts.push(card.notes.map((words) => `*${escapeMarkdown(words)}*`).join('  \n'));
  if (card.links.length > 0)
    parts.push(card.links.map(({ label, address }) => markdownLink(label, address)).join(' · '));
  return parts.join('\n\n');
}

/** The card for a client that shows plain text only; it has no links. */
export function cardAsText(card: HoverCard): string {
  const passage =
    card.passage && `${card.passage.cutBefore ? '… ' : ''}${card.passage.text}${card.passage.cutAfter ? ' …' : ''}`;
  const papers = card.papers.map(({ name, details }) => [name, ...details].map(plainWords).join(' · '));
  return [
    ...card.verdicts.map(plainWords),
    ...papers,
    ...(card.statuses.length > 0 ? [card.statuses.map(plainWords).join(' ')] : []),
    ...(passage === undefined
      ? []
      : [
          passage
            .split(/\r\n|\n|\r/)
            .map((line) => plainWords(line.trimEnd()))
            .join('\n'),
        ]),
    ...card.notes.map(plainWords),
  ].join('\n\n');
}

/** A passage as a block quotation, line by line, its empty lines between paragraphs. The marked words are bold. */
function quoted({ text, marked, cutBefore, cutAfter }: Passage): string {
  const pieces: { readonly piece: string; readonly isBold: boolean }[] = [];
  let from = 0;
  for (const { start, end } of marked) {
    pieces.push({ piece: text.slice(from, start), isBold: false }, { piece: text.slice(start, end), isBold: true });
    from = end;
  }
  pieces.push({ piece: text.slice(from), isBold: false });
  const lines: string[] = [''];
  for (const { piece, isBold } of pieces) {
    piece.split(/\r\n|\n|\r/).forEach((part, place) => {
      if (place > 0) lines.push('');
      // Bold ends and begins again at every line end: it may not run over an empty line.
      const words = escapeMarkdown(part.replace(/^\s+/, lines.at(-1) === '' ? '' : ' '));
      const core = words.trim();
      const shown = isBold && core !== '' ? words.replace(core, () => `**${core}**`) : words;
      lines[lines.length - 1] = `${lines.at(-1) ?? ''}${shown}`;
    });
  }
  const first = cutBefore ? '… ' : '';
  const last = cutAfter ? ' …' : '';
  const paragraphs = `${first}${lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}${last}`;
  return paragraphs
    .split('\n')
    .map((line, index, all) => (line === '' ? '>' : `> ${line}${all[index + 1] ? '  ' : ''}`))
    .join('\n');
}
