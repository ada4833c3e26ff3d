import { nameKey, tidy } from '../text/names.ts';
import type { EntryPlace } from './caseRecord.ts';
import { dateOf, placeOf } from './documentFields.ts';
import { child, entriesOf, itemsOf, type ManifestNode, type MapEntry, pointerStep, wordsOf } from './manifestTree.ts';
import { reportOverlaps, type Stretch } from './overlaps.ts';
import type { Floor, Paper } from './paper.ts';
import { closest } from './validate.ts';

/** One key of `requests` while the record is made. */
export interface RequestDraft {
  readonly first: string;
  readonly last: string;
  readonly paper: Paper;
  readonly responses: readonly Paper[];
  /** Where the served paper says it, as it is written. */
  readonly servedIn?: ManifestNode;
}

/** A set of requests while the record is made. */
export interface SetDraft {
  readonly request: string;
  readonly name?: string;
  readonly by?: string;
  readonly to?: string;
  readonly isDefault: boolean;
  readonly deadline?: { readonly on: string; readonly order?: ManifestNode };
  readonly requests: readonly RequestDraft[];
  readonly place: EntryPlace;
  readonly entry: string;
}

/** Every kind of request with its plural and its other spellings, folded. */
const KINDS: readonly { readonly kind: string; readonly plural: string; readonly also: readonly string[] }[] = [
  {
    kind: 'RFP',
    plural: 'RFPs',
    also: ['rfps', 'request for production', 'requests for production', 'rfpd', 'document request'],
  },
  { kind: 'RFA', plural: 'RFAs', also: ['rfas', 'request for admission', 'requests for admission'] },
  { kind: 'Interrogatory', plural: 'Interrogatories', also: ['interrogatories', 'rog', 'rogs'] },
  { kind: 'Request', plural: 'Requests', also: ['requests'] },
  { kind: 'Topic', plural: 'Topics', also: ['topics', 'deposition topic', 'deposition topics'] },
  { kind: 'Subpoena Request', plural: 'Subpoena Requests', also: ['subpoena requests', 'subpoena'] },
  { kind: 'Definition', plural: 'Definitions', also: ['definitions'] },
  { kind: 'Instruction', plural: 'Instructions', also: ['instructions'] },
];

/** The sets of `discovery`. */
export function readDiscovery(floor: Floor, node: ManifestNode | undefined): readonly SetDraft[] {
  const items = itemsOf(node).map((item, index) => ({ item, index, kind: kindOf(floor, child(item, 'request')) }));
  const known = items.filter(({ item, kind }) => item.kind === 'map' && kind !== undefined);
  const counts = new Map<string, number>();
  for (const { kind = '' } of known) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return known.map(({ item, index, kind = '' }) =>
    readSet(floor, item, { entry: `/discovery/${index}`, kind, isOneOfSeveral: (counts.get(kind) ?? 0) > 1 }),
  );
}

