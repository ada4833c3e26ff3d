import { caseNumberKey, docketKey, exhibitKey, nameKey, ownerKey, splitQualifiers, tidy } from '../text/names.ts';
import { declarationKey } from './assemble.ts';
import { type CaseRecord, type Docket, papersAt, type Source } from './caseRecord.ts';
import { child, type ManifestNode, wordsOf } from './manifestTree.ts';
import { readDocketReference, splitExhibit } from './reference.ts';
import { withoutDeclaration, withoutDeposition } from './testimony.ts';

/** Finds papers by the words that the manifest's own fields use for them: `Dkt. No. 351`, `Vo Decl. Ex. D`, `Compl.` */
export class Directory {
  readonly #record: CaseRecord;
  readonly #whole = new Map<string, Source[]>();
  readonly #exhibitsOf = new Map<string, ReadonlyMap<string, Source>[]>();
  readonly #heads: readonly string[];

  constructor(record: CaseRecord) {
    this.#record = record;
    this.#heads = record.forms.map(({ head }) => nameKey(head)).filter((key) => key !== '');
    const add = <T>(map: Map<string, T[]>, key: string, value: T) => {
      const known = map.get(key);
      if (known) known.push(value);
      else map.set(key, [value]);
    };
    for (const { declarant, qualifiers, source, exhibits } of record.declarations) {
      const key = `decl ${declarationKey(declarant, qualifiers)}`;
      add(this.#whole, key, source);
      add(this.#exhibitsOf, key, exhibits);
    }
    for (const { deponent, is30b6, designee, sessions, exhibits } of record.depositions) {
      const words = is30b6 ? `${deponent} 30(b)(6)${designee ? ` (${designee})` : ''}` : deponent;
      for (const { source } of sessions) add(this.#whole, `dep ${nameKey(words)}`, source);
      add(this.#exhibitsOf, `dep ${nameKey(words)}`, exhibits);
    }
    for (const { name, sessions } of record.transcripts) {
      for (const { source } of sessions) add(this.#whole, nameKey(name), source);
    }
    for (const { name, source } of record.appendices) if (source) add(this.#whole, nameKey(name), source);
    for (const { owner, party, exhibits } of record.series) {
      const keys = party ? party.keys : new Set([owner === undefined ? '' : ownerKey(owner)]);
      for (const key of keys) add(this.#exhibitsOf, `series ${key}`, exhibits);
    }
  }

  /** The papers that the words may stand for; a bare number is one of the docket `home`. */
  find(words: string, home: Docket): readonly Source[] {
    const named = this.#record.names.get(nameKey(words));
    return named ?? this.findByPlace(words, home);
  }

  /** The same without the other names of `as`: by the section that lists it. */
  findByPlace(words: string, home: Docket): readonly Source[] {
    const docket = readDocketReference(words);
    if (docket) {
      const where = docket.case === undefined ? home : this.#docketOf(docket.case);
      const number = docketKey(docket.number);
      if (docket.exhibit === undefined) return where ? papersAt(this.#record, where.entries, number) : [];
      const inside = where?.exhibits.get(number);
      return inside ? papersAt(this.#record, inside, exhibitKey(docket.exhibit)) : [];
    }
    const exhibit = splitExhibit(words);
    if (exhibit) return this.#exhibit(exhibit.before, exhibit.label);
    const filings = papersAt(this.#record, this.#record.filings, nameKey(words));
    if (filings.length > 0) return filings;
    return this.#whole.get(keyOfWhole(words)) ?? this.#houseForm(words);
  }

  /** A field's reference as words, whether it is written as words, a number or a group; undefined where it names no paper. */
  static wordsOf(node: ManifestNode): string | undefined {
    const bare = wordsOf(node);
    if (bare !== undefined) return /^\d[\d-]*$/.test(bare.trim()) ? `Dkt. No. ${bare.trim()}` : tidy(bare);
    const field = (name: string) => wordsOf(child(node, name));
    const [docket, exhibit] = [field('docket'), field('exhibit')];
    if (docket !== undefined) {
      const attachment = field('attachment');
      const number = attachment === undefined ? docket : `${docket}-${attachment}`;
      const head = /^\d/.test(number.trim()) ? `${field('case') ?? ''} Dkt. No. ` : '';
      return tidy(`${head}${number}${exhibit === undefined ? '' : `, Ex. ${exhibit}`}`);
    }
    const [declaration, deposition] = [field('declaration'), field('deposition')];
    const tail = exhibit === undefined ? '' : ` Ex. ${exhibit}`;
    if (declaration !== undefined) return `${withoutDeclaration(declaration)} Decl.${tail}`;
    if (deposition !== undefined) return `${withoutDeposition(deposition)} Dep.${tail}`;
    return exhibit === undefined ? (field('filing') ?? field('transcript')) : tail.trim();
  }

  #docketOf(words: string): Docket | undefined {
    const number = caseNumberKey(words);
    const name = nameKey(words);
    const { caseNumber, cases, docket } = this.#record;
    if (number !== undefined && number === caseNumber) return docket;
    return cases.find((other) => (number === undefined ? other.names.has(name) : other.number === number))?.docket;
  }

  #exhibit(before: string, label: string): readonly Source[] {
    const isTestimony = /(?:declaration|decl\.?|deposition|depo?\.?)$/i.test(before);
    const key = isTestimony ? keyOfWhole(before) : `series ${ownerKey(before)}`;
    const indices = this.#exhibitsOf.get(key) ?? [];
    return [...new Set(indices.flatMap((index) => papersAt(this.#record, index, exhibitKey(label))))];
  }

  /** `PX 12`, `PX-12`, `PX12`. */
  #houseForm(words: string): readonly Source[] {
    const folded = nameKey(words);
    for (const head of this.#heads) {
      if (!folded.startsWith(head)) continue;
      const found = this.#exhibit(head, folded.slice(head.length).replace(/^[ -]+/, ''));
      if (found.length > 0) return found;
    }
    return [];
  }
}

function keyOfWhole(words: string): string {
  if (/(?:declaration|decl\.?)$/i.test(words) || /^declaration of /i.test(words)) {
    const { name, qualifiers } = splitQualifiers(withoutDeclaration(words));
    return `decl ${declarationKey(name, qualifiers)}`;
  }
  if (/(?:deposition|depo?\.?)$/i.test(words)) return `dep ${nameKey(withoutDeposition(words))}`;
  return nameKey(words);
}
