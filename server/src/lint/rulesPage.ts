import { MANIFEST_RULES, RULES } from './rules.ts';

const ALL = [...RULES, ...MANIFEST_RULES];
const HEAD = `# What Briefcite's findings mean

Each finding ends with a code. How grave it is can be changed, or the finding switched off, in the setting \`briefcite.rules\`. A
slash stands for a new paragraph in these examples.
`;

/** Every rule with its examples, as Markdown: what the code beside a finding leads to. */
export function rulesPage(): string {
  return `${HEAD}\n${ALL.map(sectionOf).join('\n')}`;
}

function sectionOf({ code, severity, summary, examples }: (typeof ALL)[number]): string {
  const shown = (words: string): string => `\`${words.split('\n').filter(Boolean).join(' / ')}\``;
  return `## ${code} (${severity})\n\n${summary}\n\n- It speaks on ${shown(examples.wrong)}\n- It is silent on ${shown(examples.right)}\n`;
}

/** The line (from 1) on which a rule's part of that page begins; undefined for no rule. */
export function rulesPageLine(code: string): number | undefined {
  const at = rulesPage().indexOf(`\n## ${code} `);
  return at < 0
    ? undefined
    : rulesPage()
        .slice(0, at + 1)
        .split('\n').length;
}
