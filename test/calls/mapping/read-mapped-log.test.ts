import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CallEvent } from '../../../src/calls/call-event.ts';
import { condenseLogs } from '../../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../../src/calls/condensed-log.ts';
import { digestOf } from '../../../src/calls/digest-of.ts';
import { noNames } from '../../../src/calls/formats/node-names.ts';
import type { LogMapping } from '../../../src/calls/mapping/mapping.ts';
import { parseMapping } from '../../../src/calls/mapping/parse-mapping.ts';
import { csvLog, logOf } from '../../support/log-of.ts';
import { pathsOf } from '../../support/paths-of.ts';
import { randomLog } from '../../support/random-log.ts';

/** A mapping from its YAML. */
function mappingOf(text: string): LogMapping {
  const { mapping, findings } = parseMapping({
    path: 'log.mapping.yaml',
    text: `mapping: 1\n${text}`,
  });
  if (mapping === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return mapping;
}

const condensed = (
  log: string | Uint8Array,
  mapping: LogMapping,
  chunk = 61,
): Promise<CondensedLog> =>
  condenseLogs([logOf(log, 'theirs.csv', chunk)], undefined, {
    reading: { names: noNames, mappings: [mapping] },
  });

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A local time of Berlin as people there write it. */
const german = (at: number): string =>
  new Date(at)
    .toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' })
    .replace(/^(\d{4})-(\d\d)-(\d\d) /, '$3.$2.$1;')
    .concat(`,${String(at % 1000).padStart(3, '0')}`);

const words = {
  start: 'BEGIN',
  enter: 'MENU',
  input: 'DTMF',
  noinput: 'SILENCE',
  nomatch: 'WRONG',
  success: 'OK',
  failure: 'FAILED',
  queue: 'QUEUED',
  answer: 'AGENT',
  transfer: 'XFER',
  abandon: 'GAVEUP',
  hangup: 'CALLER_BYE',
  disconnect: 'SYSTEM_BYE',
  end: 'EOF',
} as const;

const theirs = mappingOf(`
title: the old exchange
call: Anruf Nr.
at: {columns: [Datum, Uhrzeit], pattern: 'DD.MM.YYYY HH:mm:ss,S', zone: Europe/Berlin}
event:
  column: Vorgang
  words: {${Object.entries(words)
    .map(([ours, word]) => `${word}: ${ours}`)
    .join(', ')}}
node: {column: Menü, names: {Hauptmenü: main}}
value: Wert
seq: Nr
`);

/** The rows of a log as another system writes them. */
function theirRows(events: readonly CallEvent[]): string {
  const rows = events.map(({ call, at, event, node, value, seq }) => {
    const [day = '', time = ''] = german(at).split(';');
    return [
      words[event],
      call,
      day,
      time,
      node === 'main' ? 'Hauptmenü' : node,
      quoted(value),
      seq ?? '',
    ].join(';');
  });
  return ['Vorgang;Anruf Nr.;Datum;Uhrzeit;Menü;Wert;Nr', ...rows].join('\r\n');
}

const nativeRows = (events: readonly CallEvent[]): string =>
  csvLog(
    events.map(({ call, at, event, node, value, seq }) =>
      [call, new Date(at).toISOString(), event, node, value, seq ?? ''].join(','),
    ),
    'call,at,event,node,value,seq',
  );

/** An `enter` without a node is a reject in both, and so no matter here. */
const usable = (events: readonly CallEvent[]) =>
  events.filter(({ event, node }) => event !== 'enter' || node !== '');

describe('a mapped log', () => {
  test('gives what the native log of the same calls gives', async () => {
    await fc.assert(
      fc.asyncProperty(randomLog({ ties: 'many' }), async (random) => {
        const events = usable(random);
        const [mapped, native] = await Promise.all([
          condensed(theirRows(events), theirs),
          condenseLogs([logOf(nativeRows(events))]),
        ]);
        expect(await digestOf(mapped)).toBe(await digestOf(native));
      }),
      { numRuns: 40 },
    );
  });

  test.each(['utf-8', 'windows-1252', 'utf-16le', 'gb18030'])(
    'may be written in %s',
    async (encoding) => {
      const text = 'Anruf;Zeit;Menü\n1;2026-03-02T08:00:00Z;Hauptmenü\n';
      const bytes: Readonly<Record<string, Uint8Array>> = {
        'utf-8': Buffer.from(text),
        'windows-1252': Buffer.from(text, 'latin1'),
        'utf-16le': Buffer.from(text, 'utf16le'),
        // ü is A8 B9 in GBK.
        gb18030: Buffer.from(text.replaceAll('ü', '¨¹'), 'latin1'),
      };
      const mapping = mappingOf(
        `encoding: ${encoding}\ncall: Anruf\nat: Zeit\nevent: {text: enter}\nnode: Menü`,
      );
      expect(pathsOf(await condensed(bytes[encoding] ?? new Uint8Array(), mapping, 3))).toEqual([
        'enter Hauptmenü',
      ]);
    },
  );

  test('may have one row a visit, with how long it was and how it ended', async () => {
    const mapping = mappingOf(`
call: id
at: {column: from, zone: UTC}
node: block
seconds: took
decimal: ','
exit:
  column: exit
  words:
    next: skip
    key: {event: input, value: digit}
    silent: noinput
    bye: hangup
    agents: [{event: queue, value: queue}, {event: answer}]
`);
    const rows = [
      'id\tblock\tfrom\ttook\texit\tdigit\tqueue',
      '7\twelcome\t2026-03-02 08:00:00\t3,5\tnext\t\t',
      '7\tmain\t2026-03-02 08:00:03.5\t5\tsilent\t\t',
      '7\tmain\t2026-03-02 08:00:08.5\t2,25\tkey\t1\t',
      '7\tsales\t2026-03-02 08:00:10.750\t00:01:00\tagents\t\tsales',
    ];
    const log = await condensed(rows.join('\n'), mapping);
    expect(pathsOf(log)).toEqual([
      'enter welcome, enter main, noinput main, enter main, input main 1, enter sales, queue sales sales, answer sales',
    ]);
    expect(log.rows).toMatchObject({ read: 4, used: 4, rejected: 0 });
    expect(log.dwell).toContainEqual(
      expect.objectContaining({ node: 'main', ms: [2250], times: [1] }),
    );
  });

  test('may be JSON, with fields in fields and lists in wrappers', async () => {
    const mapping = mappingOf(`
records: json
lists: [rows]
call: {column: data.session, after: 'S-', before: '@'}
at: {column: ts, pattern: epoch-ms}
event: {column: data.type, split: '.', part: 2, words: {visit: enter, bye: hangup}, others: skip}
node: data.place
`);
    const row = (ts: number, type: string) => ({
      ts,
      data: { session: 'S-1@x', type, place: 'main' },
    });
    const log = JSON.stringify({
      rows: [
        row(1772438405000, 'ivr.visit'),
        row(1772438405100, 'ivr.debug'),
        row(1772438406000, 'ivr.bye'),
      ],
    });
    const { rows, ...rest } = await condensed(log, mapping);
    expect(pathsOf(rest)).toEqual(['enter main, hangup main']);
    expect(rows).toMatchObject({ read: 3, used: 3, rejected: 0 });
  });

  test('may lack a header that the mapping gives', async () => {
    const mapping = mappingOf(
      `header: [id, when, what, where]\ncall: id\nat: when\nevent: what\nnode: where`,
    );
    const log = await condensed(
      '007.10|2026-03-02T08:00:00Z|ENTER|main\n007.10|2026-03-02T08:00:01Z|Hangup|main',
      mapping,
    );
    expect(pathsOf(log)).toEqual(['enter main, hangup main']);
    const spread = await condensed(
      'sep=|\r\n007.10|2026-03-02T08:00:00Z|ENTER|main\r\n007.10|2026-03-02T08:00:01Z|Hangup|main',
      mapping,
    );
    expect(spread.rows).toMatchObject({ read: 2, used: 2 });
    expect(pathsOf(spread)).toEqual(['enter main, hangup main']);
  });

  test('rejects what it cannot use by line, column and reason', async () => {
    const mapping = mappingOf(`
call: id
at: {column: t, zone: Europe/Berlin}
event: {column: e, words: {in: enter, out: hangup, debug: skip}}
node: n
seq: s
`);
    const rows = [
      'id,t,e,n,s',
      '1,2026-03-02 08:00:00,in,main,1',
      ',2026-03-02 08:00:00,in,main,1',
      '1,02/03/2026 08:00:00,in,main,1',
      '1,2026-03-29 02:30:00,in,main,1',
      '1,2026-10-25 02:30:00,in,main,1',
      '1,2026-03-02 08:00:00,open,main,1',
      '1,2026-03-02 08:00:00,in,,1',
      '1,2026-03-02 08:00:00,in,main,x',
      '1,2026-03-02 08:00:00,debug,,',
      '1,2026-03-02 08:00:00',
      'id,t,e,n,s',
      '1,2026-03-02 08:00:00,in,ma\u0007in,1',
    ];
    const { rows: fates, firstRejects } = await condensed(rows.join('\n'), mapping);
    expect(fates).toMatchObject({ read: 12, used: 2, rejected: 10 });
    expect(firstRejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [3, 'id', 'no call id'],
      [4, 't', 'day and month not told apart'],
      [5, 't', 'time skipped by the clocks'],
      [6, 't', 'time that comes twice'],
      [7, 'e', 'unknown event'],
      [8, 'n', 'no node entered'],
      [9, 's', 'seq not a number'],
      [11, undefined, 'too few fields'],
      [12, undefined, 'repeated header'],
      [13, 'n', 'damaged text'],
    ]);
  });

  test('says which column it lacks, and what it has', async () => {
    const mapping = mappingOf('call: id\nat: time\nevent: {text: enter}\nnode: menu');
    await expect(condensed('id;tme;menu\n', mapping)).rejects.toMatchObject({
      code: 'log-layout',
      message: 'theirs.csv has no column "time", which the mapping reads. Did you mean "tme"?',
      help: 'It has: id, tme, menu. A log without a header takes one in the mapping.',
    });
    await expect(condensed('id;t\uFFFDme;menu\n', mapping)).rejects.toMatchObject({
      help: expect.stringContaining('name its encoding in the mapping') as unknown,
    });
    const separated = { ...mapping, separator: ';' as const };
    await expect(condensed('id,time,menu\n', separated)).rejects.toMatchObject({
      message: 'theirs.csv has no column "id", which the mapping reads.',
      help: expect.stringMatching(/^It has: id,time,menu\./) as unknown,
    });
  });

  test('is read whatever stands in it, and its rows add up', async () => {
    const parts = fc.constantFrom(
      '1',
      ',',
      ';',
      '\n',
      '"',
      '2026-03-02 08:00:00',
      'MENU',
      '\u0000',
      'ü',
      '\r',
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 60 }), async (text) => {
        const log = `Vorgang;Anruf Nr.;Datum;Uhrzeit;Menü;Wert;Nr\n${text.join('')}`;
        const { rows } = await condensed(log, theirs);
        expect(rows.read).toBe(rows.used + rows.rejected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a mapping that is wrong', () => {
  test.each([
    ['call: id\nat: t', 'a mapping says which column is the event'],
    [
      'call: id\nat: {column: t, pattern: HH}\nevent: e\nseconds: s',
      'seconds say when an exit happens',
    ],
    ['call: id\nat: {column: t, zone: Mars/Base}\nevent: e', 'a zone is written like'],
    ['call: id\nat: {column: t, pattern: "DD HH:mm"}\nevent: e', 'only a part of the day'],
    ['call: id\nat: t\nevent: {text: enters}', 'enters'],
    ['call: id\nat: t\nevent: e\nencoding: klingon', 'an encoding is written like'],
    ['call: id\nat: t\nevent: e\ncolum: x', 'colum'],
  ])('%j is told at its place', (text, why) => {
    const { mapping, findings } = parseMapping({ path: 'm.yaml', text: `mapping: 1\n${text}` });
    expect(mapping).toBeUndefined();
    expect(JSON.stringify(findings)).toContain(why);
    expect(findings.every(({ at }) => at.start.line > 0)).toBe(true);
  });
});
