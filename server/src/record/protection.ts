import type { SealingState, Source } from './caseRecord.ts';
import { child, type ManifestNode, wordsOf } from './manifestTree.ts';
import { fileKey } from './sameFile.ts';

/** What an entry itself says of one kind of protection; undefined where it says nothing. */
type Said = 'protects' | 'frees' | undefined;

/** What an entry itself says of being sealed or designated. */
export interface OwnProtection {
  readonly designated: Said;
  readonly sealed: Said;
  /** `unsealed`, or a motion to seal that was denied: free, whatever was said before, the container's sealing included. */
  readonly isFree: boolean;
  readonly sealing?: SealingState;
  readonly designation?: string;
}

const STATES: ReadonlySet<string> = new Set(['pending', 'granted', 'granted-in-part', 'denied', 'unsealed']);

// What people write when a designation was taken off again.
const NOT_DESIGNATED =
  /^(?:none|no|false|public|removed|withdrawn|not designated|undesignated|de-?designated|unrestricted)$/i;

/** Reads `designation`, `sealing` and `sealed` of an entry. */
export function ownProtectionOf(node: ManifestNode): OwnProtection {
  const designation = wordsOf(child(node, 'designation'))?.trim();
  const sealing = sealingOf(node);
  const designated = designation === undefined ? undefined : NOT_DESIGNATED.test(designation) ? 'frees' : 'protects';
  const isFree = sealing === 'denied' || sealing === 'unsealed';
  const isSealedFalse = wordsOf(child(node, 'sealed')) === 'false';
  return {
    designated,
    sealed: sealing && !isFree ? 'protects' : isFree || isSealedFalse ? 'frees' : undefined,
    isFree,
    ...(sealing ? { sealing } : {}),
    ...(designation === undefined ? {} : { designation }),
  };
}

function sealingOf(node: ManifestNode): SealingState | undefined {
  const sealing = child(node, 'sealing');
  if (sealing?.kind === 'map') return stateOfMap(sealing);
  const words = wordsOf(sealing)?.trim().toLowerCase();
  if (words !== undefined && isState(words)) return words;
  // A word that is none of the states was meant to say something of sealing: on doubt the words are withheld.
  if (words !== undefined) return 'pending';
  return wordsOf(child(node, 'sealed')) === 'true' ? 'granted' : undefined;
}

/** A map names the order, its date or the portions; without a state, an order on sealing is taken to grant it. */
function stateOfMap(map: ManifestNode): SealingState {
  const words = wordsOf(child(map, 'state'))?.trim().toLowerCase();
  if (words !== undefined && isState(words)) return words;
  if (child(map, 'portions')) return 'granted-in-part';
  return child(map, 'order') || child(map, 'on') ? 'granted' : 'pending';
}

function isState(words: string): words is SealingState {
  return STATES.has(words);
}

/** One paper in the web of containers, excerpts and references through which protection spreads. */
export interface ProtectedNode {
  readonly own: OwnProtection;
  /** The paper this entry leads to; itself where it is a paper of its own. */
  readonly final: ProtectedNode;
  /** What it is filed in, attached to or taken from. */
  readonly containers: readonly ProtectedNode[];
  /** Which words it has: those of its file, of one of the papers in it where it is filed under a number of its own. */
  readonly source: Pick<Source, 'file' | 'docketNumber' | 'place'>;
}

/**
 * The papers whose words are withheld. Protection is inherited from containers unless the entry says otherwise itself; an entry
 * that leads to a paper adds to it what it says itself, and where two entries disagree the more protected one wins. Two entries
 * with one file have the same words, whatever they are called: where one is protected so is the other.
 */
export function protectedPapers(nodes: readonly ProtectedNode[]): ReadonlySet<ProtectedNode> {
  return new Set([...spread(nodes, 'sealed'), ...spread(nodes, 'designated')]);
}

function spread(nodes: readonly ProtectedNode[], kind: 'sealed' | 'designated'): ReadonlySet<ProtectedNode> {
  const inside = new Map<ProtectedNode, ProtectedNode[]>();
  const reached = new Set<ProtectedNode>();
  const pending: ProtectedNode[] = [];
  const reach = (node: ProtectedNode) => {
    if (!reached.has(node)) pending.push(node);
    reached.add(node);
  };
  for (const node of nodes) {
    for (const container of node.containers) {
      const members = inside.get(container.final);
      if (members) members.push(node);
      else inside.set(container.final, [node]);
    }
    // A designation ends with the unsealing; a sealing that another entry denies stays, on doubt.
    const isOver = kind === 'designated' && (node.own.isFree || node.final.own.isFree);
    if (node.own[kind] === 'protects' && !isOver) reach(node.final);
  }
  const isFreed = (node: ProtectedNode) =>
    [node.own, node.final.own].some((own) => own.isFree || own[kind] === 'frees');
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const member of inside.get(node) ?? []) if (!isFreed(member)) reach(member.final);
  }
  return new Set([...reached, ...withOneFile(nodes, reached).filter((node) => !isFreed(node))]);
}

/**
 * The papers whose file is that of a protected one. Papers under two docket numbers are two papers that were scanned together,
 * which are told apart by their stamps; one without a number may be any of them.
 */
function withOneFile(nodes: readonly ProtectedNode[], reached: ReadonlySet<ProtectedNode>): readonly ProtectedNode[] {
  const numbersIn = new Map<string, Set<string | undefined>>();
  for (const { source } of reached) {
    const key = fileKey(source);
    if (key !== undefined) numbersIn.set(key, (numbersIn.get(key) ?? new Set()).add(source.docketNumber));
  }
  return nodes.filter(({ source }) => {
    const numbers = numbersIn.get(fileKey(source) ?? '');
    const { docketNumber } = source;
    return numbers && (docketNumber === undefined || numbers.has(docketNumber) || numbers.has(undefined));
  });
}
