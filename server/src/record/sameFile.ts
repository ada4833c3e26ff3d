import type { Source } from './caseRecord.ts';

/**
 * One key for all spellings of the file that an entry names, `./a.pdf` and `x/../A.pdf`, as far as the words tell; undefined where
 * it names none. Capitals are one with small letters, as on most people's disks: what rests on the key had better take two files
 * for one than one for two.
 */
export function fileKey({ file, place }: Pick<Source, 'file' | 'place'>): string | undefined {
  if (file === undefined || file.trim() === '') return undefined;
  const isWhole = /^(?:[\\/]|[a-z]:)/i.test(file);
  const steps: string[] = [];
  for (const step of (isWhole ? file : `${place.manifest}/../${file}`).split(/[\\/]+/)) {
    const last = steps.at(-1);
    if (step === '..' && last !== undefined && last !== '' && last !== '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/').toLowerCase();
}
