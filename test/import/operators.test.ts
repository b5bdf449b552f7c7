import { describe, expect, test } from '@jest/globals';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import type { Script } from '../../src/script/script.ts';
import type { Action } from '../../src/walk/action.ts';
import { startCall } from '../../src/walk/start-call.ts';
import { step } from '../../src/walk/step.ts';
import { alwaysOpen } from '../../src/walk/world.ts';
import { importOf } from '../support/import-of.ts';

/** The queue that a call comes to when callers do this and attributes say that. */
function reached(
  script: Script,
  attributes: Readonly<Record<string, string>>,
  actions: readonly Action[] = [],
): string | undefined {
  const flow = buildCallFlow(script);
  const world = { ...alwaysOpen, attributes };
  let { state } = startCall(flow);
  const waiting = [...actions];
  for (let moves = 0; moves < 50 && state.ended === undefined && state.node; moves += 1) {
    const { node } = flow.graph.node(state.node);
    if (node.kind === 'queue') return typeof node.queue === 'string' ? node.queue : undefined;
    if (node.kind === 'transfer') return typeof node.number === 'string' ? node.number : undefined;
    const asks = node.kind === 'menu' || node.kind === 'collect';
    const action: Action | undefined = asks ? waiting.shift() : { do: 'next' };
    if (action === undefined) return undefined;
    ({ state } = step(flow, state, action, world));
  }
  return undefined;
}

const [yes, no] = ['+12025550101', '+12025550102'];

describe('a condition of VoiceXML', () => {
  const page = (body: string) =>
    `<vxml version="2.1" xmlns="http://www.w3.org/2001/vxml">${body}
      <form id="yes"><transfer name="a" dest="tel:${yes}"/></form>
      <form id="no"><transfer name="b" dest="tel:${no}"/></form></vxml>`;

  test.each([
    ["tier == 'gold'", 'gold', 'tin'],
    ["'gold' === tier", 'gold', 'Gold'],
    ["tier != 'gold'", 'tin', 'gold'],
    ["tier !== 'gold'", 'tin', 'gold'],
    ["tier == ''", '', 'gold'],
    ["tier != ''", 'gold', ''],
    ['tier &gt; 5', '6', '5'],
    ['tier &gt;= 5', '5', '4'],
    ['tier &lt; 5', '4', '5'],
    ['tier &lt;= 5', '5', '6'],
    ['5 &lt; tier', '6', '5'],
    ['(tier == 1) || (tier == 2)', '2', '3'],
    ['tier &lt; 1 || tier &gt; 8', '9', '8'],
    ["tier != 'a' &amp;&amp; tier != 'b'", 'c', 'b'],
    ['tier', 'true', 'false'],
    ['!tier', 'false', 'true'],
  ])('%s holds for "%s" and not for "%s"', async (cond, met, unmet) => {
    const { script } = await importOf({
      'a.vxml': page(
        `<form id="f"><block><if cond="${cond}"><goto next="#yes"/><else/><goto next="#no"/></if></block></form>`,
      ),
    });
    expect(reached(script, { tier: met })).toBe(yes);
    expect(reached(script, { tier: unmet })).toBe(no);
  });

  test('that asks more is asked as a whole', async () => {
    const { script } = await importOf({
      'a.vxml': page(
        '<form id="f"><block><if cond="a == 1 &amp;&amp; b == 2"><goto next="#yes"/></if><goto next="#no"/></block></form>',
      ),
    });
    expect(reached(script, { 'a == 1 && b == 2': 'true' })).toBe(yes);
    expect(reached(script, { a: '1', b: '2' })).toBe(no);
  });

  test.each([
    ['noinput', { do: 'silence' }],
    ['nomatch', { do: 'press', key: '9' }],
  ] as const)('a %s leaves by the handler of its count', async (event, deed) => {
    const { script } = await importOf({
      'a.vxml':
        page(`<menu id="m" dtmf="true"><prompt>Press 1.</prompt><choice next="#yes">one</choice>
        <${event}>Again. <reprompt/></${event}><${event} count="3"><goto next="#no"/></${event}></menu>`),
    });
    expect(reached(script, {}, [deed, deed])).toBeUndefined();
    expect(reached(script, {}, [deed, deed, deed])).toBe(no);
    expect(reached(script, {}, [deed, deed, { do: 'press', key: '1' }])).toBe(yes);
  });
});

