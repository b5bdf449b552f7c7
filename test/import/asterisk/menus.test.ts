import { describe, expect, test } from '@jest/globals';
import { importLines, importText, press, silence, walk } from '../../support/asterisk-dialplan.ts';

const ends = `
exten => 1,1,Queue(sales)
exten => 2,1,Queue(help)
`;

describe('a prompt and a wait for keys', () => {
  test('are one menu with the keys of the context', () => {
    const { node, textAt } = importLines(`
exten => s,1,Answer()
 same => n,Background(welcome&menu)
 same => n,WaitExten(7)
${ends}exten => t,1,Hangup()
exten => i,1,Playback(invalid)
`);
    expect(node('incoming')).toEqual({
      kind: 'menu',
      say: { recording: 'welcome + menu' },
      bargeIn: true,
      options: [
        { key: '1', to: 'queue-sales' },
        { key: '2', to: 'queue-help' },
      ],
      noInput: { wait: 7, attempts: 1, to: 'hang-up' },
      noMatch: { attempts: 1, to: 'say-invalid' },
      origin: ['incoming,s,2', 'incoming,s,3', 'incoming,s,1'],
    });
    expect(textAt('nodes', 'incoming')).toBe('Background(welcome&menu)');
    expect(textAt('nodes', 'incoming', 'say')).toBe('welcome&menu');
    expect(textAt('nodes', 'incoming', 'noInput')).toBe('WaitExten(7)');
    expect(textAt('nodes', 'incoming', 'options', 1)).toBe('2');
  });

  test('of two prompts are one menu, and one where a way leads between them are two nodes', () => {
    const one = importLines(
      `exten => s,1,Background(a)\n same => n,Background(b)\n same => n,WaitExten()\n${ends}`,
    );
    expect(one.node('incoming')).toMatchObject({
      say: { recording: 'a + b' },
      noInput: { wait: 10 },
    });
    const two = importLines(
      `exten => s,1,Background(a)\n same => n(menu),Background(b)\n same => n,WaitExten()\n${ends}exten => t,1,Goto(s,menu)`,
    );
    expect(two.node('say-a')).toMatchObject({
      kind: 'announcement',
      bargeIn: true,
      to: 'incoming-menu',
    });
    expect(walk(two.script, [silence, press('2')])).toEqual([
      'say-a',
      'incoming-menu',
      'queue-help',
    ]);
  });

  test('go on with the next priority after silence, and not to t', () => {
    const { script } = importLines(
      `exten => s,1,Background(a)\n same => n,WaitExten(5)\n same => n,Queue(operators)\n${ends}exten => t,1,Hangup`,
    );
    expect(walk(script, [silence])).toEqual(['incoming', 'queue-operators']);
  });

  test('cut off who is silent where neither t nor e nor a next priority stands', () => {
    const { script } = importLines(`exten => s,1,Background(a)\n same => n,WaitExten(5)\n${ends}`);
    expect(walk(script, [silence])).toEqual(['incoming', 'ended no-input']);
    expect(walk(script, [press('7')])).toEqual(['incoming', 'ended no-match']);
  });

  test('take e for both t and i', () => {
    const { script } = importLines(
      `exten => s,1,WaitExten(5)\n${ends}exten => e,1,Queue(operators)`,
    );
    expect(walk(script, [silence])).toEqual(['incoming', 'queue-operators']);
    expect(walk(script, [press('7')])).toEqual(['incoming', 'queue-operators']);
  });

  test('wait for nothing behind a prompt without WaitExten', () => {
    const { node, script } = importLines(
      `exten => s,1,Background(a)\n same => n,Queue(operators)\n${ends}`,
    );
    expect(node('incoming')).toMatchObject({ noInput: { wait: 0, to: 'queue-operators' } });
    expect(walk(script, [press('1')])).toEqual(['incoming', 'queue-sales']);
  });

  test('wait at the end of an extension only where the dialplan says so', () => {
    const lines = `[incoming]\nexten => s,1,Background(a)\n${ends}`;
    const on = importText(`[general]\nautofallthrough=yes\n${lines}`);
    expect(on.node('incoming')).toMatchObject({ noInput: { wait: 0 } });
    const off = importText(`[general]\nautofallthrough=no\n${lines}`);
    expect(off.node('incoming')).toMatchObject({ noInput: { wait: 10 } });
  });

  test('take times from TIMEOUT and from the applications of old', () => {
    const { node } = importLines(
      `exten => s,1,Set(TIMEOUT(response)=4)\n same => n,Set(TIMEOUT(digit)=2)\n same => n,WaitExten\nexten => 12,1,Hangup`,
    );
    expect(node('incoming')).toMatchObject({ noInput: { wait: 4 }, interDigit: 2 });
    const old = importLines(
      `exten => s,1,DigitTimeout,2\nexten => s,2,ResponseTimeout,4\nexten => s,3,WaitExten\nexten => 12,1,Hangup`,
    );
    expect(old.node('incoming')).toMatchObject({ noInput: { wait: 4 }, interDigit: 2 });
  });

  test('take keys of contexts that are included, the own first', () => {
    const { script } = importText(`
[incoming]
include => common
exten => s,1,WaitExten(5)
exten => 1,1,Queue(sales)
[common]
exten => 1,1,Queue(never)
exten => 0,1,Queue(operators)
exten => i,1,Hangup
`);
    expect(walk(script, [press('1')])).toEqual(['incoming', 'queue-sales']);
    expect(walk(script, [press('0')])).toEqual(['incoming', 'queue-operators']);
    expect(walk(script, [press('5')])).toEqual(['incoming', 'hang-up', 'ended goodbye']);
  });

  test('tell of keys that count only at some hours', () => {
    const { told } = importText(
      `[incoming]\ninclude => day,9:00-17:00,mon-fri,*,*\nexten => s,1,WaitExten(5)\n[day]\nexten => 1,1,Hangup`,
    );
    expect(told).toContain('The keys of "day" count only at 9:00-17:00,mon-fri,*,*');
  });
});

