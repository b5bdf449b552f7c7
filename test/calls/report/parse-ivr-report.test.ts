import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseIvrReport } from '../../../src/calls/report/parse-ivr-report.ts';
import { IvrError } from '../../../src/source/ivr-error.ts';

const read = (text: string) => parseIvrReport({ path: 'report.csv', text });

describe('an aggregated IVR report', () => {
  test('holds how often each node was left by which exit, and after how long', () => {
    const { counts, rows, layout } = read(
      'Menu;Option;Calls;Avg seconds\nmain;1;"1,204";6.5\nmain;hangup;96;\n',
    );
    expect(layout).toBe('node, exit, count');
    expect(counts).toEqual([
      { node: 'main', exit: '1', count: 1204, seconds: 6.5 },
      { node: 'main', exit: 'hangup', count: 96, seconds: undefined },
    ]);
    expect(rows).toEqual({ read: 2, used: 2, rejected: 0 });
  });

  test('may begin with the line that tells Excel its separator', () => {
    const { counts, firstRejects } = read('sep=;\r\nmenu;exit;count\r\nmain;1;7\r\nmain;2;x\r\n');
    expect(counts).toMatchObject([{ node: 'main', exit: '1', count: 7 }]);
    expect(firstRejects).toMatchObject([{ line: 4, reason: 'count not a whole number' }]);
    expect(() => read('sep=;\nmenu;exit;count\nmain;"1;7\n')).toThrow(/line 3/);
  });

  test('may hold visits, or the last node of calls', () => {
    expect(read('node,entered\nmain,10\n').counts).toMatchObject([{ exit: 'enter', count: 10 }]);
    expect(read('last_menu,calls\nmain,10\n').counts).toMatchObject([{ exit: 'last', count: 10 }]);
  });

  test('may have a row for each call, with what it did last', () => {
    const { counts, layout } = read('Start,Last Action,Caller\n08:00,main,x\n08:01,main,y\n');
    expect(layout).toBe('last node of each call');
    expect(counts).toEqual([{ node: 'main', exit: 'last', count: 2, seconds: undefined }]);
  });

  test('may be call detail records of Asterisk, whose other legs are no calls', () => {
    const { counts, layout, rows } = read(
      [
        'calldate,dst,dcontext,lastapp,lastdata,disposition,uniqueid,linkedid',
        '2026-03-02 08:00:00,s,main,BackGround,main-menu,ANSWERED,1.1,1.1',
        '2026-03-02 08:01:00,s,sales,Queue,"sales,,,,120",ANSWERED,1.2,1.2',
        '2026-03-02 08:01:09,s,sales,AppQueue,(Outgoing Line),ANSWERED,1.3,1.2',
        '2026-03-02 08:02:00,2,main,Playback,hours,ANSWERED,1.4,1.4',
        '2026-03-02 08:03:00,s,main,BackGround,main-menu,ANSWERED,1.5,1.5',
        '',
      ].join('\n'),
    );
    expect(layout).toBe('call detail records of Asterisk');
    expect(rows).toEqual({ read: 5, used: 5, rejected: 0 });
    expect(counts).toMatchObject([
      { node: 'main', exit: 'last', count: 2, place: { application: 'background' } },
      { node: 'sales', exit: 'last', count: 1, place: { application: 'queue' } },
      { node: 'main,2', exit: 'last', count: 1, place: { application: 'playback' } },
    ]);
  });

  const account = (ids: string): string =>
    `"","+15550142","s","main","""Ann"" <+15550142>","SIP/x","","BackGround","main-menu","2026-03-02 08:00:00","2026-03-02 08:00:00","2026-03-02 08:00:09",9,9,"ANSWERED","DOCUMENTATION"${ids}`;
  const custom =
    '"""Ann"" <+15550142>","+15550142","s","main","SIP/x","","BackGround","main-menu","2026-03-02 08:00:00","","2026-03-02 08:00:09","9","9","ANSWERED","3","","1772438400.1","",7';

  test.each([
    ['as the module cdr_csv has it', account('')],
    ['with ids', account(',"1772438400.1",""')],
    ['with all columns', account(',"pbx-1772438400.1","","","pbx-1772438400.1",7')],
    ['as the sample for cdr_custom has it', custom],
  ])('may be the file Master.csv, which has no header: %s', (_, row) => {
    const { counts, layout, rows } = read(`${row}\n${row}\n`);
    expect(layout).toBe('call detail records of Asterisk');
    expect(rows).toEqual({ read: 2, used: 2, rejected: 0 });
    expect(counts).toMatchObject([
      { node: 'main', exit: 'last', count: 2, place: { application: 'background' } },
    ]);
  });

  test('in Master.csv a leg that another call began is no call', () => {
    const leg = account(',"1772438400.2","","","1772438400.1",8');
    expect(read(`${leg}\n`)).toMatchObject({ counts: [], rows: { read: 1, used: 1 } });
  });

  test('may come out of a database with tabs and without quotes around its fields', () => {
    const rows = ['dst\tdcontext\tclid\tlastapp\tlastdata', 's\tmain\t"Ann" <5>\tRead\t"x'];
    expect(read(`${rows.join('\n')}\n`).counts).toMatchObject([{ node: 'main', count: 1 }]);
  });

  test('may have titles above its header, and says on which line a row stands', () => {
    const { counts, firstRejects } = read(
      'sep=;\r\nMenus of March\r\n\r\nMenu;Key;Calls\r\nmain;1;12\r\nmain;2;few\r\n',
    );
    expect(counts).toMatchObject([{ node: 'main', exit: '1', count: 12 }]);
    expect(firstRejects).toMatchObject([{ line: 6, column: 'count' }]);
  });

  test.each(['1 204', '1\u00a0204', "1'204", '1,204', '1.204'])(
    'has whole counts however thousands are parted: %s',
    (text) => {
      expect(read(`node;exit;count\nmain;1;${text}\n`).counts).toMatchObject([{ count: 1204 }]);
    },
  );

  test('has decimal commas between semicolons, and points elsewhere', () => {
    const seconds = (text: string) => read(text).counts.map((one) => one.seconds);
    expect(seconds('node;exit;count;seconds\nmain;1;12;4,95\n')).toEqual([4.95]);
    expect(seconds('node,exit,count,seconds\nmain,1,1.204,4.9\nmain,1,5,"4,9"\n')).toEqual([]);
  });

  test('may be the application summary of Cisco CVP', () => {
    const { counts } = read(
      'AppName,ElementName,ExitState,Count\nNorthwind,Main Menu,option1,12\n',
    );
    expect(counts).toEqual([{ node: 'Main Menu', exit: 'option1', count: 12, seconds: undefined }]);
  });

  test('of several days is added up, with means weighed by their counts', () => {
    const { counts, ignored } = read(
      'day,node,exit,count,mean_seconds\nMon,main,1,10,4\nTue,main,1,30,8\nWed,main,1,5,\n',
    );
    expect(counts).toEqual([{ node: 'main', exit: '1', count: 45, seconds: 7 }]);
    expect(ignored).toEqual(['day']);
  });

  test('rejects with their line and reason what it can not count, and loses no row', () => {
    const { rows, rejectedBy, firstRejects } = read(
      'node,exit,count,seconds\nmain,1,ten,\n,1,5,\nmain,,5,\nmain,4155550123,5,\nmain,1,5,"3,5"\nmain,1\nmain,1,-2,\nmain,1,7,\n',
    );
    expect(rows).toEqual({ read: 8, used: 1, rejected: 7 });
    expect(rejectedBy).toEqual({
      'count not a whole number': 2,
      'longer than a key': 1,
      'no exit': 1,
      'no node': 1,
      'seconds not a number': 1,
      'too few fields': 1,
    });
    expect(firstRejects[0]).toEqual({
      ...{ path: 'report.csv', line: 2, column: 'count', reason: 'count not a whole number' },
    });
  });

  test.each([
    ['', 'it is empty'],
    ['node,exit\nmain,1\n', 'no column holds a count'],
    ['a,count\nmain,1\n', 'no column holds a node'],
    ['node,exit,key,count\nmain,1,1,1\n', 'two columns hold the exit'],
  ])('is told to be none where its header does not say what it holds: %j', (text, why) => {
    expect(() => read(text)).toThrow(IvrError);
    expect(() => read(text)).toThrow(why);
  });

  test('of any text is counts or an IvrError, and rows add up', () => {
    const cell = fc.constantFrom('main', '1', '7', 'hangup', '"', ',', '\n', '__proto__', ' ', ';');
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 30 }), (parts) => {
        try {
          const { rows } = read(`node,exit,count\n${parts.join('')}`);
          expect(rows.read).toBe(rows.used + rows.rejected);
        } catch (error) {
          expect(error).toBeInstanceOf(IvrError);
        }
      }),
    );
  });
});
