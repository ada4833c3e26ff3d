/** Where one-line notes for people who look after the server go. Never a word of a draft or an exhibit. */
export type Log = (line: string) => void;

/** Anything slower is noted. */
const SLOW_MILLISECONDS = 50;

/** Does a piece of work: timed, its failure caught and noted, `empty` in its place. */
export function guarded<T>(name: string, log: Log, empty: T, work: () => T): T {
  const start = performance.now();
  try {
    return work();
  } catch (error) {
    log(`${name} failed: ${faultLine(error)}`);
    return empty;
  } finally {
    noteTime(name, log, start);
  }
}

/** The same for work that waits. Only what it does itself counts as slow, so the caller says what it timed. */
export async function guardedAsync<T>(name: string, log: Log, empty: T, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } catch (error) {
    log(`${name} failed: ${faultLine(error)}`);
    return empty;
  } finally {
    noteTime(name, log, start);
  }
}

function noteTime(name: string, log: Log, start: number): void {
  const time = performance.now() - start;
  if (time > SLOW_MILLISECONDS) log(`${name} took ${Math.round(time)} ms`);
}

/** What failed and where in our code. Never the error's message: it may quote the text that was worked on. */
export function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .map((line) => withoutFolder(line.trim()));
  return [error.name, ...places].join(' ');
}

/** `at parse (/home/person/x/server.js:1:2)` is `at parse server.js:1:2`: a folder may be named for a client. */
function withoutFolder(place: string): string {
  const name = place.slice(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1).replace(/\)$/, '');
  const bracket = place.indexOf('(');
  return `${bracket < 0 ? 'at ' : place.slice(0, bracket)}${name.replace(/^at /, '')}`;
}
