import { describe, expect, test } from '@jest/globals';
import { importLines, importText, walk } from '../../support/asterisk-dialplan.ts';

const targets = `
exten => yes,1,Queue(yes)
exten => no,1,Queue(no)
`;
/** Where a call comes to whose attributes are these. */
const comesTo = (lines: string, attributes: Readonly<Record<string, string>> = {}) =>
  walk(importLines(`${lines}\n${targets}`).script, [], { attributes }).at(-1);

describe('Goto', () => {
  test.each([
    ['Goto(3)', 'queue-c'],
    ['Goto(there)', 'queue-d'],
    ['Goto(yes,1)', 'queue-yes'],
    ['Goto(s,there)', 'queue-d'],
    ['Goto(other,s,1)', 'queue-other'],
    ['Goto(other,s,deep)', 'queue-deep'],
    ['Goto(other|s|1)', 'queue-other'],
    ['Goto(${WHERE},s,1)', 'queue-other'],
    ['Goto(${GLOBAL(WHERE)},s,1)', 'queue-other'],
    ['Goto(${CONTEXT},yes,1)', 'queue-yes'],
  ])('%s', (jump, expected) => {
    const { script } = importText(`
[globals]
WHERE=other
[incoming]
exten => s,1,${jump}
exten => s,2,Queue(b)
exten => s,3,Queue(c)
exten => s,n(there),Queue(d)
${targets}
[other]
exten => s,1,Queue(other)
exten => s,10(deep),Queue(deep)
`);
    expect(walk(script, []).at(-1)).toBe(expected);
  });

  test('to an extension that isn’t there goes to i', () => {
    expect(comesTo('exten => s,1,Goto(7,1)\nexten => i,1,Queue(wrong)')).toBe('queue-wrong');
  });

  test('to nothing keeps a readable name, at its place', () => {
    const { script, textAt } = importLines(
      'exten => s,1,Playback(a)\n same => n,Goto(nowhere,s,1)',
    );
    const [start] = Object.keys(script.nodes);
    expect(script.nodes[start as never]).toMatchObject({ to: 'nowhere-s' });
    expect(textAt('nodes', 'say-a')).toBe('Playback(a)');
  });

  test('that only the call knows is a branch on what was dialled', () => {
    const { node, script } = importText(`
[from-trunk]
exten => _X.,1,Goto(numbers,\${EXTEN},1)
[numbers]
exten => 5551,1,Queue(one)
exten => 5552,1,Queue(two)
exten => _.,1,Queue(rest)
`);
    expect(node('check-exten')).toMatchObject({
      on: { attribute: 'EXTEN' },
      otherwise: 'queue-rest',
    });
    expect(walk(script, [], { attributes: { EXTEN: '5552' } }).at(-1)).toBe('queue-two');
  });

  test('that nobody can know stays as it is, and is told', () => {
    const { node, told } = importLines('exten => s,1,AGI(x)\n same => n,Goto(${DEST})');
    expect(node('goto')).toMatchObject({ kind: 'opaque', type: 'Goto', raw: '${DEST}' });
    expect(told).toContain('Only the running call knows where "${DEST}" leads.');
  });

  test('in a circle without a sound is a node that never ends', () => {
    const { node } = importLines('exten => s,1,NoOp()\n same => n,Goto(s,1)');
    const [only] = Object.values(importLines('exten => s,1,Goto(1)').script.nodes);
    expect(only).toMatchObject({ kind: 'announcement', title: 'Nothing, for ever' });
    expect(Object.keys(importLines('exten => s,1,Goto(1)').script.nodes)).toHaveLength(1);
    expect(node('nothing')).toBeUndefined();
  });
});

