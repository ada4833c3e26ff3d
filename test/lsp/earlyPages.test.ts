import { writeFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { glimpseOf } from '../../server/src/record/readers/pdf/glimpse.ts';
import { makePdf } from '../record/readers/makePdf.ts';
import { PDF_LIMITS, readPdf } from '../record/readers/pdfFixtures.ts';
import { body, transcriptPage, WORDS } from '../record/readers/pdfPages.ts';
import { type Client, connect, Folder } from './client.ts';

const MANIFEST = `exhibits:
  B: {title: Hale deposition, file: hale.pdf}
  C: {title: Sealed deposition, sealing: granted, file: sealed.pdf}
`;
const LETTER = 'See Ex. B at 133:3-5. See Ex. B at 900. See Ex. C at 133:3.\n';

let folder: Folder;
let client: Client;
afterEach(async () => {
  await client.end();
  await folder.remove();
});

/** A server whose reading of whole files ends when it is let; what it was asked to look for by the way. */
async function start(): Promise<{ uri: string; let: () => void; glimpsed: readonly number[] }> {
  folder = await Folder.make({ 'exhibits.yaml': MANIFEST });
  const pages = [{ drawn: body(WORDS) }, ...Array.from({ length: 60 }, (_, at) => transcriptPage(at + 101))];
  await writeFile(folder.at('hale.pdf'), makePdf({ pages }));
  await writeFile(folder.at('sealed.pdf'), makePdf({ pages }));
  let allow: () => void = () => undefined;
  const allowed = new Promise<void>((resolve) => {
    allow = resolve;
  });
  const glimpsed: number[] = [];
  client = await connect({
    folders: [folder.path],
    initializationOptions: { exhibitViewer: true },
    reading: {
      read: async (_, bytes) => {
        await allowed;
        return readPdf(bytes);
      },
      glimpse: (_, bytes, number) => {
        glimpsed.push(number);
        return glimpseOf(bytes, number, PDF_LIMITS);
      },
    },
  });
  const uri = folder.uri('letter.brief');
  await client.open(uri, LETTER);
  return { uri, let: () => allow(), glimpsed };
}

test('the hover has the page that is cited before the whole file is read', async () => {
  const { uri, let: go } = await start();
  const early = await client.hover(uri, LETTER, 'Ex. B at 133');
  expect(early).toMatch(/lamp lit|harbor master kept it|Who kept the log/);
  expect(early).toContain('page 34 of 61');
  expect(early).toContain('The rest of the file is still being read');
  // Where in the viewer it stands is not known yet.
  expect(early).not.toContain('Open at page');
  go();
  await client.definition(uri, LETTER, 'Ex. B at 133');
  const whole = await client.hover(uri, LETTER, 'Ex. B at 133');
  expect(whole).not.toContain('still being read');
  expect(whole).toContain('Open at page 133');
});

test('a page that is not found at once, and a protected paper, wait until all is read', async () => {
  const { uri, let: go, glimpsed } = await start();
  let isAnswered = false;
  const hover = client.hover(uri, LETTER, 'Ex. B at 900').then((said) => {
    isAnswered = true;
    return said;
  });
  const sealed = client.hover(uri, LETTER, 'Ex. C at');
  // An answer to a later question: all that could be answered before has been.
  await client.hover(uri, LETTER, 'Ex. B at 133');
  expect(isAnswered).toBe(false);
  go();
  expect(await hover).toContain('That page was not found in its file');
  expect(await sealed).toContain('withheld');
  expect(glimpsed.toSorted()).toEqual([133, 900]);
});
