/** What is to be written under a key: words, a map of further keys, or a list. */
export type NewValue = string | ReadonlyMap<string, NewValue> | readonly NewValue[];

/** How a new entry is laid out, so that it looks like what stands around it. */
export interface Layout {
  readonly lineBreak: '\n' | '\r\n';
  /** Blanks of one step to the right. */
  readonly step: string;
  /** JSON wants quotes round everything. */
  readonly isQuoted: boolean;
}

/** `12`, `Vo`, `Meta's Opp.`, `2024-12-06`; what might mean something to YAML (`: `, `#`, `yes`) is quoted. */
const PLAIN = /^[\p{L}\d](?:[\p{L}\d .'’()&/-]{0,200}[\p{L}\d.'’)])?$/u;
const RESERVED = /^(?:true|false|yes|no|on|off|y|n|null|[.~]{1,3}|[.](?:inf|nan))$/i;

/** Words as a YAML or JSON scalar. */
export function scalarText(words: string, { isQuoted }: Layout): string {
  return isQuoted || !PLAIN.test(words) || RESERVED.test(words) ? JSON.stringify(words) : words;
}

/** A value on one line. */
export function flowText(value: NewValue, layout: Layout): string {
  if (typeof value === 'string') return scalarText(value, layout);
  if (isMap(value)) return `{${[...value].map(([key, inner]) => pairText(key, inner, layout)).join(', ')}}`;
  return `[${value.map((item) => flowText(item, layout)).join(', ')}]`;
}

/** The day of an entry stands under `on`, which older YAML took for a yes, and which no manifest quotes. */
function keyText(key: string, layout: Layout): string {
  return key === 'on' && !layout.isQuoted ? key : scalarText(key, layout);
}

/** A key and its value on one line. */
export function pairText(key: string, value: NewValue, layout: Layout): string {
  return `${keyText(key, layout)}: ${flowText(value, layout)}`;
}

/** Keys, one inside the other, and the value of the last, as lines of a block; `indent` is that of the first. */
export function blockText(keys: readonly string[], value: NewValue, indent: string, layout: Layout): string {
  const [key = '', ...rest] = keys;
  if (rest.length > 0) {
    const inner = blockText(rest, value, indent + layout.step, layout);
    return `${indent}${keyText(key, layout)}:${layout.lineBreak}${inner}`;
  }
  // A list of maps gets a line for each, as the matter's sets of requests have.
  if (Array.isArray(value) && value.some((item) => typeof item !== 'string')) {
    const items = value.map((item: NewValue) => `${indent}${layout.step}- ${flowText(item, layout)}`);
    return [`${indent}${keyText(key, layout)}:`, ...items].join(layout.lineBreak);
  }
  return indent + pairText(key, value, layout);
}

/** Keys inside one another as a value on one line: `{docket: {41: {}}}` without the outermost key. */
export function nested(keys: readonly string[], value: NewValue): NewValue {
  return keys.reduceRight<NewValue>((inner, key) => new Map([[key, inner]]), value);
}

export function isMap(value: NewValue): value is ReadonlyMap<string, NewValue> {
  return value instanceof Map;
}
