import type { RuleSettings, Severity } from '../lint/finding.ts';

/** Briefcite's settings, as they hold for one workspace folder. */
export interface Settings {
  /** `briefcite.rules`: severity or `off`, by the rule's code. */
  readonly rules: RuleSettings;
  /** `briefcite.manifest`: overrides the search; empty means search. */
  readonly manifest: string;
  /** `briefcite.exhibitFolders`: further folders that exhibits may lie in. */
  readonly exhibitFolders: readonly string[];
  /** `briefcite.forms`: literal heads of the house's own exhibits (`PX`, `Blue Binder Tab`). */
  readonly forms: readonly string[];
  /** `briefcite.hoverPictures`: a hover on a citation of a PDF shows the place. */
  readonly hoverPictures: boolean;
  /** `briefcite.we`: whose side the author of the drafts is on; empty means that nobody said. */
  readonly we: string;
}

/** What holds where nothing is set; `package.json` says the same. */
export const DEFAULT_SETTINGS: Settings = {
  rules: {},
  manifest: '',
  exhibitFolders: [],
  forms: [],
  hoverPictures: true,
  we: '',
};

/** What a rule may be set to. */
export const RULE_LEVELS: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

/**
 * Reads what a client answered for the section `briefcite`. Nothing, or null, means the defaults; a value of the wrong kind
 * falls back to its default with one line in `complaints` (the setting's name, never its value).
 */
export function readSettings(answer: unknown): { readonly settings: Settings; readonly complaints: readonly string[] } {
  const complaints: string[] = [];
  if (answer === null || answer === undefined) return { settings: DEFAULT_SETTINGS, complaints };
  if (!isObject(answer))
    return { settings: DEFAULT_SETTINGS, complaints: ['briefcite: the settings are not an object'] };
  const settings = {
    rules: readRules(answer.rules, complaints),
    manifest: readWords('manifest', 'a path', answer.manifest, complaints),
    exhibitFolders: readFolders(answer.exhibitFolders, complaints),
    forms: readForms(answer.forms, complaints),
    hoverPictures: readSwitch('hoverPictures', answer.hoverPictures, complaints),
    we: readWords('we', 'the name of a party', answer.we, complaints),
  };
  return { settings, complaints };
}

function readRules(value: unknown, complaints: string[]): RuleSettings {
  if (value === null || value === undefined) return DEFAULT_SETTINGS.rules;
  if (!isObject(value)) {
    complaints.push('briefcite.rules: not an object of rule codes');
    return DEFAULT_SETTINGS.rules;
  }
  const rules: Record<string, Severity | 'off'> = {};
  for (const [code, level] of Object.entries(value)) {
    const known = RULE_LEVELS.find((one) => one === level);
    if (known) rules[code] = known;
    else complaints.push(`briefcite.rules: a level is none of ${RULE_LEVELS.join(', ')}`);
  }
  return rules;
}

function readWords(name: 'manifest' | 'we', kind: string, value: unknown, complaints: string[]): string {
  if (value === null || value === undefined) return DEFAULT_SETTINGS[name];
  if (typeof value === 'string') return value.trim();
  complaints.push(`briefcite.${name}: not ${kind}`);
  return DEFAULT_SETTINGS[name];
}

function readSwitch(name: 'hoverPictures', value: unknown, complaints: string[]): boolean {
  if (value === null || value === undefined) return DEFAULT_SETTINGS[name];
  if (typeof value === 'boolean') return value;
  complaints.push(`briefcite.${name}: neither true nor false`);
  return DEFAULT_SETTINGS[name];
}

/** Heads are words: letters first, so that a stray sign or an empty string never becomes a form. */
function readForms(value: unknown, complaints: string[]): readonly string[] {
  if (value === null || value === undefined) return DEFAULT_SETTINGS.forms;
  if (
    Array.isArray(value) &&
    value.every((head) => typeof head === 'string' && /^\p{L}/u.test(head) && head.length < 60)
  ) {
    return value.map((head: string) => head.trim());
  }
  complaints.push('briefcite.forms: not a list of heads');
  return DEFAULT_SETTINGS.forms;
}

function readFolders(value: unknown, complaints: string[]): readonly string[] {
  if (value === null || value === undefined) return DEFAULT_SETTINGS.exhibitFolders;
  if (Array.isArray(value) && value.every((folder) => typeof folder === 'string')) {
    return value.filter((folder) => folder.trim() !== '');
  }
  complaints.push('briefcite.exhibitFolders: not a list of folders');
  return DEFAULT_SETTINGS.exhibitFolders;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
