import { deflateSync } from 'node:zlib';
import type { GreyPicture } from '../record/readers/pdf/greyPicture.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const UP = 2;

/** A picture of grey points as a PNG with 16 shades: enough for print, and a third of the bytes. */
export function greyPng({ width, height, points }: GreyPicture): Uint8Array {
  const row = Math.ceil(width / 2);
  const packed = new Uint8Array(height * (row + 1));
  let before = new Uint8Array(row);
  for (let line = 0; line < height; line++) {
    const now = new Uint8Array(row);
    for (let at = 0; at < width; at++) {
      const shade = Math.round((points[line * width + at] ?? 255) / 17);
      now[at >> 1] = (now[at >> 1] ?? 0) | (at % 2 === 0 ? shade << 4 : shade);
    }
    // Only what differs from the row above: most of a page is white.
    packed[line * (row + 1)] = UP;
    for (let at = 0; at < row; at++) packed[line * (row + 1) + 1 + at] = (now[at] ?? 0) - (before[at] ?? 0);
    before = now;
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // Four bits a point, grey.
  head.set([4, 0, 0, 0, 0], 8);
  const parts = [SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(packed, { level: 9 })), chunk('IEND')];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function chunk(kind: string, body = new Uint8Array()): Uint8Array {
  const bytes = new Uint8Array(12 + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  bytes.set(
    [...kind].map((letter) => letter.charCodeAt(0)),
    4,
  );
  bytes.set(body, 8);
  view.setUint32(8 + body.length, checksum(bytes.subarray(4, 8 + body.length)));
  return bytes;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, number) => {
  let value = number;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
