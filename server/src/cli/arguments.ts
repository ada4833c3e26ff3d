// The room `cli` knows words on a command line and what is printed. It must never know LSP or an editor.
import { parseArgs } from 'node:util';

export type Command = 'check' | 'citations' | 'report' | 'pages' | 'rules';
export type Format = 'text' | 'json' | 'sarif' | 'html' | 'csv';
export type FailOn = 'error' | 'warning' | 'info' | 'never';

/** What was asked for on the command line. */
export interface Request {
  readonly command: Command;
  readonly inputs: readonly string[];
  readonly manifest?: string;
  readonly exhibitFolders: readonly string[];
  readonly format: Format;
  readonly failOn: FailOn;
}

/** Answers the request, or a sentence on what is wrong with the words, or which help to print. */
export type Parsed =
  | { readonly kind: 'request'; readonly request: Request }
  | { readonly kind: 'help'; readonly command?: Command }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly sentence: string };

const COMMANDS: Readonly<
  Record<Command, { readonly formats: readonly Format[]; readonly options: readonly string[] }>
> = {
  check: { formats: ['text', 'json', 'sarif'], options: ['manifest', 'exhibit-folder', 'format', 'fail-on', 'help'] },
  citations: { formats: ['text', 'json'], options: ['manifest', 'exhibit-folder', 'format', 'help'] },
  report: { formats: ['html', 'csv', 'json'], options: ['manifest', 'exhibit-folder', 'format', 'help'] },
  pages: { formats: ['text', 'json'], options: ['format', 'help'] },
  rules: { formats: ['text'], options: ['help'] },
};

const OPTIONS = {
  manifest: { type: 'string' },
  'exhibit-folder': { type: 'string', multiple: true },
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Reads the words behind `briefcite`. Never throws. */
export function parseArguments(words: readonly string[]): Parsed {
  let parsed: ReturnType<typeof parseWords>;
  try {
    parsed = parseWords(words);
  } catch (error) {
    return wrong(
      error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : 'The options are not understood',
    );
  }
  const { values, positionals } = parsed;
  const [command, ...inputs] = positionals;
  if (values.version) return { kind: 'version' };
  if (command === undefined) return values.help || words.length === 0 ? { kind: 'help' } : wrong('No command is given');
  if (command === 'help') return isCommand(inputs[0]) ? { kind: 'help', command: inputs[0] } : { kind: 'help' };
  if (!isCommand(command)) return wrong(`There is no command ${command}`);
  if (values.help) return { kind: 'help', command };
  return toRequest(command, inputs, values);
}

function parseWords(words: readonly string[]) {
  return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
}

function isCommand(word: string | undefined): word is Command {
  return word !== undefined && Object.hasOwn(COMMANDS, word);
}

function toRequest(
  command: Command,
  inputs: readonly string[],
  values: ReturnType<typeof parseWords>['values'],
): Parsed {
  const { formats, options } = COMMANDS[command];
  const foreign = Object.keys(values).find((name) => !options.includes(name));
  if (foreign) return wrong(`briefcite ${command} has no option --${foreign}`);
  const format = formats.find((name) => name === (values.format ?? formats[0]));
  if (!format) return wrong(`briefcite ${command} prints ${formats.join(', ')}, not ${values.format}`);
  const failOn = (['error', 'warning', 'info', 'never'] as const).find(
    (name) => name === (values['fail-on'] ?? 'error'),
  );
  if (!failOn) return wrong(`--fail-on takes error, warning, info or never, not ${values['fail-on']}`);
  if (command === 'rules' && inputs.length > 0) return wrong('briefcite rules reads no file');
  if (inputs.length === 0 && command !== 'rules') return wrong(`briefcite ${command} needs a file to read`);
  if (command === 'pages' && inputs.length > 1) return wrong('briefcite pages reads one exhibit at a time');
  return {
    kind: 'request',
    request: {
      command,
      inputs,
      format,
      failOn,
      exhibitFolders: values['exhibit-folder'] ?? [],
      ...(values.manifest === undefined ? {} : { manifest: values.manifest }),
    },
  };
}

function wrong(sentence: string): Parsed {
  return { kind: 'wrong', sentence: `${sentence}. Try briefcite --help.` };
}
