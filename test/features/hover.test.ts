import { describe, expect, test } from 'vitest';
import { type HoverOptions, hover } from '../../server/src/features/hover.ts';
import type { Finding } from '../../server/src/lint/finding.ts';
import type { Source } from '../../server/src/record/caseRecord.ts';
import type { Page, PagesState } from '../../server/src/record/pages.ts';
import { type Cite, pagesOf, source, viewOf } from './fixture.ts';

const OPTIONS: HoverOptions = {
  markdown: true,
  showsProtected: false,
  address: ({ uri, range }) => `open:${uri.slice(10)}:${range.start.line}`,
};

function checkHover(text: string, cites: readonly Cite[], more: Parameters<typeof viewOf>[2] = {}, options = OPTIONS) {
  const { view, offset } = viewOf(text, cites, more);
  return hover(view, offset, options)?.words;
}

const ORDER = source('Dkt. No. 315', {
  title: 'Discovery order',
  by: 'Hixson, M.J.',
  date: '2024-12-06',
  file: 'docket/315.txt',
});
const PAGES = pagesOf('One.', 'As Meta has disclosed all the datasets.', 'Three.');
const AT_2: Cite = { words: 'Dkt. No. 315 at 2', pin: '2', answer: { source: ORDER } };

test('the paper, the words at the pin, the numbering, the links', () => {
  expect(checkHover('See Dkt. No. 3<|>15 at 2.', [AT_2], { pages: PAGES })).toBe(
    [
      '**Dkt\\. No\\. 315 at 2** · Discovery order · Hixson, M\\.J\\. · December 6, 2024',
      '> As Meta has disclosed all the datasets\\.',
      '*By the number printed on the page; page 2 of 3 in the file\\.*',
      '[Open at page 2](open:docket/315.txt:10) · [Manifest](open:exhibits.yaml:0)',
    ].join('\n\n'),
  );
});

test('a Word file has no page numbers, and no page of it is wrong', () => {
  const pages: PagesState = {
    state: 'read',
    pages: {
      pages: [{ index: 1, labels: {}, checkable: true, text: 'The gate.', unpaged: 'A Word file' }],
      sha256: '',
    },
  };
  for (const more of [{}, { pages: { first: 2 } }]) {
    const cite: Cite = { ...AT_2, answer: { source: { ...ORDER, ...more } } };
    const words = checkHover('See Dkt. No. 3<|>15 at 2.', [cite], { pages });
    expect(words).toContain('*A Word file has no page numbers; the page could not be looked up\\.*');
    expect(words).toContain('[Open](open:docket/315.txt:0)');
  }
});

test('a scan says whose words are shown, or why those beside it are not', () => {
  const page = { index: 1, labels: { printed: '2' }, checkable: true, text: 'The gate.', wordsFrom: '315.txt' };
  const shown = (pages: readonly Page[], unused?: string): string | undefined =>
    checkHover('See Dkt. No. 3<|>15 at 2.', [AT_2], {
      pages: { state: 'read', pages: { pages, sha256: '', ...(unused && { unused }) } },
    });
  expect(shown([page])).toContain('Its words are those of 315\\.txt, which lies beside it\\.');
  expect(shown([{ ...page, checkable: false, text: '' }], 'It is not used.')).toContain('It is not used\\.');
  const picture = { index: 1, labels: {}, checkable: false, text: '', unpaged: 'A picture' };
  expect(shown([picture])).toContain('A picture has no words that could be read\\.');
});

test('the verdict comes first', () => {
  const text = 'Dkt. No. 315 at 9<|>9';
  const finding = (more: Partial<Finding>): Finding => ({
    code: 'pin-out-of-range',
    severity: 'error',
    span: { start: 16, end: 18 },
    message: 'Dkt. No. 315 has 3 pages; the pin cite says 99.',
    ...more,
  });
  const findings = [
    finding({ code: 'stale-citation', severity: 'warning', span: { start: 0, end: 18 }, message: 'Second.' }),
    finding({}),
    finding({ span: { start: 90, end: 95 }, message: 'Elsewhere.' }),
  ];
  const cite: Cite = { words: 'Dkt. No. 315 at 99', pin: '99', answer: { source: { ...ORDER, status: 'modified' } } };
  const words = checkHover(text, [cite], { pages: PAGES, findings });
  expect(words?.split('\n\n').slice(0, 3)).toEqual([
    'Dkt\\. No\\. 315 has 3 pages; the pin cite says 99\\.',
    'Second\\.',
    '**Dkt\\. No\\. 315 at 99** · Discovery order · Hixson, M\\.J\\. · December 6, 2024',
  ]);
  expect(words).not.toContain('Elsewhere');
  expect(words).not.toContain('Modified');
});

