import { tidy } from '../text/names.ts';
import type { Span } from '../text/span.ts';
import type { Source, SourceKind } from './caseRecord.ts';
import { documentFields, placeOf, type SourceDraft, statusOf } from './documentFields.ts';
import type { ParsedManifest } from './manifest.ts';
import { child, isBlank, type ManifestNode, type MapEntry, pointerStep, wordsOf } from './manifestTree.ts';
import type { Problems } from './problems.ts';
import { type OwnProtection, ownProtectionOf } from './protection.ts';

/** An entry of the manifest while the record is made: a paper of its own, or one that leads to another. */
export interface Paper {
  readonly source: SourceDraft;
  readonly node: ManifestNode;
  readonly own: OwnProtection;
  /** The numbers of `docket:` fields and of bare references inside it mean this docket; undefined for the matter's own. */
  readonly caseKey?: string;
  /** What protects it: what it is filed in, attached to or taken from. */
  readonly containers: Paper[];
  /** The paper it leads to; itself until the references are followed. */
  final: Paper;
  /** The paper that it is by its place: an exhibit with `attachment: 1` is the attachment that is listed as 1. */
  sameAs?: Paper;
  /** False for what only holds others together, such as a deposition with several sittings. */
  readonly isListed: boolean;
  /** False where `docket:` does not say which paper this is, but where it stands: a request in the paper that was served. */
  readonly canLead: boolean;
}

/** What an entry is called and where it stands. */
export interface PaperPlan {
  readonly kind: SourceKind;
  readonly name: string;
  /** JSON Pointer. */
  readonly entry: string;
  readonly span: Span;
  readonly node: ManifestNode;
  readonly container?: Paper | undefined;
  readonly caseKey?: string | undefined;
  readonly bareWord?: 'file' | 'text';
  readonly isListed?: boolean;
  readonly canLead?: boolean;
}

/** All papers of a record and of what it extends. Lives while one record is made. */
export class Papers {
  readonly all: Paper[] = [];
  readonly #bySource = new Map<Source, Paper>();

  /** Adds an entry as a paper of its own. */
  add(manifest: ParsedManifest, plan: PaperPlan): Paper {
    const { kind, name, entry, node, span, container, caseKey } = plan;
    const own = ownProtectionOf(node);
    const source: SourceDraft = {
      kind,
      name,
      entry,
      place: placeOf(manifest.path, span, node),
      isProtected: false,
      status: statusOf(node) ?? (isBlank(child(node, 'supersededBy')) ? 'current' : 'superseded'),
      ...(own.sealing ? { sealing: own.sealing } : {}),
      ...(own.designation === undefined ? {} : { designation: own.designation }),
      ...documentFields(node, plan.bareWord),
    };
    const paper: Omit<Paper, 'final'> & { final?: Paper } = {
      source,
      node,
      own,
      ...(caseKey === undefined ? {} : { caseKey }),
      containers: container ? [container] : [],
      isListed: plan.isListed ?? true,
      canLead: plan.canLead ?? plan.isListed ?? true,
    };
    const added: Paper = Object.assign(paper, { final: paper as Paper });
    this.all.push(added);
    this.#bySource.set(source, added);
    return added;
  }

  /** The entry that a finished source was made from. */
  of(source: Source): Paper | undefined {
    return this.#bySource.get(source);
  }
}

/** One manifest file in the making: what the sections need to read their entries. */
export interface Floor {
  readonly manifest: ParsedManifest;
  readonly papers: Papers;
  readonly problems: Problems;
}

/** An entry under its label: `A` of a series, `D` of a declaration. */
export interface Labelled {
  readonly label: string;
  readonly paper: Paper;
}

/** The entries of a map of exhibits, each inside `container`. `nameOf` says how a label is cited. */
export function readLabelled(
  floor: Floor,
  entries: readonly MapEntry[],
  plan: {
    readonly pointer: string;
    readonly kind: SourceKind;
    readonly nameOf: (label: string) => string;
    readonly container?: Paper | undefined;
    readonly caseKey?: string | undefined;
  },
): readonly Labelled[] {
  return entries.map(({ key, keySpan, value }) => {
    const label = bareLabel(key);
    const paper = floor.papers.add(floor.manifest, {
      kind: plan.kind,
      name: plan.nameOf(label),
      entry: plan.pointer + pointerStep(key),
      span: keySpan,
      node: value,
      container: plan.container,
      caseKey: plan.caseKey,
    });
    return { label, paper };
  });
}

/** The label of a key: somebody may write `Ex. B` or `Exhibit B` where `B` is enough. */
export function bareLabel(key: string): string {
  return tidy(key).replace(/^(?:exhibit|exh|ex)\.? +(?=\S)/i, '');
}

/** True where a field is written with words in it. */
export function says(node: ManifestNode, field: string): boolean {
  return wordsOf(child(node, field)) !== undefined;
}
