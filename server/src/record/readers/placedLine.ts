/** Words that stand together in a line, and where. Points from the left and from the lower edge of the page. */
export interface LinePart {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A line of a page whose words have places. */
export interface PlacedLine {
  readonly text: string;
  /** The height on which its letters stand, from the lower edge. */
  readonly baseline: number;
  /** Its words, cut where a wide gap is between them: a line number, a column, the two ends of a running head. */
  readonly parts: readonly LinePart[];
  /** It stands in the margin and runs up or down the page, as a court's name does on its paper. */
  readonly isSideways?: boolean;
}
