import { tidy } from '../../text/names.ts';
import type { Span } from '../../text/span.ts';
import type { Citation, FilingTarget, PinCite } from '../citation.ts';
import type { Owner } from './lookBack.ts';

/** What was read of one paper: its name, and what stands round it. */
export interface PaperRead {
  readonly text: string;
  /** Of the name, without its owner. */
  readonly name: Span;
  readonly owner?: Owner | undefined;
  readonly docket?: string | undefined;
  readonly docketSpan?: Span | undefined;
  readonly pins: readonly PinCite[];
  /** UTF-16 offset behind the last of it. */
  readonly end: number;
  readonly isDescribed?: true;
}

/** The citation of one paper under its name, from its owner to its last pin. */
export function paperCitation(read: PaperRead): Citation {
  const { text, name, owner, docket, docketSpan, pins, end, isDescribed } = read;
  const headSpan = { start: owner?.start ?? name.start, end: name.end };
  const target: FilingTarget = {
    kind: 'filing',
    filing: tidy(text.slice(name.start, name.end).replace(/[*_]/g, '')),
    ...(owner && { owner: tidy(owner.name) }),
    ...(docket !== undefined && { docket }),
    ...(docketSpan && { docketSpan }),
    ...(isDescribed && { isDescribed }),
    ...headSpan,
    pins,
  };
  const isOpen = pins.some((pin) => pin.open);
  return {
    form: 'filing',
    start: headSpan.start,
    end,
    headSpan,
    targets: [target],
    ...(isOpen && { open: true as const }),
  };
}
