// The room `text` knows characters, lines and spans. It must never know what a citation is.

/** A half-open range of UTF-16 offsets into a text as it was typed: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where `offset` lies inside `span`, or directly behind its last character (where a cursor still "touches" it). */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** True where every offset of `inner` is inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
