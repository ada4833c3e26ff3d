import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { greyPng } from '../../server/src/files/greyPng.ts';

test.each([7, 8])('a PNG %i points wide holds the shades that it was made of', (width) => {
  const height = 5;
  const points = Uint8Array.from({ length: width * height }, (_, at) => (at * 37) % 256);
  const png = Buffer.from(greyPng({ width, height, points }));
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([width, height, 4, 0]);
  const length = png.readUInt32BE(33);
  expect(png.toString('latin1', 37, 41)).toBe('IDAT');
  const rows = inflateSync(png.subarray(41, 41 + length));
  const row = Math.ceil(width / 2);
  let before = new Uint8Array(row);
  for (let line = 0; line < height; line++) {
    const start = line * (row + 1);
    const now = Uint8Array.from(before, (value, at) => value + (rows[start + 1 + at] ?? 0));
    for (let at = 0; at < width; at++) {
      const shade = at % 2 === 0 ? (now[at >> 1] ?? 0) >> 4 : (now[at >> 1] ?? 0) & 15;
      expect(shade).toBe(Math.round((points[line * width + at] ?? 0) / 17));
    }
    before = now;
  }
});