describe('GotoIf', () => {
  const ask = (condition: string) =>
    `exten => s,1,AGI(x)\n same => n,GotoIf(${condition}?yes,1:no,1)`;
  const at = (condition: string, value: string) =>
    walk(importLines(`${ask(condition)}\n${targets}`).script, [{ do: 'succeed' }], {
      attributes: { X: value, DIALSTATUS: value, 'CHANNEL(language)': value },
    }).at(-1);

  test.each([
    ['$["${X}" = "1"]', '1', '2'],
    ['$["${X}"="1"]', '1', ''],
    ['$[${X} = 1]', '1', '2'],
    ['$["1" = "${X}"]', '1', '2'],
    ['$["${X}" != "1"]', '2', '1'],
    ['$["x${X}" = "x"]', '', '1'],
    ['$["${X}" = ""]', '', '1'],
    ['$["x${X}" != "x"]', '1', ''],
    ['$[${X} > 5]', '6', '5'],
    ['$[${X} >= 5]', '5', '4'],
    ['$[${X} < 5]', '4', '5'],
    ['$[${X} <= 5]', '5', '6'],
    ['$[5 < ${X}]', '6', '5'],
    ['$["${DIALSTATUS}" = "BUSY"]', 'BUSY', 'NOANSWER'],
    ['$["${X}" = "1" | "${X}" = "2"]', '2', '3'],
    ['$[("${X}" = "1") | ("${X}" = "2") | ("${X}" = "")]', '', '3'],
    ['$["${X}" != "1" & "${X}" != "2"]', '3', '2'],
    ['$["${X}" =~ "^44"]', '4420', '2044'],
    ['$["${X}" =~ "[12]$"]', '42', '43'],
    ['$["${X}" =~ "^4" | "${X}" = "5"]', '5', '6'],
    ['$[${X} < 5 | ${X} > 9]', '10', '7'],
    ['$[${X} < 5 | ${X} > 9]', '4', '9'],
  ])('%s', (condition, yes, no) => {
    expect(at(condition, yes)).toBe('queue-yes');
    expect(at(condition, no)).toBe('queue-no');
  });

  test.each([
    ['1', 'queue-yes'],
    ['0', 'queue-no'],
    ['', 'queue-no'],
    ['00', 'queue-no'],
    ['0.9', 'queue-no'],
    ['0x1', 'queue-no'],
    ['-1', 'queue-yes'],
    ['no', 'queue-yes'],
    ['$[2 > 1]', 'queue-yes'],
    ['$["a" = "b"]', 'queue-no'],
    ['$["${CONTEXT}" = "incoming"]', 'queue-yes'],
    ['$[1 & 0]', 'queue-no'],
    ['$[1 | 0]', 'queue-yes'],
    ['$[!0]', 'queue-yes'],
    ['$[(1 + 2) * 3 = 9]', 'queue-yes'],
    ['$[7 % 2 = 1]', 'queue-yes'],
    ['$["${NAME:0:2}" = "ab"]', 'queue-yes'],
    ['$["${NAME:-1}" = "d"]', 'queue-yes'],
  ])('%s is known', (condition, expected) => {
    expect(comesTo(`exten => s,1,Set(NAME=abcd)\n same => n,GotoIf(${condition}?yes,1:no,1)`)).toBe(
      expected,
    );
  });

  test('of what can’t be read is a branch on its text', () => {
    const { node } = importLines(`${ask('$[${REGEX("^1" ${X})} & ${Y}]')}\n${targets}`);
    expect(
      Object.values(importLines(`${ask('${ISNULL(${X})}')}\n${targets}`).script.nodes)[1],
    ).toMatchObject({
      kind: 'branch',
      on: { result: '${ISNULL(${X})}' },
      cases: [{ when: 'yes', to: 'queue-yes' }],
      otherwise: 'queue-no',
    });
    expect(node('queue-yes')).toBeDefined();
  });

  test('in a chain on one variable is one branch', () => {
    const { node } = importLines(`
exten => s,1,Dial(PJSIP/100,20)
 same => n,GotoIf($["\${DIALSTATUS}" = "BUSY"]?busy)
 same => n,GotoIf($["\${DIALSTATUS}" = "NOANSWER"]?quiet)
 same => n,Queue(other)
 same => n,Hangup()
 same => n(busy),Queue(busy)
 same => n,Hangup()
 same => n(quiet),Queue(quiet)
`);
    expect(node('check-dialstatus')).toMatchObject({
      on: { result: 'DIALSTATUS' },
      cases: [
        { when: 'BUSY', to: 'queue-busy' },
        { when: 'NOANSWER', to: 'queue-quiet' },
      ],
      otherwise: 'queue-other',
    });
  });
});

