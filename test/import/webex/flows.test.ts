import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeNativeScript } from '../../../src/export/native.ts';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';
import { readExpression } from '../../../src/import/webex/read-values.ts';
import { parseScript } from '../../../src/script/parse-script.ts';
import { importSource } from '../../support/studio-flow.ts';

const node = (
  name: string,
  activityName: string,
  properties: object = {},
  activityType = 'action',
) => ({
  id: `id-${name}`,
  name,
  activityType,
  properties: { activityName, ...properties },
});
const edge = (from: string, condition: string, to: string) => ({
  from: `id-${from}`,
  condition,
  to,
});
const tts = (value: string) => ({
  promptsTts: [{ name: value, type: 'tts', value }],
  prompts: null,
});
const flowOf = (nodes: readonly unknown[], edges: readonly unknown[], more: object = {}) => ({
  path: 'flow.json',
  text: JSON.stringify(
    { name: 'Main line', nodes: [node('Begin', 'start', {}, 'start'), ...nodes], edges, ...more },
    null,
    2,
  ),
});

const nodes = [
  node('Hours', 'business-hours', { businessHoursId: 'uuid', 'businessHoursId:name': 'Office' }),
  node('Main', 'ivr-menu', { ...tts('Press 1 for sales, 2 for your account.'), entryTimeout: '5' }),
  node('Sales', 'queue-contact', { queueId: 'Sales Desk' }),
  node('Account', 'ivr-collectdigits', {
    ...tts('Your number.'),
    ...{
      minDigits: 1,
      maxDigits: 10,
      terminatorSymbol: '#',
      interDigitTimeout: '3',
      entryTimeout: 6,
    },
  }),
  node('Tries', 'set-variable', {
    setVariablesArray: [
      { srcVariable: 'tier', literal: 'gold' },
      { srcVariable: 'n', literal: '{{n + 1}}' },
    ],
  }),
  node('Enough', 'condition-activity', { expression: '{{tier == "gold"}}' }),
  node('Out', 'bridged-transfer', { transfertodn: '+442079460000', timeout: 30 }),
  node('Robot', 'ivr-virtualassistantvoice'),
  node('Bye', 'disconnect-contact', {}, 'end'),
];
const edges = [
  edge('Begin', 'out', 'id-Hours'),
  edge('Hours', 'workingHours', 'Main'),
  edge('Hours', 'default', 'id-Bye'),
  edge('Main', '1', 'id-Sales'),
  edge('Main', '2', 'id-Account'),
  edge('Main', 'timeout', 'id-Bye'),
  edge('Main', 'invalid', 'id-Main'),
  edge('Sales', 'failure', 'id-Bye'),
  edge('Account', 'default', 'id-Tries'),
  edge('Account', 'timeout', 'id-Main'),
  edge('Account', 'invalid', 'id-Main'),
  edge('Tries', 'out', 'id-Enough'),
  edge('Enough', 'true', 'id-Out'),
  edge('Enough', 'false', 'id-Robot'),
  edge('Out', 'failure', 'id-Gone'),
  edge('Robot', 'ESCALATE', 'id-Sales'),
  edge('Robot', 'ENDED', 'id-Bye'),
  edge('Sales', 'odd', 'id-Bye'),
  edge('Nobody', 'out', 'id-Bye'),
];
const read = () =>
  importSource(
    flowOf(nodes, edges, { eventFlows: { GLOBAL_EVENTS: { nodes: [node('Failed', 'event')] } } }),
  );

describe('a flow of Webex Contact Center', () => {
  test('becomes a script with the place of every node', async () => {
    const { script, node: made, textAt } = await read();
    expect(script).toMatchObject({ id: 'main-line', entries: [{ start: 'hours' }] });
    expect(made('hours')).toMatchObject({
      on: { calendar: { unknown: 'Office' } },
      cases: [{ when: 'open', to: 'main' }],
      otherwise: 'bye',
    });
    expect(made('main')).toMatchObject({
      say: { text: 'Press 1 for sales, 2 for your account.' },
      options: [
        { key: '1', to: 'sales' },
        { key: '2', to: 'account' },
      ],
      noInput: { wait: 5, attempts: 1, to: 'bye' },
      noMatch: { attempts: 1, to: 'main' },
    });
    expect(made('sales')).toMatchObject({ kind: 'queue', queue: 'sales-desk', error: 'bye' });
    expect(made('account')).toMatchObject({
      digits: { min: 1, max: 10, end: '#', interDigit: 3 },
      to: 'tries',
    });
    expect(made('tries')).toMatchObject({ kind: 'task', set: { tier: 'gold' }, success: 'enough' });
    expect(made('enough')).toMatchObject({
      on: { attribute: 'tier' },
      cases: [{ when: 'gold', to: 'out' }],
    });
    expect(made('out')).toMatchObject({ number: '+442079460000', wait: 30, failure: 'id-gone' });
    expect(made('robot')).toMatchObject({
      kind: 'opaque',
      exits: [{ when: 'ESCALATE', to: 'sales' }, { to: 'bye' }],
    });
    expect(textAt('nodes', 'main')).toBe('"Main"');
    expect(textAt('entries', 0, 'start')).toBe('"Begin"');
  });

  test('leads callers by its ports, and adds up', async () => {
    const { walk, report } = await read();
    const press = (key: string) => ({ do: 'press', key }) as const;
    expect(walk([press('1')]).at(-1)).toBe('sales');
    expect(walk([press('9'), press('2')])).toEqual(['hours', 'main', 'main', 'account']);
    expect(walk([{ do: 'silence' }]).at(-1)).toBe('disconnect');
    expect(walk([press('2'), { do: 'enter', digits: 1 }, { do: 'succeed' }]).at(-1)).toBe('out');
    expect(report).toMatchObject({
      blocks: 11,
      blocksAsNodes: 9,
      notBlocks: 1,
      opaque: { 'ivr-virtualassistantvoice': 1 },
    });
    const notes = report.unresolved.map(({ message }) => message);
    expect(notes).toEqual([
      expect.stringContaining("isn't known before the call: n"),
      'The script has no way for this edge: odd.',
      'This edge begins at no node of the flow: id-Nobody.',
      '1 activity of "GLOBAL_EVENTS" runs at events outside the call.',
    ]);
  });
});

