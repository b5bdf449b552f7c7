import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { baselineOf, compareWithBaseline, mergeEntries } from '../../src/lint/baseline.ts';
import { parseBaseline, writeBaseline } from '../../src/lint/parse-baseline.ts';
import { staleFinding } from '../../src/lint/stale-finding.ts';
import type { Finding } from '../../src/source/finding.ts';
import { fingerprintsOf } from '../../src/source/fingerprint.ts';
import { underlined } from '../support/underlined.ts';

function findingAt(path: string, ruleId: string, line: number, subject = 'nodes/a'): Finding {
  const at = { path, start: { line, column: 1 }, end: { line, column: 2 } };
  const message = `${ruleId} in ${subject}`;
  return { ruleId, severity: 'error', message, data: {}, subject, at, related: [], help: '' };
}

const same = (path: string) => path;
const always = () => true;

const findings = [
  findingAt('b/main.yaml', 'dead-end', 4),
  findingAt('a/main.yaml', 'dead-end', 9),
  findingAt('a/main.yaml', 'dead-end', 12),
  findingAt('a/main.yaml', 'missing-target', 3),
];

describe('a baseline', () => {
  test('stands in the order of files and rules, however the findings came', () => {
    const entries = baselineOf(findings, same);
    expect(entries.map(({ path, ruleId }) => `${path} ${ruleId}`)).toEqual([
      'a/main.yaml dead-end',
      'a/main.yaml dead-end',
      'a/main.yaml missing-target',
      'b/main.yaml dead-end',
    ]);
    const turned = [findings[3], findings[0], findings[1], findings[2]].flatMap((one) => one ?? []);
    expect(baselineOf(turned, same)).toEqual(entries);
  });

  test('knows its findings when lines have moved, and no others', () => {
    const entries = baselineOf(findings, same);
    const moved = findings.map(({ at, ...finding }) => ({
      ...finding,
      at: { ...at, start: { line: at.start.line + 7, column: 3 } },
    }));
    const more = findingAt('a/main.yaml', 'dead-end', 30, 'nodes/b');
    const { known, stale } = compareWithBaseline([...moved, more], entries, same, always);
    expect([...known]).toEqual(moved);
    expect(stale).toEqual([]);
  });

  test('does not know the same finding once more, nor in another file', () => {
    const entries = baselineOf(findings.slice(1, 2), same);
    const { known } = compareWithBaseline(findings, entries, same, always);
    expect([...known]).toEqual([findings[1]]);
  });

  test('tells entries whose finding is gone, if they can be judged', () => {
    const entries = baselineOf(findings, same);
    const left = findings.slice(0, 2);
    const { stale } = compareWithBaseline(left, entries, same, always);
    expect(stale.map((index) => entries[index]?.ruleId)).toEqual(['dead-end', 'missing-target']);
    const inA = ({ ruleId }: { readonly ruleId: string }) => ruleId === 'missing-target';
    expect(compareWithBaseline(left, entries, same, inA).stale).toEqual([2]);
  });

  test('never knows a file that could not be read', () => {
    const broken = findingAt('a/main.yaml', 'syntax', 1);
    expect(baselineOf([broken], same)).toEqual([]);
    const [fingerprint = ''] = fingerprintsOf([broken]);
    const entries = [{ path: 'a/main.yaml', ruleId: 'syntax', fingerprint, message: '' }];
    expect(compareWithBaseline([broken], entries, same, () => false).known.size).toBe(0);
  });

  test('keeps each entry once when two are put together', () => {
    const entries = baselineOf(findings, same);
    expect(mergeEntries(entries, entries)).toEqual(entries);
    expect(mergeEntries([], entries.toReversed())).toEqual(entries);
  });
});

describe('the file of a baseline', () => {
  const read = (text: string) => parseBaseline({ path: 'ivr-baseline.json', text });

  test('reads back as it was written, one entry a line', () => {
    const name = fc.string({ unit: 'binary' });
    const entry = fc.record({ path: name, ruleId: name, fingerprint: name, message: name });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const text = writeBaseline(entries);
        expect(read(text).document?.entries).toEqual(entries);
        expect(text.split('\n').length).toBe(entries.length === 0 ? 5 : entries.length + 6);
      }),
    );
  });

  test.each([
    ['{"ivrBaseline": 2, "findings": []}', 'invalid-value', '2'],
    ['{"ivrBaseline": 1}', 'missing-field', '{"ivrBaseline": 1}'],
    ['{"ivrBaseline": 1, "findings": [{"path": 1}]}', 'invalid-value', '1'],
    ['<<<<<<< HEAD\n{}', 'syntax', '<<<<<<<'],
    ['[]', 'invalid-value', '[]'],
  ])('that is none is refused at the place: %s', (text, ruleId, place) => {
    const { document, findings: wrong } = read(text);
    expect(document).toBeUndefined();
    const [first] = wrong;
    expect(first?.ruleId).toBe(ruleId);
    if (first !== undefined) expect(underlined(text, first.at)).toBe(place);
  });

  test('shows a stale entry at its line', () => {
    const text = writeBaseline(baselineOf(findings, same));
    const { document } = read(text);
    if (document === undefined) throw new Error('not read');
    const finding = staleFinding(document, 2);
    expect(finding.at.start.line).toBe(6);
    expect(finding.message).toContain(
      '"missing-target" doesn\'t find this in a/main.yaml any more',
    );
  });
});
