import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Page } from '../../../server/src/record/pages.ts';
import { READER_LIMITS, readerFor } from '../../../server/src/record/readers/readers.ts';

async function read(name: string, text: string | Uint8Array): Promise<readonly Page[]> {
  const reader = readerFor(name);
  if (!reader) throw new Error('no reader');
  return reader.read(typeof text === 'string' ? new TextEncoder().encode(text) : text, READER_LIMITS);
}

const wordsOf = async (name: string, text: string): Promise<string | undefined> => (await read(name, text))[0]?.text;

describe('a saved page of the web', () => {
  test('is its words as a person sees them, and where its links lead', async () => {
    const html = `<!doctype html><html><head><title>Harbor news</title><style>p { color: red }</style>
      <script>document.write("never")</script></head><body><nav>Home</nav>
      <h1>Harbor news</h1><p>The gate&nbsp;was <b>open</b> &mdash; all
      night.</p><ul><li>one<li>two</ul><p>See <a href="https://example.org/a?b=1&amp;c=2">the  log</a>.<br>Ends</p>
      <p hidden-never><a href="javascript:alert(1)">no address</a></p></body></html>`;
    expect(await wordsOf('a.html', html)).toBe(
      'Harbor news\n\nThe gate was open \u2014 all night.\n\n- one\n- two\n\nSee the log.\nEnds\n\nno address\n\nLinks:\n- the log: https://example.org/a?b=1&c=2',
    );
  });

  test('has no page number; without words it can not be compared', async () => {
    expect(await read('a.htm', '<p>Words here.</p>')).toEqual([
      { index: 1, labels: {}, checkable: true, text: 'Words here.', unpaged: 'A saved web page' },
    ]);
    expect((await read('a.htm', '<img src=scan.png>'))[0]?.checkable).toBe(false);
  });
});

describe('an article saved as JSON', () => {
  const post = {
    date: '2025-01-14T22:26:51',
    title: { rendered: 'The harbor\u2019s &#8220;night&#8221;' },
    content: { rendered: '<p>It was <a href="https://example.org/">late</a>.</p>' },
  };

  test('is read as an article, also as the only one of a list', async () => {
    const words =
      'The harbor\u2019s \u201cnight\u201d\n2025-01-14\n\nIt was late.\n\nLinks:\n- late: https://example.org/';
    expect(await wordsOf('press.json', JSON.stringify(post))).toBe(words);
    expect(await wordsOf('press.json', JSON.stringify([post]))).toBe(words);
  });

  test.each(['{}', '[]', '[{}, {}]', '{"content": "words"}', '{"content": {"rendered": 4}}', 'null', '{"a":', ''])(
    'other JSON says why it is not read: %s',
    async (text) => {
      await expect(read('a.json', text)).rejects.toThrow('It is JSON, and not that of a WordPress article');
    },
  );
});

describe('a mail message', () => {
  const message = [
    'From: =?utf-8?Q?Jos=C3=A9?= Vo <vo@example.org>',
    'To: Ann Lee <lee@example.org>, chin@example.org',
    'Date: Tue, 14 Jan 2025 22:26:51 -0500',
    'Subject: The gate',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'It was open all =',
    'night.',
    '--b',
    'Content-Type: application/pdf; name=log.pdf',
    'Content-Disposition: attachment; filename=log.pdf',
    'Content-Transfer-Encoding: base64',
    '',
    'JVBERi0=',
    '--b--',
    '',
  ].join('\r\n');

  test('is who wrote to whom and when, the words, and what was attached', async () => {
    expect(await wordsOf('a.eml', message)).toMatch(
      /^From: Jos\u00e9 Vo <vo@example\.org>\nTo: Ann Lee <lee@example\.org>, chin@example\.org\nDate: 2025-01-15T03:26:51.000Z\nSubject: The gate\nAttachments: log\.pdf\n\nIt was open all night\.$/,
    );
  });

  test('without a plain part is read from its page', async () => {
    const html = 'From: a@example.org\r\nContent-Type: text/html\r\n\r\n<p>It was <i>late</i>.</p>';
    expect(await wordsOf('a.eml', html)).toBe('From: a@example.org\n\nIt was late.');
  });
});

test.each(['a.html', 'a.json', 'a.eml'])('%s: any bytes end in pages or one sentence', async (name) => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('', '<p>', '<a href=', '{"content":', 'From: a\r\n'),
      async (bytes, lead) => {
        const text = Uint8Array.from([...new TextEncoder().encode(lead), ...bytes]);
        const outcome = await read(name, text).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome.message).toMatch(/^It is .+\.$/);
        else expect(outcome).toHaveLength(1);
      },
    ),
    { numRuns: 150 },
  );
});

test.each([
  ['a.html', '<div>'.repeat(100_000)],
  ['a.html', `<p>${' \n'.repeat(200_000)}x`],
  ['a.html', '<a href="https://x.org/">x'.repeat(20_000)],
  ['a.html', '&'.repeat(400_000)],
  [
    'a.eml',
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'.repeat(2_000)}`,
  ],
  ['a.eml', `To: ${'a@example.org, '.repeat(20_000)}\r\n\r\nwords`],
])('%s: what is made to hang does not (%#)', async (name, text) => {
  const outcome = await read(name, text).catch((error: unknown) => error);
  if (outcome instanceof Error) expect(outcome.message).toMatch(/^It is .+\.$/);
  else expect(outcome).toHaveLength(1);
});
