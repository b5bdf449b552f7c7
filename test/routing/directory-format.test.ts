import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadCalendars } from '../../src/routing/calendar-state.ts';
import { checkDirectory } from '../../src/routing/check-directory.ts';
import { parseDirectory } from '../../src/routing/parse-directory.ts';

const page = readFileSync(new URL('../../docs/directory-format.md', import.meta.url), 'utf8');
const rooms = new URL('../../src/routing/', import.meta.url);

describe('the page on the directory format', () => {
  test('shows a directory that is right, and hours as it says', async () => {
    const text = /```yaml\n(.*?)```/s.exec(page)?.[1] ?? '';
    const { document, findings } = parseDirectory({ path: 'northwind.directory.yaml', text });
    expect(findings).toEqual([]);
    if (document === undefined) throw new Error('no directory');
    expect((await checkDirectory(document)).map(({ message }) => message)).toEqual([]);
    const calendars = await loadCalendars(document.directory);
    const at = (calendar: string, time: string) => calendars.stateAt(calendar, Date.parse(time));
    expect(at('office', '2026-12-24T11:59:00+02:00')).toBe('open');
    expect(at('office', '2026-12-24T12:00:00+02:00')).toBe('holiday');
    expect(at('office', '2026-12-25T10:00:00+02:00')).toBe('holiday');
    expect(at('munich', '2026-01-06T10:00:00+01:00')).toBe('open');
    expect(at('munich', '2026-01-06T09:59:00+01:00')).toBe('holiday');
    expect(at('always', '2026-12-25T03:00:00Z')).toBe('open');
  });

  test('shows only hours that can be read as they stand', async () => {
    const table = page.slice(page.indexOf('| text '), page.indexOf('A later rule'));
    const texts = table
      .split('\n')
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
      .map(([, text = '']) => text);
    expect(texts.length).toBeGreaterThan(10);
    const country = {
      holidays: { country: 'GR' },
      exceptions: [{ date: '2026-01-02', hours: '24/7' }],
    };
    const calendars = Object.fromEntries(
      texts.map((hours, index) => [`c${index}`, { hours, ...country }]),
    );
    const directory = JSON.stringify({ directory: 1, id: 'd', timeZone: 'UTC', calendars });
    const { document } = parseDirectory({ path: 'd.json', text: directory });
    if (document === undefined) throw new Error('no directory');
    expect((await checkDirectory(document)).map(({ message }) => message)).toEqual([]);
  });

  test('lists every finding that a check can give', () => {
    const listed = [...page.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, id]) => id);
    const given = readdirSync(rooms)
      .flatMap((file) => [
        ...readFileSync(new URL(file, rooms), 'utf8').matchAll(/ruleId: '([a-z-]+)'/g),
      ])
      .map(([, id]) => id);
    const named = ['calendar', 'queue', 'site', 'vendor'].map((kind) => `unknown-${kind}`);
    expect(listed.toSorted()).toEqual([...new Set([...given, ...named])].toSorted());
  });
});
