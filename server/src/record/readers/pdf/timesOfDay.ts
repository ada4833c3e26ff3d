import type { Piece } from './sheet.ts';

/** `10:06:42`, with or without seconds. */
const IN_FRONT = /^\d{1,2}:\d{2}(:\d{2})?(?: ?[AP]M)?(?=\s|$)\s{0,9}/;
const BEHIND = /(?:^|\s)\d{1,2}:\d{2}(:\d{2})?(?: ?[AP]M)?$/;
/** So many lines of a page have the time of day at one side: then it is none that somebody spoke of. */
const MANY = 6;
/** A time of day is no longer, with the blank in front of it. */
const LONGEST = 24;

/** Takes the time of day off a text as it stands at a side of at least so many of these; undefined where it does not. */
function takingTimes(
  texts: readonly string[],
  pattern: RegExp,
  fewest: number,
): ((text: string) => string) | undefined {
  const found = texts.flatMap((text) => {
    const time = pattern.exec(text);
    return time ? [{ hasSeconds: time[1] !== undefined }] : [];
  });
  if (found.length < fewest) return undefined;
  // Where the clock counts seconds, a time without them is one that somebody spoke of.
  const counts = found.filter(({ hasSeconds }) => hasSeconds).length >= fewest;
  return (text) =>
    text.replace(pattern, (time, seconds: string | undefined) => (counts && seconds === undefined ? time : ''));
}

/** Where all of them begin at one place left of the lines, a few are enough: some clocks are noted every fifth line. */
const FEW = 3;
/** Points. */
const ONE_PLACE = 4;
const LEFT_OF_LINES = 20;

/**
 * A page without the times of day in front of its lines. A line that was one piece with its time begins where the others begin behind
 * theirs. Only for a page whose lines are numbered: a log has its times as words.
 */
export function withoutTimesInFront<S extends { readonly pieces: readonly Piece[] }>(sheet: S): S {
  const { pieces } = sheet;
  const first = pieces.filter(({ goesOn }) => !goesOn);
  const timed = first.filter(({ text }) => IN_FRONT.test(text.slice(0, LONGEST)));
  if (timed.length < FEW) return sheet;
  const usual = leftOfLines(pieces);
  const lefts = timed.map(({ left }) => left);
  const isColumn =
    usual !== undefined &&
    Math.max(...lefts) - Math.min(...lefts) < ONE_PLACE &&
    usual - Math.max(...lefts) > LEFT_OF_LINES;
  const texts = first.map(({ text }) => text.slice(0, LONGEST));
  const without = takingTimes(texts, IN_FRONT, isColumn ? FEW : MANY);
  if (!without) return sheet;
  const kept: Piece[] = [];
  let isFirst = false;
  for (const piece of pieces) {
    const text = piece.goesOn ? piece.text : without(piece.text);
    const left = text === piece.text ? piece.left : Math.max(piece.left, usual ?? piece.left);
    if (text !== '') kept.push({ ...piece, text, left, goesOn: piece.goesOn && !isFirst });
    isFirst = text === '';
  }
  return { ...sheet, pieces: kept };
}

/** Where the lines begin that stand behind a time of their own, or have none and begin with their number. */
function leftOfLines(pieces: readonly Piece[]): number | undefined {
  const behind = pieces.filter(({ goesOn }, at) => {
    const before = pieces[at - 1]?.text ?? '';
    return goesOn && IN_FRONT.test(before) && before.replace(IN_FRONT, '') === '';
  });
  const numbered = pieces.filter(({ text, goesOn }) => !goesOn && /^\d{1,2}(?:\s|$)/.test(text));
  const lefts = (behind.length > 0 ? behind : numbered).map(({ left }) => left).sort((one, other) => one - other);
  return lefts[Math.floor(lefts.length / 2)];
}

/** Takes the time of day off the ends of numbered lines, where most of them have it. */
export function withoutTimesBehind(pieces: readonly Piece[]): readonly Piece[] {
  const ends = pieces.filter(({ line }) => line !== undefined).map(({ text }) => text.slice(-LONGEST));
  const without = takingTimes(ends, BEHIND, MANY);
  if (!without) return pieces;
  return pieces.flatMap((piece) => {
    if (piece.line === undefined) return [piece];
    const text = (piece.text.slice(0, -LONGEST) + without(piece.text.slice(-LONGEST))).trim();
    return text === '' ? [] : [{ ...piece, text }];
  });
}
