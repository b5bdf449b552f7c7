import { describe, expect, test } from '@jest/globals';
import type { CallRow } from '../../src/walk/simulate.ts';
import { writeLog } from '../../src/walk/write-log.ts';

const row = (value: string): CallRow => ({
  call: 'c1',
  at: Date.UTC(2026, 2, 2, 8, 0, 0, 5),
  event: 'input',
  node: 'main',
  value,
  caller: 'p1',
});

describe('the log that is written', () => {
  test('has the columns of the native format, times in UTC, lines that end in LF', () => {
    expect([...writeLog([row('1')])].join('')).toBe(
      'call,at,event,node,value\nc1,2026-03-02T08:00:00.005Z,input,main,1\n',
    );
    expect([...writeLog([])].join('')).toBe('call,at,event,node,value\n');
  });

  test('has a pseudonym of the caller where asked for', () => {
    expect([...writeLog([row('#')], { callers: true })].join('')).toBe(
      'call,at,event,node,value,caller\nc1,2026-03-02T08:00:00.005Z,input,main,#,p1\n',
    );
  });

  test('is no program in a spreadsheet, and quotes what must be quoted', () => {
    const cells = ['=1+1', '+1', '-1', '@x', '\ty', 'a,b', 'say "hi"', '*', '#', '12'].map(
      (value) =>
        [...writeLog([row(value)])].join('').split('\n').slice(1).join('\n').slice(39).trimEnd(),
    );
    expect(cells).toEqual([
      "'=1+1",
      "'+1",
      "'-1",
      "'@x",
      "'\ty",
      '"a,b"',
      '"say ""hi"""',
      '*',
      '#',
      '12',
    ]);
  });

  test('comes in chunks that together are the whole', () => {
    const chunks = [...writeLog(Array.from({ length: 5000 }, () => row('1')))];
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.join('').split('\n')).toHaveLength(5002);
  });
});
