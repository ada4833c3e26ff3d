import type { Piece } from './sheet.ts';

/** `10:06:42`, with or without seconds. */
const IN_FRONT = /^\d{1,2}:\d{2}(:\d{2})?(?: ?[AP]M)?(?=\s|$)\s{0,9}/;
const BEHIND = /(?:^|\s)\d{1,2}:\d{2}(:\d{2})?(?: ?[AP]M)?$/;
/** So many lines of a page have the time of day at one side: then it is none that somebody spoke of. */
const MANY = 6;
/** A time of day is no longer, with the blank in front of it. */
const LONGEST = 24;

/** Takes the time of day off a text as it stands at a side of many of these; undefined where it does not. */
function takingTimes(texts: readonly string[], pattern: RegExp): ((text: string) => string) | undefined {
  const found = texts.flatMap((text) => {
    const time = pattern.exec(text);
    return time ? [{ hasSeconds: time[1] !== undefined }] : [];
  });
  if (found.length < MANY) return undefined;
  // Where the clock counts seconds, a time without them is one that somebody spoke of.
  const counts = found.filter(({ hasSeconds }) => hasSeconds).length >= MANY;
  return (text) =>
    text.replace(pattern, (time, seconds: string | undefined) => (counts && seconds === undefined ? time : ''));
}

/**
 * A page without the times of day in front of its lines, where many of them have one. A line that was one piece with its time begins
 * where the others begin behind theirs.
 */
export function withoutTimesInFront<S extends { readonly pieces: readonly Piece[] }>(sheet: S): S {
  const { pieces } = sheet;
  const first = pieces.filter(({ goesOn }) => !goesOn);
  const without = takingTimes(
    first.map(({ text }) => text.slice(0, LONGEST)),
    IN_FRONT,
  );
  if (!without) return sheet;
  const behind = pieces.filter(({ goesOn }, at) => goesOn && without(pieces[at - 1]?.text ?? '-') === '');
  const usual = behind.map(({ left }) => left).sort((one, other) => one - other)[Math.floor(behind.length / 2)];
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

/** Takes the time of day off the ends of numbered lines, where most of them have it. */
export function withoutTimesBehind(pieces: readonly Piece[]): readonly Piece[] {
  const ends = pieces.filter(({ line }) => line !== undefined).map(({ text }) => text.slice(-LONGEST));
  const without = takingTimes(ends, BEHIND);
  if (!without) return pieces;
  return pieces.flatMap((piece) => {
    if (piece.line === undefined) return [piece];
    const text = (piece.text.slice(0, -LONGEST) + without(piece.text.slice(-LONGEST))).trim();
    return text === '' ? [] : [{ ...piece, text }];
  });
}
