import type { Connection } from 'vscode-languageserver';
import { citedIn } from '../features/citedIn.ts';
import { exhibitText, headOf, placeInExhibit, wordsOfPage } from '../features/exhibitText.ts';
import { quoteFromPage } from '../features/quoteFromPage.ts';
import type { Source } from '../record/caseRecord.ts';
import type { Pages } from '../record/pages.ts';
import { guardedAsync } from './guard.ts';
import type { Matter } from './matter.ts';
import type {
  ExhibitMethod,
  ExhibitParams,
  ExhibitResult,
  PassageMethod,
  PassageParams,
  PassageResult,
  QuoteMethod,
  QuoteParams,
  QuoteResult,
  RenditionMethod,
  RenditionResult,
  WordsMethod,
  WordsParams,
  WordsResult,
} from './messages.ts';
import { pathOfExhibit } from './places.ts';
import type { Session } from './session.ts';

const WITHHELD =
  'This paper is protected. Its words are shown in the viewer only: go to it with F12 or "Open at page".\n';

/** Answers what the viewer of exhibits asks. */
export function answerExhibitRequests(connection: Connection, session: Session): void {
  const exhibit: ExhibitMethod = 'briefcite/exhibit';
  connection.onRequest(exhibit, (params: ExhibitParams) =>
    guardedAsync<ExhibitResult | null>(exhibit, session.log, null, () => exhibitOf(session, params)),
  );
  const passage: PassageMethod = 'briefcite/passage';
  connection.onRequest<unknown, unknown>(passage, (params: PassageParams) =>
    guardedAsync<PassageResult | null>(passage, session.log, null, () => passageOf(session, params)),
  );
  const rendition: RenditionMethod = 'briefcite/rendition';
  connection.onRequest(rendition, (params: ExhibitParams) =>
    guardedAsync<RenditionResult | null>(rendition, session.log, null, async () => {
      const paper = await paperOf(session, params);
      if (!paper) return null;
      return { text: isProtected(paper) ? WITHHELD : exhibitText(paper.pages).text };
    }),
  );
  const words: WordsMethod = 'briefcite/words';
  connection.onRequest<unknown, unknown>(words, (params: WordsParams) =>
    guardedAsync<WordsResult | null>(words, session.log, null, () => wordsOf(session, params)),
  );
  const quote: QuoteMethod = 'briefcite/quote';
  connection.onRequest(quote, (params: QuoteParams) =>
    guardedAsync<QuoteResult | null>(quote, session.log, null, async () => {
      const paper = await paperOf(session, params);
      const [first] = paper?.sources ?? [];
      if (!paper || !first) return null;
      // Of several papers in one file a protected one decides: nothing of it may lie about.
      const source = paper.sources.find((one) => one.isProtected) ?? first;
      const text = quoteFromPage(source, paper.pages, Number(params.page), String(params.words));
      return text === undefined ? null : { text };
    }),
  );
}

interface Paper {
  readonly matter: Matter;
  readonly sources: readonly Source[];
  readonly pages: Pages;
}

function isProtected({ sources }: Pick<Paper, 'sources'>): boolean {
  return sources.some((source) => source.isProtected);
}

/** The paper behind an address, read. Undefined for a file that is no exhibit of an open draft, or can't be read. */
async function paperOf(session: Session, { uri }: ExhibitParams): Promise<Paper | undefined> {
  const path = pathOfExhibit(String(uri));
  if (path === undefined) return undefined;
  await session.settled;
  for (const { matter, sources } of session.matters.holding(path)) {
    await matter.shelf.want(sources);
    const state = sources[0] && matter.shelf.lookup(sources[0]);
    if (state?.state === 'read') return { matter, sources, pages: state.pages };
  }
  return undefined;
}

async function exhibitOf(session: Session, { uri }: ExhibitParams): Promise<ExhibitResult | null> {
  const path = pathOfExhibit(String(uri));
  if (path === undefined) return null;
  await session.settled;
  const drafts = await session.views();
  const holding = session.matters.holding(path);
  const sources = holding.flatMap((one) => one.sources);
  if (sources.length === 0) return null;
  const papers = new Set(sources);
  return {
    title: titleOf(sources),
    isProtected: isProtected({ sources }),
    citedIn: drafts.flatMap(({ uri: draft, view, lines }) =>
      citedIn(view, lines, papers).map((one) => ({ uri: draft, ...one })),
    ),
  };
}

function titleOf(sources: readonly Source[]): string {
  const names = [...new Set(sources.map(({ name }) => name))].slice(0, 3).join(', ');
  const title = sources[0]?.title;
  return title === undefined ? names : `${names} · ${title}`;
}

async function wordsOf(session: Session, params: WordsParams): Promise<WordsResult | null> {
  const paper = await paperOf(session, params);
  if (!paper) return null;
  const { pages } = paper.pages;
  const place = params.range && placeInExhibit(paper.pages, params.range);
  return {
    title: titleOf(paper.sources),
    pages: pages.map((page) => ({ head: headOf(page, pages.length), text: wordsOfPage(page) })),
    ...(place && {
      passage: { page: pages.indexOf(place.page), start: place.span?.start ?? 0, end: place.span?.end ?? 0 },
    }),
  };
}

async function passageOf(session: Session, params: PassageParams): Promise<PassageResult | null> {
  const paper = await paperOf(session, params);
  const place = paper && placeInExhibit(paper.pages, params.range);
  const path = pathOfExhibit(params.uri);
  if (!place || path === undefined) return null;
  const { page, span } = place;
  if (!span) return { page: page.index, boxes: [] };
  const question = { page: page.index, text: page.text, spans: [span] };
  const seen = await paper.matter.shelf.lookAt(path, question).catch(() => undefined);
  return { page: page.index, boxes: seen?.boxes ?? [] };
}