describe('patterns', () => {
  test('for one key are keys, with the key known behind them', () => {
    const { script } = importText(`
[incoming]
exten => s,1,WaitExten(5)
exten => _[1-3],1,Goto(desk-\${EXTEN},s,1)
[desk-1]
exten => s,1,Queue(one)
[desk-2]
exten => s,1,Queue(two)
[desk-3]
exten => s,1,Queue(three)
`);
    expect(walk(script, [press('2')])).toEqual(['incoming', 'queue-two']);
    expect(walk(script, [press('3')])).toEqual(['incoming', 'queue-three']);
    expect(walk(script, [press('4')])).toEqual(['incoming', 'ended no-match']);
  });

  test('that take anything are where wrong keys lead; exact keys come first', () => {
    const { script } = importLines(
      `exten => s,1,WaitExten(5)\n${ends}exten => _X!,1,Queue(operators)\nexten => i,1,Hangup`,
    );
    expect(walk(script, [press('1')])).toEqual(['incoming', 'queue-sales']);
    expect(walk(script, [press('8')])).toEqual(['incoming', 'queue-operators']);
  });

  test('for longer numbers are no keys, and are shown', () => {
    const { node } = importLines(
      `exten => s,1,WaitExten(5)\nexten => _2XX,1,Dial(PJSIP/\${EXTEN},20)`,
    );
    expect(node('incoming')).toMatchObject({ options: [{ intent: '_2XX' }] });
  });
});

describe('counters', () => {
  const counted = (test: string, by = '$[${N} + 1]') => `
exten => s,1,Set(N=0)
 same => n(again),Background(menu)
 same => n,WaitExten(5)
${ends}exten => t,1,Set(N=${by})
 same => n,GotoIf(${test}?bye,1)
 same => n,Playback(sorry)
 same => n,Goto(s,again)
exten => bye,1,Playback(goodbye)
 same => n,Hangup()
`;

  test.each([
    ['$[${N} = 3]', 3],
    ['$[${N} >= 3]', 3],
    ['$[${N} > 3]', 4],
    ['$["${N}" = "2"]', 2],
    ['$[3 <= ${N}]', 3],
  ])('that end by %s are attempts', (test, attempts) => {
    const { node, script } = importLines(counted(test));
    expect(node('incoming-again')).toMatchObject({
      noInput: { attempts, say: { recording: 'sorry' }, to: 'say-goodbye' },
    });
    const silences = Array.from({ length: attempts }, () => silence);
    expect(walk(script, silences)).toEqual([
      'incoming-again',
      'say-goodbye',
      'hang-up',
      'ended goodbye',
    ]);
    expect(walk(script, silences.slice(1))).toEqual(['incoming-again']);
  });

  test.each(['${INC(N)}', '$[0${N}+1]', '${MATH(${N}+1,int)}'])('may count by %s', (by) => {
    const { node } = importLines(counted('$[${N} > 2]', by));
    expect(node('incoming-again')).toMatchObject({ noInput: { attempts: 3 } });
  });

  test('may stand before the menu, and count down', () => {
    const { script } = importLines(`
exten => s,1,Set(LEFT=3)
 same => n(again),Set(LEFT=$[\${LEFT} - 1])
 same => n,GotoIf($[\${LEFT} < 0]?bye,1)
 same => n,Background(menu)
 same => n,WaitExten(5)
${ends}exten => t,1,Goto(s,again)
exten => i,1,Goto(s,again)
exten => bye,1,Hangup()
`);
    expect(walk(script, [silence, silence, press('1')]).at(-1)).toBe('queue-sales');
    expect(walk(script, [silence, silence, silence]).at(-1)).toBe('ended goodbye');
  });

  test('that nobody counts up are no attempts: silent callers go round forever', () => {
    const { node } = importLines(
      `exten => s,1(a),Background(menu)\n same => n,WaitExten(5)\n${ends}exten => t,1,Goto(s,a)`,
    );
    expect(node('incoming-a')).toMatchObject({ noInput: { attempts: 1, to: 'incoming-a' } });
  });
});

