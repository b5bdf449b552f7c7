import { describe, expect, test } from '@jest/globals';
import { importLines, importText, walk } from '../../support/asterisk-dialplan.ts';

const one = (application: string, more = '') =>
  importLines(`exten => s,1,${application}\n same => n,Queue(next)\n${more}`);
const first = (imported: ReturnType<typeof importLines>) => {
  const [entry] = imported.script.entries;
  return entry === undefined ? undefined : imported.node(entry.start);
};

describe('an application that callers don’t hear', () => {
  test.each([
    ...['Answer()', 'NoOp(hello, you)', 'Verbose(2,text)', 'Wait(2)', 'Set(A=1)', 'Ringing()'],
    ...[
      'UserEvent(Call,Key: 1)',
      'MixMonitor(file.wav)',
      'Monitor()',
      'Playtones(dial)',
      'Set(CDR(x)=1)',
    ],
    ...['ExecIf($["${A}" = "1"]?NoOp(x))', 'GotoIf($["${A}" = "1"]?2:2)', 'ExecIf(0?Hangup())'],
  ])('%s is passed', (application) => {
    expect(first(one(application))).toMatchObject({ kind: 'queue', queue: 'next' });
  });
});

describe('an application', () => {
  test.each([
    ['Playback(a&b)', { kind: 'announcement', say: { recording: 'a + b' }, bargeIn: false }],
    ['SayDigits(${EXTEN})', { kind: 'announcement', say: { unknown: 'SayDigits(${EXTEN})' } }],
    ['Flite("Hello, you",any)', { kind: 'announcement', say: { text: 'Hello, you' } }],
    ['AGI(googletts.agi,"Hello",en)', { kind: 'announcement', say: { text: 'Hello' } }],
    [
      'Queue(sales,t,,,90)',
      { kind: 'queue', queue: 'sales', overflow: { after: 90, to: 'queue-next' } },
    ],
    ['Queue(sales)', { kind: 'queue', queue: 'sales', closed: { to: 'queue-next' } }],
    ['Queue(400,t,,,90)', { kind: 'queue', queue: 'queue-400', title: '400' }],
    ['Queue(${Q})', { kind: 'queue', queue: { unknown: '${Q}' } }],
    [
      'Dial(PJSIP/+4930123456@trunk,30)',
      { kind: 'transfer', number: '+4930123456', wait: 30, failure: 'queue-next' },
    ],
    [
      'Dial(SIP/trunk/4930123456,30,g)',
      { kind: 'transfer', number: '4930123456', to: 'queue-next' },
    ],
    [
      'Dial(PJSIP/alice&PJSIP/bob,20)',
      { kind: 'transfer', number: { unknown: 'PJSIP/alice&PJSIP/bob' } },
    ],
    ['Dial(DAHDI/g1/911|30|r)', { kind: 'transfer', number: '911', wait: 30 }],
    [
      'Dial(Local/100@office,20,D(123g))',
      { kind: 'transfer', number: '100', failure: 'queue-next' },
    ],
    [
      'VoiceMail(100@default,u)',
      { kind: 'voicemail', title: 'Voicemail 100@default', to: 'queue-next' },
    ],
    ['Voicemail(u100)', { kind: 'voicemail', title: 'Voicemail 100' }],
    ['Record(x.wav,3,60)', { kind: 'voicemail', maxLength: 60 }],
    [
      'AGI(/var/lib/look-up.php,${X})',
      { kind: 'task', task: 'look-up', selfService: false, success: 'queue-next' },
    ],
    ['System(/bin/true)', { kind: 'task', task: 'true' }],
    ['VoiceMailMain()', { kind: 'task', task: 'voicemail-box', selfService: true }],
    ['Authenticate(1234)', { kind: 'collect', sensitive: true, data: 'pin', to: 'queue-next' }],
    ['Hangup()', { kind: 'hangup' }],
    ['Congestion(10)', { kind: 'hangup', title: 'Congestion tone' }],
    [
      'ConfBridge(1)',
      {
        kind: 'opaque',
        type: 'ConfBridge',
        raw: '1',
        exits: [{ trigger: 'next', to: 'queue-next' }],
      },
    ],
    ['Directory(default,office)', { kind: 'opaque', type: 'Directory' }],
    ['DISA(no-password,office)', { kind: 'opaque', type: 'DISA' }],
    ['Transfer(PJSIP/200)', { kind: 'transfer', number: '200' }],
  ])('%s', (application, expected) => {
    expect(first(one(application))).toMatchObject(expected);
  });

  test('keeps passwords to itself', () => {
    for (const application of [
      'Authenticate(4711)',
      'Dial(IAX2/guest:4711@host/100)',
      'Page(IAX2/a:4711@h)',
    ]) {
      expect(JSON.stringify(one(application).script)).not.toContain('4711');
    }
  });

  test('with a timeout of the globals has it', () => {
    const { node } = importText(
      `[globals]\nLIMIT=45\n[incoming]\nexten => s,1,Queue(sales,,,,\${LIMIT})\n same => n,Hangup()`,
    );
    expect(node('queue-sales')).toMatchObject({ overflow: { after: 45 } });
  });

  test('with a global that a call changes has none', () => {
    const { node } = importText(
      `[globals]\nLIMIT=45\n[incoming]\nexten => s,1,AGI(x)\nexten => s,2,Queue(sales,,,,\${LIMIT})\nexten => 1,1,Set(GLOBAL(LIMIT)=5)`,
    );
    expect(node('queue-sales')).not.toHaveProperty('overflow');
  });
});

describe('the end of an extension', () => {
  test('cuts callers off who were told something', () => {
    const { script } = importLines('exten => s,1,Playback(sorry)');
    expect(walk(script, [])).toEqual(['say-sorry', 'ended nowhere']);
  });

  test('is seen where a node needn’t have a way on', () => {
    const { script, node } = importLines('exten => s,1,Dial(PJSIP/100,20)');
    expect(walk(script, [{ do: 'fail' }])).toEqual([
      'dial-100',
      'end-of-extension',
      'ended goodbye',
    ]);
    expect(node('end-of-extension')).toMatchObject({ kind: 'hangup' });
  });
});
