import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseReasons } from '../../src/design/parse-reasons.ts';

const read = (text: string) => parseReasons({ path: 'reasons.csv', text });
const told = (text: string) =>
  read(text).findings.map(({ at, message }) => `${at.start.line}:${at.start.column} ${message}`);

describe('a table of contact reasons', () => {
  test('gives each reason with its calls, its queue and its group', () => {
    const { table, findings } = read(
      'reason,label,volume,seconds,queue,group\nlost,a lost card,"1,250",2.5,cards,Cards\npin,your PIN,.5,,,\n',
    );
    expect(findings).toEqual([]);
    expect(table?.calls).toBe(1250.5);
    expect(table?.languages).toEqual(['en']);
    expect(table?.reasons[0]).toMatchObject({
      ...{ reason: 'lost', calls: 1250, queue: 'cards', group: 'Cards' },
      texts: [{ language: 'en', label: 'a lost card', calls: 1250, seconds: 2.5 }],
    });
    expect(table?.reasons[1]).toMatchObject({ calls: 0.5, queue: undefined, group: undefined });
  });

  test('takes a reason in several languages as one, most spoken first', () => {
    const { table } = read(
      'reason;label;volume;language\npin;your PIN;10;en\npin;su PIN;30;es\nhours;opening hours;5;en-GB\nhours;el horario;;es\n',
    );
    expect(table?.languages).toEqual(['es', 'en']);
    expect(table?.reasons.map(({ calls }) => calls)).toEqual([40, 5]);
  });

  test('takes shares as percentages', () => {
    const { table } = read('reason,label,volume\na,the a,62.5 %\nb,the b,37.5%\n');
    expect(table?.reasons.map(({ calls }) => calls)).toEqual([62.5, 37.5]);
  });

  test('may call the volume otherwise, and hold columns that are not read', () => {
    const { table, findings } = read('Reason,Label,Calls,Owner\na,the a,1,me\n');
    expect(table?.calls).toBe(1);
    expect(findings).toMatchObject([
      { severity: 'warning', message: 'The column "Owner" is not read.' },
    ]);
  });

  test.each([
    ['reason,label\na,b\n', '1:1 There is no column "volume".'],
    ['reason,label,volume,volume\na,b,1,1\n', '1:21 Two columns hold the volume.'],
    ['reason,label,volume\n', '1:1 This table names no reasons.'],
    ['reason,label,volume\na,b,-1\n', '2:5 "-1" is not a number of calls.'],
    ['reason,label,volume\na,b,1e9\n', '2:5 "1e9" is not a number of calls.'],
    ['reason,label,volume\na,b,\n', '2:1 Nothing says how many call for "a".'],
    ['reason,label,volume\na,b,0\n', '1:1 Nobody calls for any of these.'],
    ['reason,label,volume\na,b,1,2\n', '2:1 This row has more fields than the header.'],
    ['reason,label,volume\na,b,1\na,c,2\n', '3:1 "a" stands here twice in en.'],
    ['reason,label,volume,seconds\na,b,1,0\n', '2:7 No option takes so long to say.'],
    ['reason,label,volume,language\na,b,1,fi\n', `2:7 What menus say in "fi" isn't known here.`],
    ['reason,label,volume,language\na,b,1,!\n', '2:7 "!" is not a language.'],
    [
      'reason,label,volume\na,"cards, press 3",1\n',
      '2:3 With this label an option would seem to name another key: "cards, press 3".',
    ],
    ['reason,label,volume,language\na,b,1,en\na,c,1,de\nx,y,1,en\n', '4:1 "x" has no label in de.'],
    [
      'reason,label,volume,queue,language\na,b,1,one,en\na,c,1,two,de\n',
      '3:7 "a" has two queues: one and two.',
    ],
    [
      `reason,label,volume,language\n${'en es pt fr de it nl el zh ja'
        .split(' ')
        .map((language) => `a,b,1,${language}`)
        .join('\n')}`,
      '10 languages have too few keys.',
    ],
    ['reason,label,volume\na,"b,1\n', `This table can't be read further`],
  ])('%j is told', (text, message) => {
    expect(told(text).join('\n')).toContain(message);
    expect(read(text).table).toBeUndefined();
  });

  test('never breaks, whatever is in it', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', '1', 'reason', 'label', 'en', '"', '=1+1'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }), (rows) => {
        const body = rows.map((row) => row.join(',')).join('\n');
        const { table, findings } = read(`reason,label,volume,queue,group\n${body}`);
        expect(table !== undefined || findings.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