describe('GotoIfTime', () => {
  test.each([
    [
      'GotoIfTime(09:00-17:00,mon-fri,*,*?yes,1:no,1)',
      '09:00-17:00, mon-fri',
      'hours-09-00-17-00-mon-fri',
    ],
    [
      'GotoIfTime(09:00-17:00|mon-fri|*|*?yes|1:no|1)',
      '09:00-17:00, mon-fri',
      'hours-09-00-17-00-mon-fri',
    ],
    [
      'GotoIfTime(*,*,24-26,dec,Europe/Berlin?yes,1:no,1)',
      '24-26, dec, Europe/Berlin',
      'hours-24-26-dec-europe-berlin',
    ],
  ])('%s', (jump, title, calendar) => {
    const { node, script } = importLines(`exten => s,1,${jump}\n${targets}`);
    expect(node('hours-incoming')).toMatchObject({
      title,
      on: { calendar },
      otherwise: 'queue-no',
    });
    expect(walk(script, []).at(-1)).toBe('queue-yes');
    expect(walk(script, [], { calendarState: () => 'closed' }).at(-1)).toBe('queue-no');
  });

  test('at any time always goes', () => {
    expect(comesTo('exten => s,1,GotoIfTime(*,*,*,*?yes,1:no,1)')).toBe('queue-yes');
  });

  test('goes on with the next priority where a target is left out', () => {
    const { script } = importLines(
      `exten => s,1,GotoIfTime(1:00-2:00,*,*,*?yes,1)\n same => n,Goto(no,1)\n${targets}`,
    );
    expect(walk(script, [], { calendarState: () => 'closed' }).at(-1)).toBe('queue-no');
  });
});

describe('a subroutine', () => {
  test('is followed with its arguments, and comes back', () => {
    const { script } = importText(`
[incoming]
exten => s,1,Gosub(say,s,1(hello,2))
 same => n,Gosub(say,s,1(again,3))
 same => n,Queue(desk)
[say]
exten => s,1,Playback(\${ARG1}-\${ARG2})
 same => n,Return()
`);
    expect(walk(script, [])).toEqual(['say-hello-2', 'say-again-3', 'queue-desk']);
  });

  test('of a macro comes back at its end too', () => {
    const { script } = importText(`
[incoming]
exten => s,1,Macro(say,hello)
 same => n,Queue(desk)
[macro-say]
exten => s,1,Playback(\${ARG1})
`);
    expect(walk(script, [])).toEqual(['say-hello', 'queue-desk']);
  });

  test('that ends without Return cuts the caller off', () => {
    const { script } = importText(
      `[incoming]\nexten => s,1,Gosub(say,s,1)\n same => n,Queue(desk)\n[say]\nexten => s,1,Playback(a)`,
    );
    expect(walk(script, [])).toEqual(['say-a', 'ended nowhere']);
  });

  test('that isn’t there, or calls itself, stays a subflow that comes back', () => {
    const gone = importLines('exten => s,1,Gosub(sub-record,s,1(a))\n same => n,Queue(desk)');
    expect(gone.node('sub-record')).toMatchObject({ kind: 'subflow', to: 'queue-desk' });
    expect(gone.told).toContain("can't be followed");
    const round = importText(
      `[incoming]\nexten => s,1,Gosub(a,s,1)\n same => n,Queue(desk)\n[a]\nexten => s,1,Playback(x)\n same => n,Gosub(a,s,1)\n same => n,Return()`,
    );
    expect(walk(round.script, [{ do: 'next' }])).toEqual(['say-x', 'a', 'queue-desk']);
  });

  test('by GosubIf is a branch', () => {
    const lines = `exten => s,1,AGI(x)\n same => n,GosubIf($["\${X}" = "1"]?extra,1)\n same => n,Queue(desk)\nexten => extra,1,Playback(a)\n same => n,Return()`;
    const { script } = importLines(lines);
    const go = (X: string) => walk(script, [{ do: 'succeed' }], { attributes: { X } }).slice(-2);
    expect(go('1')).toEqual(['say-a', 'queue-desk']);
    expect(go('2')).toEqual(['check-x', 'queue-desk']);
  });
});

describe('ExecIf and While', () => {
  test('run another application, or pass', () => {
    const { script } = importLines(
      `exten => s,1,AGI(x)\n same => n,ExecIf($["\${X}" = "1"]?Playback(a):Playback(b))\n same => n,Queue(desk)`,
    );
    const go = (X: string) => walk(script, [{ do: 'succeed' }], { attributes: { X } }).at(-2);
    expect(go('1')).toBe('say-a');
    expect(go('2')).toBe('say-b');
  });

  test('go round while it holds', () => {
    const { script } = importLines(
      `exten => s,1,AGI(x)\n same => n,While($["\${X}" = "1"])\n same => n,Playback(a)\n same => n,EndWhile()\n same => n,Queue(desk)`,
    );
    expect(walk(script, [{ do: 'succeed' }], { attributes: { X: '2' } }).at(-1)).toBe('queue-desk');
    expect(walk(script, [{ do: 'succeed' }], { attributes: { X: '1' } }).slice(-2)).not.toContain(
      'queue-desk',
    );
  });
});