describe('a decision of Architect', () => {
  const flow = (actions: string) => `inboundCall:
  name: Line
  startUpRef: "/inboundCall/tasks/task[T_1]"
  tasks:
    - task:
        name: T
        refId: T_1
        actions:
${actions}
          - transferToNumber: {name: No, targetNumber: {lit: "${no}"}}
`;
  const asking = (condition: string) =>
    flow(`          - decision:
              name: Check
              condition: {exp: '${condition}'}
              outputs: {yes: {actions: [{transferToNumber: {name: Yes, targetNumber: {lit: "${yes}"}}}]}}`);

  test.each([
    ['Flow.x == "gold"', 'gold', 'tin'],
    ['Flow.x != "gold"', 'tin', 'gold'],
    ['Flow.x == ""', '', 'gold'],
    ['Flow.x == 5', '5', '6'],
    ['Flow.x != 5', '6', '5'],
    ['Flow.x > 5', '6', '5'],
    ['Flow.x >= 5', '5', '4'],
    ['Flow.x < 5', '4', '5'],
    ['Flow.x <= 5', '5', '6'],
    ['Flow.x == true', 'true', 'false'],
    ['Flow.x', 'yes', 'no'],
  ])('%s says yes for "%s" and no for "%s"', async (condition, met, unmet) => {
    const { script } = await importOf({ 'a.yaml': asking(condition) });
    expect(reached(script, { 'Flow.x': met })).toBe(yes);
    expect(reached(script, { 'Flow.x': unmet })).toBe(no);
  });

  test('that asks more is asked as a whole, and says no where nobody answers', async () => {
    const condition = 'Flow.x == "a" and Flow.y > 3';
    const { script } = await importOf({ 'a.yaml': asking(condition) });
    expect(reached(script, { [condition]: 'yes' })).toBe(yes);
    expect(reached(script, { 'Flow.x': 'a', 'Flow.y': '4' })).toBe(no);
  });

  test('a switch takes the case of the value, else the next action', async () => {
    const { script } = await importOf({
      'a.yaml': flow(`          - switch:
              name: Which
              evaluate:
                switchOnValue:
                  value: {exp: Flow.x}
                  cases:
                    - case:
                        value: {lit: gold}
                        actions: [{transferToNumber: {name: Yes, targetNumber: {lit: "${yes}"}}}]`),
    });
    expect(reached(script, { 'Flow.x': 'gold' })).toBe(yes);
    expect(reached(script, { 'Flow.x': 'tin' })).toBe(no);
  });
});

describe('FreeSWITCH', () => {
  const plan = (expression: string) => `<include><context name="public"><extension name="main">
    <condition field="\${x}" expression="${expression}"><action application="ivr" data="m"/>
    <anti-action application="bridge" data="sofia/gateway/g/${no}"/></condition></extension></context></include>`;
  const menu = `<include><menu name="m" greet-long="a.wav">
    <entry action="menu-exec-app" digits="1" param="bridge sofia/gateway/g/${yes}"/></menu></include>`;
  const one: Action = { do: 'press', key: '1' };

  test.each([
    ['^gold$', 'gold', 'golden'],
    ['^(gold|tin)$', 'tin', 'bronze'],
    ['^44', '4420', '0044'],
    ['99$', '1199', '9911'],
    ['ol', 'gold', 'tin'],
    ['^[1-3]$', '2', '4'],
    ['^$', '', 'x'],
    ['^.+$', 'x', ''],
  ])('a condition on %s holds for "%s" and not for "%s"', async (expression, met, unmet) => {
    const { script } = await importOf({ 'plan.xml': plan(expression), 'menu.xml': menu });
    expect(reached(script, { x: met }, [one])).toBe(yes);
    expect(reached(script, { x: unmet }, [one])).toBe(no);
  });

  test.each([
    ['/^[1-3]$/', '2', '4'],
    ['/^(1|22)$/', '22', '2'],
    ['/^1$|^7$/', '7', '8'],
  ])('an entry for %s takes %s and not %s', async (digits, met, unmet) => {
    const { script } = await importOf({
      'menu.xml': `<include><menu name="m" greet-long="a.wav" max-failures="1">
        <entry action="menu-exec-app" digits="${digits}" param="bridge sofia/gateway/g/${yes}"/>
        <entry action="menu-exec-app" digits="${unmet}" param="bridge sofia/gateway/g/${no}"/></menu></include>`,
    });
    expect(reached(script, {}, [{ do: 'press', key: met }])).toBe(yes);
    expect(reached(script, {}, [{ do: 'press', key: unmet }])).toBe(no);
  });
});
