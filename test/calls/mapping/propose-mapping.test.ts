import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseMapping } from '../../../src/calls/mapping/parse-mapping.ts';
import { readLogProposal } from '../../../src/calls/read-log-proposal.ts';
import { logOf } from '../../support/log-of.ts';

const propose = (text: string) => readLogProposal(logOf(text));

describe('a mapping that is proposed', () => {
  test('reads a log of events whose columns say what they are', async () => {
    const { text, notes, tried } = await propose(
      [
        'Call ID;Timestamp;Event Type;Menu Name;DTMF;ANI',
        '17.10;2026-03-02T08:00:00Z;Call Start;;;5550100',
        '17.10;2026-03-02T08:00:00Z;Menu;main;;5550100',
        '17.10;2026-03-02T08:00:04Z;DTMF;main;1;5550100',
        '17.10;2026-03-02T08:00:09Z;Hang up;main;;5550100',
      ].join('\n'),
    );
    expect(text).toBe(
      [
        'mapping: 1',
        'call: "Call ID"',
        'at: Timestamp',
        'event:',
        '  column: "Event Type"',
        '  words: {"Call Start": start, Menu: enter, DTMF: input, "Hang up": hangup}',
        'node: "Menu Name"',
        'value: DTMF',
        'caller: ANI',
        '',
      ].join('\n'),
    );
    expect(notes).toEqual([]);
    expect(tried.rows).toMatchObject({ read: 4, used: 4, rejected: 0 });
  });

  test('says what it cannot tell: day or month, the zone, words of the log', async () => {
    const { text, notes, tried } = await propose(
      [
        'session,date,time,action,step',
        's1,02/03/2026,8:00:00,ENTER,main',
        's1,02/03/2026,8:00:05,FLURB,main',
      ].join('\n'),
    );
    expect(notes.join('\n')).toContain('"DD/MM/YYYY H:mm:ss" or "MM/DD/YYYY H:mm:ss"');
    expect(notes.join('\n')).toContain('names no offset');
    expect(notes.join('\n')).toContain('"FLURB" (1)');
    expect(text).toContain('# - at: ');
    expect(tried.rejectedBy).toEqual({ 'day and month not told apart': 2 });
  });

  test('knows the names of camels, takes the moment that needs no zone, and leaves keys of customers alone', async () => {
    const { text, notes, tried } = await propose(
      [
        'callKey,eventTimeLocal,eventTimeUtc,eventType,ivrNodeName,ivrNodeId,callerInput,outcome,customerKey',
        '9001,2026-03-02 09:00:05.123,2026-03-02 08:00:05.123,CALL_STARTED,,,,,77',
        '9001,2026-03-02 09:00:06.000,2026-03-02 08:00:06.000,NODE_ENTERED,main,n1,,,77',
        '9001,2026-03-02 09:00:12.000,2026-03-02 08:00:12.000,DtmfReceived,main,n1,2,,77',
        '9001,2026-03-02 09:00:40.000,2026-03-02 08:00:40.000,CALL_ENDED,,,,HANGUP,77',
      ].join('\n'),
    );
    expect(text).toContain('call: callKey\nat: {column: eventTimeUtc, zone: UTC}\n');
    expect(text).toContain(
      'words: {CALL_STARTED: start, NODE_ENTERED: enter, DtmfReceived: input, CALL_ENDED: end}',
    );
    expect(text).toContain('node: ivrNodeName\nvalue: callerInput\n');
    expect(notes).toContain('Not read: eventTimeLocal, ivrNodeId, outcome, customerKey.');
    expect(tried.rows).toMatchObject({ read: 4, used: 4 });
  });

  test('takes no other moment of a row because it needs no zone', async () => {
    const { text } = await propose(
      'call id,event time,created at,event\n1,2026-03-02 09:00:05,2026-03-03T04:00:00Z,start\n',
    );
    expect(text).toContain('at: "event time"\n');
  });

  test('takes the zone that a column of its own names, if all rows are of one', async () => {
    const rows = (zones: readonly string[]): string =>
      [
        'call id,event time,time zone,event',
        ...zones.map((zone, index) => `c${index},2026-03-02 09:00:05,${zone},start`),
      ].join('\n');
    const { text } = await propose(rows(['Europe/Madrid', 'Europe/Madrid']));
    expect(text).toContain('at: {column: "event time", zone: "Europe/Madrid"}');
    const mixed = await propose(rows(['Europe/Madrid', 'UTC']));
    expect(mixed.text).toContain('at: "event time"\n');
    expect(mixed.tried.rejectedBy).toEqual({ 'time without offset': 2 });
  });

  test('takes results of modules for exits, keys among them, and not how calls ended', async () => {
    const { text, notes } = await propose(
      [
        'CALL ID,TIMESTAMP,MODULE NAME,MODULE RESULT,IVR TIME,DISPOSITION',
        '30001,"Mon, 02 Mar 2026 08:00:05",Menu_Main,1,00:00:12,Transferred',
        '30001,"Mon, 02 Mar 2026 08:00:17",Sales,,00:01:40,Transferred',
        '30002,"Mon, 02 Mar 2026 08:00:25",Menu_Main,No Input,00:00:22,Abandoned',
      ].join('\n'),
    );
    expect(text).toContain('at: {column: TIMESTAMP, pattern: "ddd, D MMM YYYY HH:mm:ss"}');
    expect(text).toContain('node: "MODULE NAME"\nseconds: "IVR TIME"\n');
    expect(text).toContain(
      'words: {"1": {event: input, value: "MODULE RESULT"}, "No Input": noinput}',
    );
    expect(notes.join('\n')).toContain('"DISPOSITION" says the same in all rows of a call.');
  });

  test('says which column the moment may be in where none can be read', async () => {
    const { text, notes } = await propose(
      'call id,when was it,timestamp,event\n1,x,yesterday at 8,start\n1,x,today at 9,hangup\n',
    );
    expect(text).toContain('call: "call id"\nat: timestamp\n');
    expect(notes.join('\n')).toContain('no column has only times that can be read');
  });

  test('takes a field below an object that other records leave empty', async () => {
    const { text, tried } = await propose(
      [
        '{"session":{"id":"s-1"},"ts":1772438405123,"evt":"session_start","page":null}',
        '{"session":{"id":"s-1"},"ts":1772438406123,"evt":"page_enter","page":{"name":"main"}}',
        '{"session":{"id":"s-1"},"ts":1772438419123,"evt":"session_end","page":{"name":"main"}}',
      ].join('\n'),
    );
    expect(text).toContain('call: session.id\n');
    expect(text).toContain('node: page.name\n');
    expect(tried.rows).toMatchObject({ read: 3, used: 3 });
  });

  test('tells day from month where one row does', async () => {
    const { text } = await propose(
      'call,when,event,node\n1,13.03.2026 08:00,enter,main\n1,02.03.2026 08:01,hangup,main\n',
    );
    expect(text).toContain('pattern: "DD.MM.YYYY HH:mm"');
  });

  test('takes rows of visits, with how long they were and how they ended', async () => {
    const { text } = await propose(
      [
        'Interaction ID\tStarted\tStep Name\tDuration\tExit Reason',
        'i1\t2026-03-02T08:00:00Z\tmain\t4,5\ttimeout',
        'i1\t2026-03-02T08:00:05Z\tmain\t2\thangup',
      ].join('\n'),
    );
    const { mapping } = parseMapping({ path: 'm.yaml', text });
    expect(mapping).toMatchObject({
      event: { text: 'enter' },
      seconds: 'Duration',
      decimal: ',',
      exit: { column: 'Exit Reason', words: { timeout: 'noinput', hangup: 'hangup' } },
    });
  });

  test('takes JSON in a wrapper, and fields in fields', async () => {
    const row = (event: string) => ({ ts: 1772438405000, call: { id: 'c1' }, event, menu: 'main' });
    const { text, tried } = await propose(
      JSON.stringify({ next: 'x', rows: [row('enter'), row('hangup')] }),
    );
    expect(parseMapping({ path: 'm.yaml', text }).mapping).toMatchObject({
      records: 'json',
      lists: ['rows'],
      call: 'call.id',
      at: { column: 'ts', pattern: 'epoch-ms' },
      event: { column: 'event' },
      node: 'menu',
    });
    expect(tried.rows).toMatchObject({ used: 2, rejected: 0 });
  });

  test.each([
    [
      'German, in windows-1252',
      'Anruf-ID;Datum;Uhrzeit;Vorgang;Menü;Taste\n7;13.03.2026;08:00:01;Menü;Übersicht;\n7;13.03.2026;08:00:05;Eingabe;Übersicht;1\n7;13.03.2026;08:00:05;Auflegen;Übersicht;\n',
      (text: string) => Buffer.from(text, 'latin1'),
      ['encoding: windows-1252', 'words: {"Menü": enter, Eingabe: input, Auflegen: hangup}'],
      ['call: Anruf-ID', 'node: "Menü"', 'value: Taste', 'pattern: "DD.MM.YYYY HH:mm:ss"'],
    ],
    [
      'Spanish',
      'ID de llamada,Fecha y hora,Evento,Nodo,Tecla\n7,2026-03-13T08:00:01Z,entrada,principal,\n7,2026-03-13T08:00:05Z,colgado,principal,\n',
      (text: string) => Buffer.from(text),
      ['call: "ID de llamada"', 'at: "Fecha y hora"', 'node: Nodo', 'value: Tecla'],
      ['words: {entrada: enter, colgado: hangup}'],
    ],
    [
      'Japanese, in Shift JIS',
      '',
      // The bytes of this text: the platform reads Shift JIS, and doesn't write it.
      () =>
        Buffer.from(
          '92ca986249442c93fa8e9e2c83438378839383672c8381836a8385815b0a372c323032362d30332d31335430383a30303a30315a2c8a4a8e6e2c0a',
          'hex',
        ),
      ['encoding: shift_jis', 'call: "通話ID"', 'at: "日時"'],
      ['words: {"開始": start}'],
    ],
    [
      'Chinese, in GB 18030',
      '',
      () =>
        Buffer.from(
          'cda8bbb049442ccab1bce42ccac2bcfe0a372c323032362d30332d31335430383a30303a30315a2cbfaacabc0a',
          'hex',
        ),
      ['encoding: gb18030', 'call: "通话ID"', 'at: "时间"'],
      [],
    ],
  ])('knows names and words in other languages: %s', async (_, log, bytes, some, others) => {
    const { text } = await readLogProposal(logOf(bytes(log)));
    for (const line of [...some, ...others]) expect(text).toContain(line);
  });

  test('says that numbers have a decimal comma', async () => {
    const { text, tried } = await propose(
      'call;ts;event;node\n7;1772438400,123;enter;main\n7;1772438403,5;hangup;main\n',
    );
    expect(text).toContain('decimal: ","');
    expect(tried.rows).toMatchObject({ used: 2, rejected: 0 });
  });

  test('tells a field by the object that it is in', async () => {
    const record = { data: { menu: { id: 'main' }, call: { id: 7 } } };
    const { text } = await propose(
      JSON.stringify({ at: '2026-03-13T08:00:01Z', event: 'enter', ...record }),
    );
    expect(text).toContain('call: data.call.id');
    expect(text).toContain('node: data.menu.id');
  });

  test('never shows what may be somebody’s number', async () => {
    const { text } = await propose(
      'call,at,event,node\n1,2026-03-02T08:00:00Z,5550100199,main\n1,2026-03-02T08:00:00Z,enter,main',
    );
    expect(text).not.toContain('5550100199');
  });

  test('is a mapping, whatever the log is called and holds', async () => {
    const cell = fc.constantFrom(
      'id',
      'time',
      '2026-03-02 08:00',
      '02/03/2026',
      '1',
      'enter',
      'a b',
      ': x',
      '#',
      '',
      '"q"',
      '5,5',
      '{}',
      '\u0007',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 6 }),
        async (rows) => {
          const width = rows[0]?.length ?? 2;
          const log = rows
            .map((row) =>
              Array.from(
                { length: width },
                (_, index) => `"${(row[index] ?? '').replaceAll('"', '""')}"`,
              ).join(','),
            )
            .join('\n');
          const proposal = await propose(log).catch((error: unknown) => {
            expect(error).toMatchObject({ code: 'log-layout' });
            return undefined;
          });
          if (proposal === undefined) return;
          const { findings } = parseMapping({ path: 'm.yaml', text: proposal.text });
          expect(findings.map(({ message }) => message)).toEqual([]);
          expect(proposal.tried.rows.read).toBe(
            proposal.tried.rows.used + proposal.tried.rows.rejected,
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});