test('an export of the console is told for what it is', async () => {
  const text = JSON.stringify({ process: { activities: {}, links: {} }, diagram: {} });
  const { documents, findings } = await readMenuFile({ path: 'x.json', text });
  expect(documents).toEqual([]);
  expect(findings).toMatchObject([{ ruleId: 'unsupported-format' }]);
});

describe('broken and hostile flows', () => {
  const anything = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(
        'x',
        '',
        1,
        true,
        null,
        '{{x}}',
        '{{a >= 3}}',
        '__proto__',
        'id-A',
        'default',
        '1',
      ),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'value',
          'name',
          'literal',
          'srcVariable',
          'prompts',
          '__proto__',
          'constructor',
        ),
        tie('value'),
        { maxKeys: 3 },
      ),
    ),
  })).value;
  const activity = fc.constantFrom(
    ...[
      'ivr-menu',
      'ivr-collectdigits',
      'queue-contact',
      'blind-transfer',
      'business-hours',
      'event',
    ],
    ...[
      'condition-activity',
      'case-statement',
      'set-variable',
      'callback',
      'subflow-handoff',
      '__proto__',
    ],
  );
  const properties = fc.dictionary(
    fc.constantFrom(
      'promptsTts',
      'queueId',
      'expression',
      'entryTimeout',
      'setVariablesArray',
      'maxDigits',
      'terminatorSymbol',
      'transfertodn',
    ),
    anything,
  );
  const anyNode = fc
    .record({ id: anything, name: anything, properties })
    .chain((one) =>
      activity.map((activityName) => ({ ...one, properties: { ...one.properties, activityName } })),
    );
  const anyEdge = fc.record({ from: anything, to: anything, condition: anything });

  test('any values become a script that is valid, with a place for everything', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(anyNode, anything), { maxLength: 5 }),
        fc.array(fc.oneof(anyEdge, anything), { maxLength: 6 }),
        anything,
        async (some, ways, eventFlows) => {
          const { documents, findings, report } = await readMenuFile(
            flowOf(['A', ...some], ways, { eventFlows, variables: eventFlows }),
          );
          expect(findings.every(({ ruleId }) => ruleId === 'invalid-name')).toBe(true);
          expect(report?.blocks).toBe(
            (report?.blocksAsNodes ?? 0) + (report?.folded?.length ?? 0) + (report?.notBlocks ?? 0),
          );
          for (const { script, places } of documents) {
            const again = parseScript({ path: 'a', text: writeNativeScript(script, 'json') });
            expect(again.findings).toEqual([]);
            for (const id of Object.keys(script.nodes))
              expect(places.has(['nodes', id])).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

test('flows that stand one behind the other are scripts with names of their own', async () => {
  const { text } = flowOf(nodes, edges);
  const { documents, report } = await readMenuFile({
    path: 'flows.json',
    text: `${text}\n${text}`,
  });
  expect(documents.map(({ script }) => script.id)).toEqual(['main-line', 'main-line-2']);
  expect(documents[1]?.places.at(['nodes', 'main']).start.line).toBeGreaterThan(
    text.split('\n').length,
  );
  expect(report).toMatchObject({ flows: 2 });
});

test.each([
  ['{{tier == "gold"}}', 'tier', 'gold', false],
  ['{{tier != "gold"}}', 'tier', 'gold', true],
  ['{{ tries >= 3 }}', 'tries', '>= 3', false],
  ['{{tries > 3}}', 'tries', '> 3', false],
  ['{{tries <= 3}}', 'tries', '<= 3', false],
  ['{{tries < 3}}', 'tries', '< 3', false],
  ["{{tier == ''}}", 'tier', '(empty)', false],
  ['{{a == 1 and b == 2}}', 'a == 1 and b == 2', 'true', false],
])('a condition of Webex, %s, asks %s for %s', (written, attribute, when, isNegated) => {
  expect(readExpression(written)).toEqual({ on: { attribute }, when, isNegated });
});
