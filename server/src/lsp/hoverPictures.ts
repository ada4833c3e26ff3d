import type { CardPicture } from '../features/card.ts';
import { pictureWanted, type WantedPicture } from '../features/pictureWanted.ts';
import { pathOfUri } from '../files/paths.ts';
import type { Matter } from './matter.ts';
import type { Looked } from './seenDraft.ts';
import type { Session } from './session.ts';

/** A hover is some 540 pixels wide; the picture has twice as many points, for screens that show them. */
const WIDTH = 500;
const POINTS = 1_000;
/** The hover never waits longer for its picture; the next one finds it ready. */
const PATIENCE_MILLISECONDS = 150;
const MOST = 60;

/** Pictures that were made, or are being made, by file, page and passage: as long as the matter lives. */
const MADE = new WeakMap<Matter, Map<string, Promise<string | undefined>>>();

/** The picture for a hover, if there is to be one and it is ready soon enough. Never throws. */
export async function hoverPicture(
  session: Session,
  uri: string,
  { view, offset, matter }: Looked,
): Promise<CardPicture | undefined> {
  const { abilities, workspace } = session;
  if (!matter || !abilities.showsPictures || !workspace.settingsOf(pathOfUri(uri)).hoverPictures) return undefined;
  const wanted = pictureWanted(view, offset);
  if (!wanted) return undefined;
  const address = await inTime(pictureOf(matter, wanted));
  if (address === undefined) return undefined;
  const what = wanted.span ? ', the cited words marked' : '';
  return { address, words: `Picture of page ${wanted.page.index} of the file${what}`, width: WIDTH };
}

function pictureOf(matter: Matter, { source, sha256, page, span }: WantedPicture): Promise<string | undefined> {
  const made = MADE.get(matter) ?? new Map<string, Promise<string | undefined>>();
  MADE.set(matter, made);
  const key = `${sha256} ${page.index} ${span?.start}-${span?.end}`;
  const known = made.get(key);
  if (known) return known;
  const question = { page: page.index, text: page.text, spans: span ? [span] : [], pictureWidth: POINTS };
  const path = matter.shelf.pathOf(source);
  const picture = (path === undefined ? Promise.resolve(undefined) : matter.shelf.lookAt(path, question))
    .then((seen) => seen?.png && `data:image/png;base64,${Buffer.from(seen.png).toString('base64')}`)
    .catch(() => undefined);
  made.set(key, picture);
  for (const oldest of made.keys()) {
    if (made.size <= MOST) break;
    made.delete(oldest);
  }
  return picture;
}

function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE_MILLISECONDS);
    void work.then((done) => {
      clearTimeout(timer);
      resolve(done);
    });
  });
}
