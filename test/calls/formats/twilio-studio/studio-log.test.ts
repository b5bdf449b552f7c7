import { describe, expect, test } from '@jest/globals';
import { condenseLogs } from '../../../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../../../src/calls/condensed-log.ts';
import { nodeNamesOf } from '../../../../src/calls/formats/node-names.ts';
import { knownValuesOf } from '../../../../src/calls/kept-value.ts';
import { buildCallFlow } from '../../../../src/flow/build-call-flow.ts';
import type { CallFlow } from '../../../../src/flow/call-flow.ts';
import { replayLog } from '../../../../src/replay/replay-log.ts';
import { importOf } from '../../../support/import-of.ts';
import { logOf } from '../../../support/log-of.ts';
import { pathsOf } from '../../../support/paths-of.ts';
import { gather, say, split, widget } from '../../../support/studio-flow.ts';

async function mainLine(): Promise<CallFlow> {
  const definition = {
    description: 'Main line',
    initial_state: 'Trigger',
    flags: {},
    states: [
      widget('Trigger', 'trigger', { incomingCall: 'Welcome' }),
      say('Welcome', 'Welcome.', 'Main_Menu'),
      gather(
        'Main_Menu',
        { keypress: 'Which', speech: '', timeout: 'Main_Menu' },
        { number_of_digits: 1 },
      ),
      split(
        'Which',
        '{{widgets.Main_Menu.Digits}}',
        [
          ['equal_to', '1', 'Sales'],
          ['equal_to', '2', 'Look_Up'],
        ],
        'Main_Menu',
      ),
      widget(
        'Sales',
        'send-to-flex',
        { callComplete: '', failedToEnqueue: '' },
        { workflow: 'sales' },
      ),
      widget(
        'Look_Up',
        'run-function',
        { success: 'Told', fail: 'Sales' },
        { url: 'https://example.com/balance' },
      ),
      say('Told', 'It is seven.'),
    ],
  };
  const { script } = await importOf({
    'main.json': JSON.stringify({ friendly_name: 'Main', definition }),
  });
  return buildCallFlow(script);
}

const sid = (kind: string, number: number): string => `${kind}${String(number).padStart(32, '0')}`;
const moment = (seconds: number): string =>
  new Date(Date.UTC(2026, 2, 2, 8, 0, seconds)).toISOString();

let steps = 0;
/** A step as the API lists it. */
function step(
  seconds: number,
  from: string,
  name: string,
  to: string,
  more: object = {},
  call = 1,
): object {
  steps += 1;
  return {
    sid: sid('FT', steps),
    execution_sid: sid('FN', call),
    flow_sid: sid('FW', 1),
    parent_step_sid: null,
    name,
    context: {},
    transitioned_from: from,
    transitioned_to: to,
    date_created: moment(seconds),
    date_updated: null,
    ...more,
  };
}
const execution = (seconds: number, end?: number, call = 1): object => ({
  sid: sid('FN', call),
  flow_sid: sid('FW', 1),
  contact_channel_address: '+15550100',
  status: end === undefined ? 'active' : 'ended',
  date_created: moment(seconds),
  date_updated: end === undefined ? null : moment(end),
});

const begins = [
  step(0, 'Trigger', 'incomingCall', 'Welcome'),
  step(3, 'Welcome', 'audioComplete', 'Main_Menu'),
];
const later = execution(3600, undefined, 9);

const condensed = (text: string, flow: CallFlow): Promise<CondensedLog> =>
  condenseLogs([logOf(text, 'steps.json', 101)], knownValuesOf(flow), {
    reading: { names: nodeNamesOf(flow) },
  });
const lines = (records: readonly object[]): string =>
  records.map((one) => JSON.stringify(one)).join('\n');
const pressed = (digits: string): object => ({
  context: { widgets: { Main_Menu: { Digits: digits } } },
});

