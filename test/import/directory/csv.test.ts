import { describe, expect, test } from '@jest/globals';
import { addsUp, importedFrom } from '../../support/imported-directory.ts';

function read(text: string) {
  const imported = importedFrom({ 'queues.csv': text });
  if (imported === undefined) throw new Error('not recognised');
  expect(addsUp(imported.report)).toBe(true);
  return imported;
}

describe('tables of queues', () => {
  test('columns are known by their headers, in any order and spelling', () => {
    const { yaml, report, told } =
      read(`Max contacts,Queue Name,Languages,SKILLS,Opening hours,Time zone,Site,Overflow to,Priority,Owner
40,Cards,"el, en",cards,Mo-Fr 08:00-20:00,Europe/Athens,Athens,General after 2m,5,Maria
,General,el_GR|en,,Mo-Fr 08:00-20:00,Europe/Athens,Athens;Manila,,,
`);
    expect(yaml).toBe(`directory: 1
id: export
timeZone: "Europe/Athens"
calendars:
  cards: {timeZone: "Europe/Athens", hours: "Mo-Fr 08:00-20:00"}
queues:
  cards:
    title: Cards
    languages: [el, en]
    skills: [cards]
    calendar: cards
    capacity: 40
    overflow: [{to: general, after: 2m}]
    priority: 5
    sites: [athens]
  general: {title: General, languages: [el-GR, en], calendar: cards, sites: [athens, manila]}
sites:
  athens: {title: Athens}
  manila: {title: Manila}
`);
    expect(report).toMatchObject({ queues: 2, calendars: 1, settings: 15, used: 14 });
    expect(report.left).toEqual({ Owner: 1 });
    expect(told).toEqual([]);
  });

  test.each([
    ['semicolons', 'queue;skills;capacity\ncards;a,b;4\n'],
    ['tabs', 'queue\tskills\tcapacity\ncards\ta|b\t4\n'],
    ['a byte order mark and CRLF', '\uFEFFqueue,skills,capacity\r\ncards,a|b,4\r\n'],
    ['quotes', '"queue","skills","capacity"\n"cards","a, b","4"\n'],
  ])('a table with %s is read', (_, text) => {
    expect(read(text).queues['cards']).toEqual({ skills: ['a', 'b'], capacity: 4 });
  });

  test('a calendar that is named is kept by its name, for its hours stand elsewhere', () => {
    const { queues, document } = read('queue,calendar\ncards,Office Hours\n');
    expect(queues['cards']?.calendar).toBe('office-hours');
    expect(document?.places.at(['queues', 'cards', 'calendar'])).toMatchObject({
      start: { line: 2, column: 7 },
      end: { line: 2, column: 19 },
    });
  });

  test('hours of Amazon Connect give a table its calendars', () => {
    const imported = importedFrom({
      'hours.json': { Name: 'Office Hours', TimeZone: 'UTC', Config: [] },
      'queues.csv': 'queue,calendar\ncards,Office Hours\n',
    });
    expect(imported?.calendars[imported.queues['cards']?.calendar ?? '']?.title).toBe(
      'Office Hours',
    );
  });

  test.each([
    ['queue,capacity\ncards,many\n', 'many: "many" is no whole number'],
    ['queue,capacity\ncards,-1\n', '-1: "-1" is no whole number'],
    [
      'queue,language\ncards,en; Greek lady\n',
      'en; Greek lady: "en; Greek lady" names the language "Greek lady"',
    ],
    [
      'queue,overflow\ncards,general after soon\n',
      'general after soon: "general after soon" has the wait "soon"',
    ],
    ['queue,capacity\n,4\n', ',4: This row names no queue'],
    [
      'queue,capacity\n"cards,4\n',
      '"cards,4: This table can\'t be read further than line 2: a quote is never closed',
    ],
  ])('%j: what can’t be used is told at its cell', (text, message) => {
    expect(read(text).told).toEqual([expect.stringContaining(`queues.csv ${message}`)]);
  });

  test('a queue whose name ends in a number is one name', () => {
    const { queues } = read(
      'queue,overflow,overflow after\nline 1,line 2; gold: 30s,90\nline 2,,\n',
    );
    expect(queues['line-1']?.overflow).toEqual([
      { to: 'line-2', after: 90 },
      { to: 'gold', after: 30 },
    ]);
  });

  test.each([
    ['a call log', 'call,at,event,node,value\nc1,2026-01-01T00:00:00Z,start,,\n'],
    ['a list of people', 'name,email\nAnna,anna@example.org\n'],
    ['people with a language', 'name,language\nAnna,el\n'],
    ['prose', 'Dear all, the queue, as you know\n'],
    ['one column', 'queue\ncards\n'],
  ])('%s is no table of queues', (_, text) => {
    expect(importedFrom({ 'a.csv': text })).toBeUndefined();
  });
});