test('what became of a paper, where no finding says it', () => {
  const modified = {
    ...ORDER,
    status: 'modified' as const,
    supersededBy: { text: '351', source: source('Dkt. No. 351') },
  };
  const cite: Cite = { words: 'Dkt. No. 315', answer: { source: modified } };
  expect(checkHover('<|>Dkt. No. 315', [cite], { pages: PAGES })).toContain('Modified by Dkt\\. No\\. 351\\.');
});

test('words that the draft quotes are marked, and the passage is cut round them', () => {
  const page = `${'Before. '.repeat(400)}since Meta has\ndisclosed all of its logs. ${'Behind. '.repeat(400)}`;
  const text = 'It held that "Meta has disclosed all of its logs." Dkt. No. 31<|>5 at 2';
  const words = checkHover(text, [AT_2], { pages: pagesOf('', page) }) ?? '';
  expect(words).toContain('since **Meta has**  \n> **disclosed all of its logs**\\.');
  expect(words.length).toBeLessThan(2000);
  expect(words).toMatch(/> … Before/);
  expect(words).toMatch(/Behind\\\. …/);
});

describe('what the draft quotes otherwise', () => {
  const PAGE = 'Nothing before.\nThe pumps ran all night, and no one\n*stopped* them in the morning. Nothing behind.';
  const seen = (quotation: string, more: Partial<Source> = {}, page = PAGE): string =>
    checkHover(`"${quotation}" Dkt. No. 31<|>5 at 2`, [{ ...AT_2, answer: { source: { ...ORDER, ...more } } }], {
      pages: pagesOf('', page),
    }) ?? '';

  test('is bold in the passage, and the hover says what the draft has', () => {
    const words = seen('The pumps ran all day, and everyone stopped them in the morning.');
    expect(words).toContain(
      '> Nothing before\\.  \n> The pumps ran all **night**, and **no one**  \n> \\*stopped\\* them in the morning\\. Nothing behind\\.',
    );
    expect(words).toContain('*The draft has "day" for "night" and has "everyone" for "no one"\\.*');
  });

  test('words that are left out are bold, words that are added are told', () => {
    const leftOut = seen('The pumps ran, and no one stopped them in the morning.');
    expect(leftOut).toContain('The pumps ran **all night**, and no one');
    expect(leftOut).toContain('*The draft leaves out "all night"\\.*');
    const added = seen('The pumps ran all night, and no one ever stopped them in the morning.');
    expect(added).toContain('*The draft adds "ever"\\.*');
    expect(added).toContain('**The pumps ran all night, and no one**');
  });

  test('nothing of the exhibit comes alive in it', () => {
    const page = 'The pumps ran [all](command:evil) <b>night</b> and nobody stopped them in the morning.';
    const words = seen('The pumps ran all night and everybody stopped them in the morning.', {}, page);
    expect(words).not.toMatch(/(?<!\\)\]\(command/);
    expect(words).not.toContain('<b>');
  });

  test('of a protected paper nothing is said', () => {
    const words = seen('The pumps ran all day, and everyone stopped them in the morning.', { isProtected: true });
    expect(words).not.toMatch(/night|no one|The draft/);
  });
});

test('of a protected paper only title and pin, never a word', () => {
  const sealed = {
    ...ORDER,
    isProtected: true,
    sealing: 'granted' as const,
    text: 'Secret words.',
    note: 'Secret note.',
  };
  const words = checkHover('Dkt. No. 31<|>5 at 2', [{ ...AT_2, answer: { source: sealed } }], {
    pages: pagesOf('', 'Secret words.'),
  });
  expect(words).toContain('Discovery order');
  expect(words).toContain('Its words are withheld\\: it is under seal\\.');
  expect(words).not.toContain('Secret');
  const asked = checkHover(
    'Dkt. No. 31<|>5 at 2',
    [{ ...AT_2, answer: { source: sealed } }],
    { pages: pagesOf('', 'Secret words.') },
    { ...OPTIONS, showsProtected: true },
  );
  expect(asked).toContain('Secret words');
  expect(asked).toContain('because you turned protected previews on');
  const designated = { ...ORDER, isProtected: true, designation: 'HC-AEO' };
  expect(checkHover('Dkt. No. 31<|>5 at 2', [{ ...AT_2, answer: { source: designated } }], { pages: PAGES })).toContain(
    'it is designated HC\\-AEO\\.',
  );
});