describe('steps of Twilio Studio', () => {
  test.each<[what: string, records: readonly object[], path: string]>([
    ['hangs up in the menu', [execution(0, 9), ...begins], 'hangup main-menu'],
    ['hangs up, and no execution tells when', begins, 'hangup main-menu'],
    [
      'waits for people, by a key that is not known',
      [
        ...begins,
        step(7, 'Main_Menu', 'keypress', 'Which'),
        step(7, 'Which', 'match', 'Sales'),
        step(90, 'Sales', 'callComplete', 'Ended'),
        execution(0, 90),
      ],
      'input main-menu, enter sales, queue sales, end sales',
    ],
    [
      'says nothing, presses a wrong key, then one that does',
      [
        ...begins,
        step(8, 'Main_Menu', 'timeout', 'Main_Menu'),
        step(11, 'Main_Menu', 'keypress', 'Which', pressed('7')),
        step(11, 'Which', 'noMatch', 'Main_Menu'),
        step(15, 'Main_Menu', 'keypress', 'Which', pressed('2')),
        step(15, 'Which', 'match', 'Look_Up'),
        step(16, 'Look_Up', 'success', 'Told'),
        step(19, 'Told', 'audioComplete', 'Ended'),
        execution(0, 19),
      ],
      'noinput main-menu, enter main-menu, input main-menu 7, nomatch main-menu, enter main-menu, input main-menu 2, enter look-up, success look-up, enter told, enter call-ends, disconnect call-ends',
    ],
  ])('tell of a caller who %s', async (_, records, path) => {
    const flow = await mainLine();
    const log = await condensed(lines([...records, later]), flow);
    expect(pathsOf(log)).toContain(`start, enter welcome, enter main-menu, ${path}`);
    expect(log.rows).toMatchObject({
      read: records.length + 1,
      used: records.length + 1,
      rejected: 0,
    });
    expect(replayLog(flow, log).deviations).toEqual([]);
  });

  test('say the same as lists of the API, newest first, by its command line, and as events', async () => {
    const flow = await mainLine();
    const records = [...begins, execution(0, 9), later];
    const camel = (one: object) =>
      Object.fromEntries(
        Object.entries(one).map(([name, value]) => [
          name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
          value as unknown,
        ]),
      );
    const event = (one: object) => {
      const { sid: id, ...data } = one as { readonly sid: string };
      const isStep = id.startsWith('FT');
      return {
        specversion: '1.0',
        type: `com.twilio.studio.flow.${isStep ? 'step' : 'execution'}.ended`,
        data: isStep ? { step_sid: id, ...data } : { execution_sid: id, flow_revision: 4, ...data },
      };
    };
    const written: readonly string[] = [
      JSON.stringify({ steps: begins.toReversed(), meta: { page: 0 } }, undefined, 2) +
        JSON.stringify({ executions: [later, execution(0, 9)], meta: {} }),
      JSON.stringify(records.map(camel)),
      lines(records.map(event)),
    ];
    const plain = 'start, enter welcome, enter main-menu, hangup main-menu';
    expect(pathsOf(await condensed(lines(records), flow))).toContain(plain);
    for (const text of written) expect(pathsOf(await condensed(text, flow))).toContain(plain);
    const events = await condensed(written[2] ?? '', flow);
    expect(events.versions).toEqual([{ script: '4', calls: 2 }]);
  });

  test('count once when they come twice, and not at all from subflows', async () => {
    const flow = await mainLine();
    const inner = step(
      4,
      'Trigger',
      'incomingParent',
      'Other',
      { parent_step_sid: sid('FT', 2) },
      7,
    );
    const log = await condensed(lines([...begins, ...begins, inner, later]), flow);
    expect(log.calls).toBe(2);
    expect(log.rows).toEqual({ read: 6, used: 6, rejected: 0, duplicate: 2 });
  });

  test('are rejected with their line where they lack what they need', async () => {
    const flow = await mainLine();
    const records = [
      ...begins,
      { ...begins[0], date_created: 'yesterday' },
      { ...begins[0], date_created: null },
      { steps: 'none' },
    ];
    const { firstRejects } = await condensed(lines(records), flow);
    expect(firstRejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [3, 'date_created', 'time not readable'],
      [4, 'date_created', 'no time'],
      [5, undefined, 'not a record of this log'],
    ]);
  });
});
