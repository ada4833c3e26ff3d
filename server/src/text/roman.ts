const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The number of a roman numeral, in either case; 0 where it is none. */
export function romanValue(roman: string): number {
  let total = 0;
  const values = [...roman.toLowerCase()].map((letter) => ROMAN[letter] ?? 0);
  values.forEach((value, place) => {
    total += value < (values[place + 1] ?? 0) ? -value : value;
  });
  return total;
}