test.each([
  ['[click](command:evil)', '\\[click\\]\\(command\\:evil\\)'],
  ['![x](https://e.example/p.png)', '\\!\\[x\\]\\(https\\:\\/\\/e\\.example\\/p\\.png\\)'],
  ['<img src=x onerror=y> <!-- z -->', '\\<img src\\=x onerror\\=y\\> \\<\\!\\-\\- z \\-\\-\\>'],
  ['www.e.example and a@e.example', 'www\\.e\\.example and a\\@e\\.example'],
  ['&lt;script&gt;', '\\&lt;script\\&gt;'],
  ['```js\n    code\n```', '\\`\\`\\`js  \n> code  \n> \\`\\`\\`'],
  [
    '# Head\n===\n- item\n1. one\n| a | b |',
    '\\# Head  \n> \\=\\=\\=  \n> \\- item  \n> 1\\. one  \n> \\| a \\| b \\|',
  ],
  ['[ref]: https://e.example', '\\[ref\\]\\: https\\:\\/\\/e\\.example'],
  [
    '$(trash) **bold** _em_ ~~gone~~ \\[x\\]',
    '\\$\\(trash\\) \\*\\*bold\\*\\* \\_em\\_ \\~\\~gone\\~\\~ \\\\\\[x\\\\\\]',
  ],
  ['a\u202Eb\u0007c\u200Bd', 'abcd'],
])('nothing in an exhibit comes alive: %j', (page, shown) => {
  const words = checkHover('Dkt. No. 31<|>5 at 2', [AT_2], { pages: pagesOf('', `${page}\nwords`) });
  expect(words?.split('\n\n')[1]).toBe(`> ${shown}  \n> words`);
});

test('nothing in a title or a file name comes alive either', () => {
  const odd = { ...ORDER, title: '[x](command:evil)', file: 'a) [y](command:evil.txt' };
  const words = checkHover('Dkt. No. 31<|>5 at 2', [{ ...AT_2, answer: { source: odd } }], { pages: PAGES });
  expect(words).toContain('\\[x\\]\\(command\\:evil\\)');
  expect(words).toContain('(open:a%29%20[y]%28command:evil.txt:10)');
});

test('an ambiguous citation names all of its candidates', () => {
  const cite: Cite = {
    words: 'Ex. A',
    answer: {
      status: 'ambiguous',
      candidates: [source("Plaintiffs' Ex. A", { title: 'Hit report' }), source("Meta's Ex. A")],
    },
  };
  expect(checkHover('See Ex.<|> A.', [cite])).toBe(
    [
      "- **Plaintiffs' Ex\\. A** · Hit report · [Manifest](open:exhibits.yaml:0)",
      "- **Meta's Ex\\. A** · [Manifest](open:exhibits.yaml:0)",
    ].join('\n'),
  );
});

test.each([
  [undefined, 'No file is named for it in the manifest'],
  [{ state: 'missing', why: '315.txt is not there.' } as const, '315\\.txt is not there'],
  [{ state: 'pending' } as const, 'has not been read yet'],
  [pagesOf('One.', ''), 'That page has no text'],
])('what could not be looked at: %j', (pages, words) => {
  const answer = pages ? ORDER : { ...ORDER };
  if (!pages) delete (answer as { file?: string }).file;
  expect(
    checkHover('Dkt. No. 31<|>5 at 2', [{ ...AT_2, answer: { source: answer } }], pages ? { pages } : {}),
  ).toContain(words);
});

test('public links: the url of the entry, else its place on CourtListener; never another scheme', () => {
  const record = { courtlistener: '67569326', caption: 'Kadrey et al. v. Meta Platforms, Inc.' };
  const link = (more: object): string | undefined =>
    checkHover('Dkt. No. 31<|>5', [{ words: 'Dkt. No. 315', answer: { source: source('Dkt. No. 315', more) } }], {
      record,
    })?.split('[Docket]')[1];
  expect(link({})).toBe('(https://www.courtlistener.com/docket/67569326/315/kadrey-et-al-v-meta-platforms-inc/)');
  expect(link({ url: 'https://e.example/a(b)' })).toBe('(https://e.example/a%28b%29)');
  expect(link({ url: 'javascript:alert(1)' })).toBeUndefined();
});

test('no citation, no hover; a cursor behind the last character still counts', () => {
  expect(checkHover('Not here<|>. Dkt. No. 315 at 2', [AT_2], { pages: PAGES })).toBeUndefined();
  expect(checkHover('Dkt. No. 315 at 2<|>.', [AT_2], { pages: PAGES })).toBeDefined();
});

test('for a client without Markdown the words are plain', () => {
  const words = checkHover('Dkt. No. 31<|>5 at 2', [AT_2], { pages: PAGES }, { ...OPTIONS, markdown: false });
  expect(words).toBe(
    [
      'Dkt. No. 315 at 2 · Discovery order · Hixson, M.J. · December 6, 2024',
      'As Meta has disclosed all the datasets.',
      'By the number printed on the page; page 2 of 3 in the file.',
    ].join('\n\n'),
  );
});
