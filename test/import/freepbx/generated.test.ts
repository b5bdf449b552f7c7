import { expect, test } from '@jest/globals';
import { importText, press, silence, walk } from '../../support/asterisk-dialplan.ts';

/** In the shape that FreePBX 13 and later generate. */
const generated = `
[from-did-direct]
exten => 5551,1,Goto(ivr-1,s,1)
[from-pstn]
exten => 5550001,1,Set(__FROM_DID=\${EXTEN})
exten => 5550001,n,Goto(ivr-1,s,1)
[ivr-1] ; Main menu
exten => s,1,Set(TIMEOUT_LOOPCOUNT=0)
exten => s,n,Set(INVALID_LOOPCOUNT=0)
exten => s,n,Set(_IVR_CONTEXT_\${CONTEXT}=\${IVR_CONTEXT})
exten => s,n,Set(_IVR_CONTEXT=\${CONTEXT})
exten => s,n,Set(__IVR_RETVM=)
exten => s,n,GotoIf($["\${CHANNEL(state)}" = "Up"]?skip)
exten => s,n,Answer
exten => s,n,Wait(1)
exten => s,n(skip),Set(IVR_MSG=custom/main)
exten => s,n(start),Set(TIMEOUT(digit)=3)
exten => s,n,ExecIf($["\${IVR_MSG}" != ""]?Background(\${IVR_MSG}))
exten => s,n,WaitExten(10,)
exten => 1,1(ivrsel-1),Goto(ext-queues,400,1)
exten => 2,1(ivrsel-2),Goto(ext-group,600,1)
exten => i,1,Set(INVALID_LOOPCOUNT=$[\${INVALID_LOOPCOUNT}+1])
exten => i,n,GotoIf($[\${INVALID_LOOPCOUNT} > 2]?final)
exten => i,n,Set(IVR_MSG=no-valid-responce-pls-try-again&custom/main)
exten => i,n,Goto(s,start)
exten => i,n(final),Playback(no-valid-responce-transfering)
exten => i,n,Goto(app-blackhole,hangup,1)
exten => t,1,Set(TIMEOUT_LOOPCOUNT=$[\${TIMEOUT_LOOPCOUNT}+1])
exten => t,n,GotoIf($[\${TIMEOUT_LOOPCOUNT} > 2]?final)
exten => t,n,Set(IVR_MSG=no-valid-responce-pls-try-again)
exten => t,n,Goto(s,start)
exten => t,n(final),Playback(no-valid-responce-transfering)
exten => t,n,Goto(app-blackhole,hangup,1)
exten => return,1,Set(_IVR_CONTEXT=\${CONTEXT})
exten => return,n,Goto(s,start)
exten => h,1,Hangup
[ext-queues]
exten => 400,1,Macro(user-callerid,)
exten => 400,n,Answer
exten => 400,n,Queue(400,t,,,120)
exten => 400,n,Goto(app-blackhole,hangup,1)
[ext-group]
exten => 600,1,Dial(Local/100@from-internal,20,m)
[app-blackhole]
exten => hangup,1,NoOp(Blackhole Dest: Hangup)
exten => hangup,n,Hangup
`;

test('an IVR that FreePBX generated is one menu with its retries', () => {
  const { node, script } = importText(generated);
  const [start] = script.entries.map((entry) => entry.start);
  expect(node(start ?? '')).toMatchObject({
    kind: 'menu',
    say: { recording: 'custom/main' },
    options: [{ key: '1' }, { key: '2' }],
    noInput: { wait: 10, attempts: 3, say: { recording: 'no-valid-responce-pls-try-again' } },
    noMatch: { attempts: 3, say: { recording: 'no-valid-responce-pls-try-again' } },
  });
  expect(walk(script, [silence, silence, silence]).slice(1)).toEqual([
    'say-no-valid-responce-transfering',
    'hang-up',
    'ended goodbye',
  ]);
  expect(walk(script, [press('1'), { do: 'next' }, { do: 'overflow' }]).at(-1)).toBe(
    'ended goodbye',
  );
});

/** Two IVRs, of which the second returns; a third one leads there too where it is asked for. */
const returning = (third = '') => `
[from-pstn]
exten => s,1,Goto(ivr-1,s,1)
exten => 5550002,1,Goto(ivr-${third === '' ? '1' : '3'},s,1)
${['1', '2', '3']
  .map(
    (number) => `[ivr-${number}]
exten => s,1,Set(_IVR_CONTEXT_\${CONTEXT}=\${IVR_CONTEXT})
exten => s,n,Set(_IVR_CONTEXT=\${CONTEXT})
exten => s,n(start),Background(custom/menu-${number})
exten => s,n,WaitExten(10)
exten => 1,1,Goto(ivr-2,s,1)
exten => 9,1,GotoIf($["x\${IVR_CONTEXT_\${CONTEXT}}" = "x"]?app-blackhole,hangup,1:\${IVR_CONTEXT_\${CONTEXT}},return,1)
exten => i,1,Hangup
exten => t,1,Hangup
exten => return,1,Set(_IVR_CONTEXT=\${CONTEXT})
exten => return,n,Set(_IVR_CONTEXT_\${CONTEXT}=\${IVR_CONTEXT_\${CONTEXT}})
exten => return,n,Goto(s,start)
`,
  )
  .join('')}
[app-blackhole]
exten => hangup,1,Hangup
`;

test.each([
  ['one menu before', returning()],
  ['several menus before', returning('third')],
])('an option with return to IVR goes back with %s', (_, text) => {
  const { script, node } = importText(text);
  const menus = Object.entries(script.nodes).filter(([, { kind }]) => kind === 'menu');
  const second = menus.find(([, made]) => JSON.stringify(made).includes('menu-2'))?.[0] ?? '';
  const [first = ''] = script.entries.map(({ start }) => start);
  expect(node(second)).toMatchObject({ kind: 'menu' });
  expect(walk(script, [press('1'), press('9')])).toEqual([first, second, first]);
});
