import { describe, expect, test } from '@jest/globals';
import { addsUp, importedFrom } from '../../support/imported-directory.ts';

function read(text: string) {
  const imported = importedFrom({ 'queues.conf': text });
  if (imported === undefined) throw new Error('not recognised');
  expect(addsUp(imported.report)).toBe(true);
  return imported;
}

describe('queues.conf of Asterisk', () => {
  test('a queue keeps its length and weight; everything else is counted', () => {
    const { yaml, report, told } = read(`[general]
persistentmembers = yes
[standard](!)      ; a template
strategy=rrmemory
maxlen = 20
joinempty = yes
[Sales Desk](standard)
weight=5
member => PJSIP/200,0,Anna
member => PJSIP/201
[support](standard)
maxlen => 0        ; any number of callers
`);
    expect(yaml).toBe(`directory: 1
id: export
timeZone: UTC
queues:
  sales-desk: {title: "Sales Desk", capacity: 20, priority: 5}
  support: {}
`);
    expect(report).toMatchObject({ files: 1, queues: 2, calendars: 0, settings: 8, used: 3 });
    expect(report.left).toEqual({
      '[general] persistentmembers': 1,
      joinempty: 1,
      member: 2,
      strategy: 1,
    });
    expect(told).toEqual([]);
  });

  test('what changes the way of a caller is told where it is set', () => {
    const { told } = read(`[sales]
joinempty = strict
leavewhenempty = yes
context = exits
announce-frequency = 0
`);
    expect(told).toEqual([
      'queues.conf strict: "sales": Callers are turned away while nobody takes calls: give the queue in the menu a way on.',
      'queues.conf yes: "sales": Callers are sent out of the queue when the last person leaves: give it a way on.',
      'queues.conf exits: "sales": Callers can press a key to leave the queue: give the queue in the menu that way.',
      'queues.conf 0: "sales": Callers never hear their place in the queue.',
    ]);
  });

  test('a capacity that is no number is told, and not made up', () => {
    const { told, queues } = read('[sales]\nmaxlen = many\nstrategy = ringall\n');
    expect(told).toEqual(['queues.conf many: "maxlen" is not a number, so Asterisk uses 0.']);
    expect(queues['sales']).toEqual({});
  });

  test('the last of two lines of one setting counts', () => {
    expect(read('[sales]\nmaxlen = 4\nmaxlen = 9\n').queues['sales']?.capacity).toBe(9);
  });

  test('files that are included are told, not passed over', () => {
    const { told, report } = read('[sales]\nmaxlen = 4\n#include "more-queues.conf"\n');
    expect(told).toEqual([
      expect.stringContaining('queues.conf more-queues.conf: What "#include" includes'),
    ]);
    expect(report.left).toEqual({ '#include': 1 });
  });

  test('what is wrong with the file itself is told', () => {
    expect(read('[sales](stanard)\nmaxlen = 4\n[standard](!)\n').told).toEqual([
      expect.stringContaining('There is no section "stanard" above to inherit from'),
    ]);
  });

  test.each([
    ['a dialplan', '[main]\nexten => s,1,Queue(sales)\nsame => n,Hangup()\n'],
    ['phones', '[200]\ntype=friend\nhost=dynamic\nsecret=x\ncontext=main\n'],
    ['a file of other settings', '[general]\nlanguage = en\n'],
    ['plain text', 'Dear all,\nplease call the sales queue.\n'],
    ['nothing', ''],
  ])('%s is no queues.conf', (_, text) => {
    expect(importedFrom({ 'queues.conf': text })).toBeUndefined();
  });
});
