import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze, type Draft, type RecordAnswer, stylesOf } from '../draft.ts';
import { type Checks, checksOf } from '../lint/checks.ts';
import type { Finding, RuleSettings } from '../lint/finding.ts';
import { findingsOfDraft } from '../lint/lint.ts';
import type { CheckMark } from '../record/citeCheck.ts';
import type { PagesLookup } from '../record/pages.ts';
import { type DraftSyntax, NO_STYLES, type Styles } from '../syntax/draftSyntax.ts';
import { parseDraft } from '../syntax/parseDraft.ts';
import { type LineIndex, lineIndexOf } from '../text/lineIndex.ts';

/** What the layers of a draft are made of besides its text. */
export interface LayerInputs {
  readonly answer: RecordAnswer;
  /** The draft's path relative to its manifest. */
  readonly path: string | undefined;
  /** What people marked in this draft; the same array while nothing of it changes. */
  readonly marks: readonly CheckMark[];
  readonly pages: PagesLookup;
  readonly pagesRevision: number;
  readonly rules: RuleSettings;
  /** `briefcite.forms`. */
  readonly forms: readonly string[];
  /** `briefcite.we`. */
  readonly we: string;
}

/** A draft as it is now, all three layers. */
export interface Layers {
  readonly version: number;
  readonly lines: LineIndex;
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly checks: Checks;
  /** The same layers of another text, which are not kept. */
  reread(text: string): Pick<Layers, 'draft' | 'findings'>;
}

interface FindingsLayer {
  readonly findings: readonly Finding[];
  readonly checks: Checks;
}

interface TextLayer {
  readonly version: number;
  readonly text: string;
  readonly lines: LineIndex;
}

/**
 * The three layers of one draft, each made again only when what it rests on changed: syntax by version and styles, the answers
 * by the record, the findings by pages and settings. Everything here is synchronous: what comes out belongs together.
 */
export class DraftLayers {
  #text: TextLayer | undefined;
  #styles: Styles = NO_STYLES;
  #stylesOf: RecordAnswer | undefined;
  #forms: readonly string[] | undefined;
  #syntax: { readonly of: unknown; readonly styles: Styles; readonly syntax: DraftSyntax } | undefined;
  #draft:
    | {
        readonly of: DraftSyntax;
        readonly answer: RecordAnswer;
        readonly path?: string | undefined;
        readonly draft: Draft;
      }
    | undefined;
  #findings: (LayerInputs & FindingsLayer & { readonly of: Draft }) | undefined;

  /** The layers for a document as it is now. */
  update(document: TextDocument, inputs: LayerInputs): Layers {
    const text = this.#textLayer(document);
    const styles = this.#stylesFor(inputs);
    const syntax = this.#syntaxLayer(text, styles);
    const draft = this.#draftLayer(syntax, inputs);
    const { findings, checks } = this.#findingsLayer(draft, inputs);
    return {
      version: text.version,
      lines: text.lines,
      draft,
      findings,
      checks,
      reread: (other) => read(other, styles, inputs),
    };
  }

  #textLayer(document: TextDocument): TextLayer {
    if (this.#text?.version === document.version) return this.#text;
    const text = document.getText();
    this.#text = { version: document.version, text, lines: lineIndexOf(text) };
    return this.#text;
  }

  /** The same object while the record's names stay the same: most edits of a manifest leave the syntax of every draft alone. */
  #stylesFor({ answer, forms }: LayerInputs): Styles {
    if (answer === this.#stylesOf && forms === this.#forms) return this.#styles;
    this.#stylesOf = answer;
    this.#forms = forms;
    const own = answer.state === 'available' ? stylesOf(answer.record) : NO_STYLES;
    const styles = forms.length > 0 ? { ...own, heads: [...own.heads, ...forms] } : own;
    if (namesOf(styles) !== namesOf(this.#styles)) this.#styles = styles;
    return this.#styles;
  }

  #syntaxLayer(text: TextLayer, styles: Styles): DraftSyntax {
    if (this.#syntax?.of !== text || this.#syntax.styles !== styles) {
      this.#syntax = { of: text, styles, syntax: parseDraft(text.text, styles) };
    }
    return this.#syntax.syntax;
  }

  #draftLayer(syntax: DraftSyntax, { answer, path }: LayerInputs): Draft {
    const known = this.#draft;
    if (known && known.of === syntax && known.answer === answer && known.path === path) return known.draft;
    const draft = analyze(syntax, answer, path);
    this.#draft = { of: syntax, answer, path, draft };
    return draft;
  }

  #findingsLayer(draft: Draft, inputs: LayerInputs): FindingsLayer {
    const known = this.#findings;
    const same =
      known?.of === draft &&
      known.pagesRevision === inputs.pagesRevision &&
      known.rules === inputs.rules &&
      known.marks === inputs.marks &&
      known.we === inputs.we;
    if (known && same && known.pages === inputs.pages) return known;
    const { pages, rules, we, marks } = inputs;
    const checks = checksOf(draft, pages, marks);
    this.#findings = { ...inputs, of: draft, checks, findings: findingsOfDraft(draft, { pages, rules, we, checks }) };
    return this.#findings;
  }
}

function read(
  text: string,
  styles: Styles,
  { answer, path, pages, rules, we, marks }: LayerInputs,
): Pick<Layers, 'draft' | 'findings'> {
  const draft = analyze(parseDraft(text, styles), answer, path);
  return { draft, findings: findingsOfDraft(draft, { pages, rules, we, checks: checksOf(draft, pages, marks) }) };
}

function namesOf({ heads, names, caseNames, batesPrefixes, appendices }: Styles): string {
  return JSON.stringify([heads, names, caseNames, batesPrefixes, appendices]);
}
