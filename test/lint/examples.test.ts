import { describe, expect, test } from 'vitest';
import { checksOf } from '../../server/src/lint/checks.ts';
import { findingsOfDraft, findingsOfManifest } from '../../server/src/lint/lint.ts';
import { MANIFEST_RULES, RULES } from '../../server/src/lint/rules.ts';
import type { PagesLookup } from '../../server/src/record/pages.ts';
import { draftOf } from '../resolve/notation.ts';
import { marksOf } from './marking.ts';

/** The record that the examples of the README speak of. */
const RECORD = `
version: 1
matter: {parties: [Plaintiffs, {Harbor: {role: Defendant}}], docketComplete: 60}
docket:
  12: {title: Order, status: modified, supersededBy: Dkt. No. 14}
  14: {title: Later order}
  15: {title: Motion}
  22: {title: Reply, filed: 2025-02-01}
exhibits:
  B: {title: Logs, includes: [1-4, 140-150]}
  E: {title: Emails, file: e.txt}
  M: {title: Motion with a cover, file: m.txt}
  S: {title: Scan, file: scan.txt}
  G: {title: Alarms, file: g.txt, verified: {on: 2025-01-30, sha256: ${'cd'.repeat(32)}}}
  H: {title: Doors, file: h.txt, verified: {on: 2025-01-30, sha256: ${'ab'.repeat(32)}}}
  F: {docket: 14}
depositions: {Roe: {title: Deposition}}
discovery:
  - {request: RFP, name: Plaintiffs' First Set, by: Plaintiffs, to: Harbor, motionDeadline: {on: 2024-11-08}, requests: {6-8: {}, 9: All logs or notes of the night shift., 10-12: {}}}
  - {request: RFP, name: Harbor's First Set, by: Harbor, to: Plaintiffs, requests: {6: {}}}
`;

/** Ex. E, as it is read: four pages; Ex. S is a scan; the printed numbers of Ex. M begin behind its cover. */
const PAGES: PagesLookup = (source) => {
  if (source.file === undefined) return undefined;
  const texts = [
    'Logs of the pier.',
    'The gate was open all night.',
    'Nothing else.',
    'The door was never locked that night.',
  ];
  const isScan = source.file === 'scan.txt';
  const pages = texts.map((text, place) => ({
    index: place + 1,
    labels:
      source.file === 'm.txt'
        ? { printed: String(place), ecf: { document: '9', page: place + 1 } }
        : { printed: String(place + 1) },
    checkable: !isScan,
    text: isScan ? '' : text,
  }));
  return { state: 'read', pages: { pages, sha256: 'ab'.repeat(32) } };
};

const FILES: PagesLookup = (source) => {
  if (source.file === 'not-there.txt') return { state: 'missing', why: 'not-there.txt is not there.' };
  if (source.file?.startsWith('..')) return { state: 'not-allowed', why: 'outside.txt lies outside.' };
  return source.file === undefined ? undefined : { state: 'pending' };
};

describe.each(RULES.map((rule) => [rule.code, rule.examples] as const))('%s', (code, { wrong, right }) => {
  // A person checked what is right.
  const marks = marksOf(draftOf(RECORD, right), PAGES);
  const codes = (text: string): readonly string[] => {
    const draft = draftOf(RECORD, text);
    const checks = checksOf(draft, PAGES, marks);
    return findingsOfDraft(draft, { pages: PAGES, rules: {}, checks }).map((finding) => finding.code);
  };
  test(`speaks on ${JSON.stringify(wrong)}`, () => expect(codes(wrong)).toContain(code));
  test(`is silent on ${JSON.stringify(right)}`, () => expect(codes(right)).not.toContain(code));
});

describe.each(MANIFEST_RULES.map((rule) => [rule.code, rule.examples] as const))('%s', (code, { wrong, right }) => {
  const codes = (manifest: string): readonly string[] =>
    findingsOfManifest('exhibits.yaml', [draftOf(manifest, 'See Ex. A; Dkt. 12.')], { pages: FILES, rules: {} }).map(
      (finding) => finding.code,
    );
  test(`speaks on ${wrong}`, () => expect(codes(wrong)).toContain(code));
  test(`is silent on ${right}`, () => expect(codes(right)).not.toContain(code));
});