/** The canonical kind; one that nobody knows is a finding, and its set can't be cited. */
function kindOf(floor: Floor, node: ManifestNode | undefined): string | undefined {
  const words = wordsOf(node);
  if (words === undefined || !node) return undefined;
  const key = nameKey(words);
  const known = KINDS.find(({ kind, also }) => nameKey(kind) === key || also.includes(key));
  if (known) return known.kind;
  const meant = closest(
    words,
    KINDS.map(({ kind }) => kind),
  );
  const kinds = 'RFP, RFA, Interrogatory, Request, Topic, Subpoena Request, Definition or Instruction';
  floor.problems.invalid(node.span, `\`request\` can be ${kinds}.${meant ? ` Did you mean \`${meant}\`?` : ''}`);
  return undefined;
}

interface SetPlan {
  readonly entry: string;
  readonly kind: string;
  readonly isOneOfSeveral: boolean;
}

function readSet(floor: Floor, node: ManifestNode, { entry, kind, isOneOfSeveral }: SetPlan): SetDraft {
  const words = (field: string) => wordsOf(child(node, field));
  const [name, by, to] = [words('name'), words('by'), words('to')];
  // Nobody cites a set as a whole; it stands for the paper that its requests were served in.
  const set = floor.papers.add(floor.manifest, {
    kind: 'request',
    name: name ?? kind,
    entry,
    span: node.span,
    node,
    isListed: false,
  });
  const suffix = isOneOfSeveral && (name ?? by) !== undefined ? ` (${name ?? by})` : '';
  const requests = entriesOf(child(node, 'requests')).map((request) =>
    readRequest(floor, request, { set, kind, suffix, pointer: `${entry}/requests` }),
  );
  const deadline = child(node, 'motionDeadline');
  const on = dateOf(deadline) ?? dateOf(child(deadline, 'on'));
  const order = child(deadline, 'order');
  reportOverlaps(floor, numberedOf(requests));
  return {
    request: kind,
    ...(name === undefined ? {} : { name }),
    ...(by === undefined ? {} : { by }),
    ...(to === undefined ? {} : { to }),
    isDefault: words('default') === 'true',
    ...(on === undefined ? {} : { deadline: { on, ...(order ? { order } : {}) } }),
    requests,
    place: placeOf(floor.manifest.path, node.span, node),
    entry,
  };
}

interface RequestPlan {
  readonly set: Paper;
  readonly kind: string;
  readonly suffix: string;
  readonly pointer: string;
}

function readRequest(floor: Floor, entry: MapEntry, { set, kind, suffix, pointer }: RequestPlan): RequestDraft {
  const { key, keySpan, value } = entry;
  const { first, last } = stretchOfLabels(key, kind);
  const isOne = first === last;
  const plural = KINDS.find((known) => known.kind === kind)?.plural ?? kind;
  const at = pointer + pointerStep(key);
  const paper = floor.papers.add(floor.manifest, {
    kind: 'request',
    name: (isOne ? `${kind} ${first}` : `${plural} ${first}-${last}`) + suffix,
    entry: at,
    span: keySpan,
    node: value,
    container: set,
    bareWord: 'text',
    canLead: false,
  });
  const { source } = paper;
  if (source.by === undefined && set.source.by !== undefined) source.by = set.source.by;
  if (source.date === undefined && set.source.date !== undefined) source.date = set.source.date;
  const servedIn = child(value, 'source') ?? child(value, 'docket') ?? child(set.node, 'docket');
  return { first, last, paper, responses: readResponses(floor, value, paper, at), ...(servedIn ? { servedIn } : {}) };
}

function readResponses(floor: Floor, request: ManifestNode, { source }: Paper, pointer: string): readonly Paper[] {
  const node = child(request, 'responses');
  return itemsOf(node).map((item, index) =>
    floor.papers.add(floor.manifest, {
      kind: 'request',
      name: `Response to ${source.name}`,
      entry: `${pointer}/responses${node?.kind === 'list' ? `/${index}` : ''}`,
      span: item.span,
      node: item,
    }),
  );
}

/** `6-12`, `118-19`, `5(a)-(c)` or one label; what has no number (a defined term) is one label, whatever is in it. */
export function stretchOfLabels(key: string, kind = ''): { readonly first: string; readonly last: string } {
  const words = tidy(key);
  const label = words.toLowerCase().startsWith(`${kind.toLowerCase()} `) ? words.slice(kind.length + 1) : words;
  const bare = label.replace(/^nos?\.? *(?=\d)/i, '');
  const [, first, to] =
    /^(\d{1,7}(?:\([a-z0-9]{1,5}\)){0,4}) ?(?:-|to) ?(\d{0,7}(?:\([a-z0-9]{1,5}\)){0,4})$/i.exec(bare) ?? [];
  if (!first || !to) return { first: bare, last: bare };
  if (to.startsWith('(')) return { first, last: first.replace(/\([^()]*\)$/, '') + to };
  // "118-19" drops the hundreds; nobody writes one digit so, and "12-6" is a slip.
  const [from, until] = [/^\d+/.exec(first)?.[0] ?? '', /^\d+/.exec(to)?.[0] ?? ''];
  const isShort = until.length > 1 && until.length < from.length && Number(until) < Number(from);
  return { first, last: isShort ? from.slice(0, from.length - until.length) + to : to };
}

/** Stretches of one set may not overlap: a number would mean two entries. A sub-part (`5(a)`) may stand beside its whole. */
function numberedOf(requests: readonly RequestDraft[]): readonly Stretch[] {
  return requests.flatMap(({ first, last, paper }) => {
    const isNumbers = /^\d+$/.test(first) && /^\d+$/.test(last);
    return isNumbers ? [{ from: Number(first), to: Number(last), paper }] : [];
  });
}