describe('Read', () => {
  const read = (behind: string) => importLines(`exten => s,1,Read(KEY,menu,1,,2,4)\n${behind}`);

  test('with a chain of GotoIf behind it is a menu', () => {
    const { node, script } = read(`
 same => n,GotoIf($["\${KEY}" = "1"]?sales)
 same => n,GotoIf($["\${KEY}" = "2"]?help:other)
 same => n(sales),Queue(sales)
 same => n,Hangup()
 same => n(help),Queue(help)
 same => n,Hangup()
 same => n(other),Queue(operators)
`);
    expect(node('incoming')).toMatchObject({
      kind: 'menu',
      say: { recording: 'menu' },
      options: [
        { key: '1', to: 'queue-sales' },
        { key: '2', to: 'queue-help' },
      ],
      noInput: { wait: 4, attempts: 2, to: 'queue-operators' },
      noMatch: { attempts: 1, to: 'queue-operators' },
    });
    expect(walk(script, [press('2')])).toEqual(['incoming', 'queue-help']);
  });

  test('with a jump to what was pressed is a menu', () => {
    const { script } = importText(`
[incoming]
exten => s,1,Read(KEY,menu,1)
 same => n,Goto(choice-\${KEY},s,1)
[choice-1]
exten => s,1,Queue(sales)
[choice-2]
exten => s,1,Queue(help)
`);
    expect(walk(script, [press('2')])).toEqual(['incoming', 'queue-help']);
  });

  test('of a number collects it; who enters nothing goes on too', () => {
    const { node } = importLines(
      `exten => s,1,Read(ACCOUNT,account,8,,3,10)\n same => n,Queue(desk)`,
    );
    expect(node('incoming')).toMatchObject({
      kind: 'collect',
      digits: { max: 8, end: '#' },
      to: 'queue-desk',
      noInput: { wait: 10, attempts: 3, to: 'queue-desk' },
    });
  });

  test('of a number that is asked for again has a way for who enters nothing', () => {
    const { node } = importLines(
      `exten => s,1,Read(ACCOUNT,account,8)\n same => n,GotoIf($["\${ACCOUNT}" = ""]?none)\n same => n,Queue(desk)\n same => n(none),Queue(operators)`,
    );
    expect(node('incoming')).toMatchObject({ noInput: { to: 'queue-operators' } });
  });
});

describe('words', () => {
  test('in a comment right above are those of the prompt, if they are all of it and in quotes', () => {
    const { node } = importLines(
      `; "For sales, press 1."\nexten => s,1,Background(menu)\n same => n,WaitExten(5)\n${ends}`,
    );
    expect(node('incoming')).toMatchObject({
      say: { recording: 'menu', text: 'For sales, press 1.' },
    });
  });

  test.each(['; play the menu', '; was "old words"', '; "menu"'])(
    'in %s are no words',
    (comment) => {
      const { node } = importLines(
        `${comment}\nexten => s,1,Background(menu)\n same => n,WaitExten(5)\n${ends}`,
      );
      expect(node('incoming')).toMatchObject({ say: { recording: 'menu' } });
      expect(node('incoming')).not.toHaveProperty('say.text');
    },
  );

  test('that only the call knows are unknown', () => {
    const { node } = importLines(
      `exten => s,1,Background(\${GREETING})\n same => n,WaitExten(5)\n${ends}`,
    );
    expect(node('incoming')).toMatchObject({ say: { unknown: '${GREETING}' } });
  });
});

describe('a key', () => {
  test('that chooses a language carries it, and values that a branch asks for', () => {
    const { node, script } = importText(`
[incoming]
exten => s,1,WaitExten(5)
exten => 1,1,Set(CHANNEL(language)=en_GB)
 same => n,Set(TIER=gold)
 same => n,Goto(desk,s,1)
exten => 2,1,Set(TIER=none)
 same => n,Goto(desk,s,1)
[desk]
exten => s,1,GotoIf($["\${TIER}" = "gold"]?gold)
 same => n,Queue(all)
 same => n,Hangup()
 same => n(gold),Queue(best)
`);
    expect(node('incoming')).toMatchObject({
      options: [{ language: 'en-GB', set: { TIER: 'gold' } }, { set: { TIER: 'none' } }],
    });
    expect(walk(script, [press('1')]).at(-1)).toBe('queue-best');
    expect(walk(script, [press('2')]).at(-1)).toBe('queue-all');
  });
});

test('what is set on one of several ways is set there, where a branch asks for it later', () => {
  const { script } = importLines(`
exten => s,1,AGI(look-up.agi)
 same => n,GotoIf($["\${AGISTATUS}" = "SUCCESS"]?good)
 same => n,Set(tier=plain)
 same => n,Goto(ask,1)
 same => n(good),Set(tier=gold)
 same => n,Goto(ask,1)
exten => ask,1,Playback(hello)
 same => n,GotoIf($["\${tier}" = "gold"]?best,1)
 same => n,Queue(all)
exten => best,1,Queue(best)
`);
  expect(walk(script, [{ do: 'succeed' }, { do: 'succeed' }]).at(-1)).toMatch(/best/);
  expect(walk(script, [{ do: 'fail' }, { do: 'succeed' }]).at(-1)).toMatch(/all/);
});
