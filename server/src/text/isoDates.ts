const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** As a date is written out. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** True for a year, a month or a day that the calendar has, written `2023`, `2023-04` or `2023-04-05`. */
export function isDate(words: string): boolean {
  const [, year, month, day] = DATE.exec(words) ?? [];
  if (year === undefined) return false;
  if (month === undefined) return true;
  const ofMonth = Number(month);
  if (ofMonth < 1 || ofMonth > 12) return false;
  if (day === undefined) return true;
  const isLeap = (Number(year) % 4 === 0 && Number(year) % 100 !== 0) || Number(year) % 400 === 0;
  const days = ofMonth === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(ofMonth) ? 30 : 31;
  return Number(day) >= 1 && Number(day) <= days;
}

/** An ISO date as people write it: `January 17, 2025`, `April 2023`, `2023`. Anything else is given back as it is. */
export function longDate(iso: string): string {
  const [, year, month, day] = DATE.exec(iso) ?? [];
  const name = MONTHS[Number(month ?? 0) - 1];
  if (year === undefined || name === undefined) return iso;
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}
