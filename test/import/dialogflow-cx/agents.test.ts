import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeNativeScript } from '../../../src/export/native.ts';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';
import { parseScript } from '../../../src/script/parse-script.ts';
import { underlined } from '../../support/underlined.ts';
import { beside, importOf } from '../../support/import-of.ts';
import { importSource } from '../../support/studio-flow.ts';

const say = (text: string) => ({ messages: [{ text: { text: [text] }, languageCode: 'en' }] });
const event = (name: string, more: object = {}) => ({ event: name, ...more });
const flow = (title: string, more: object = {}) => ({
  name: `id-of-${title}`,
  displayName: title,
  transitionRoutes: [],
  eventHandlers: [],
  nluSettings: { modelType: 'MODEL_TYPE_ADVANCED' },
  ...more,
});
const page = (title: string, more: object = {}) => ({
  name: `id-of-${title}`,
  displayName: title,
  form: {},
  ...more,
});
const parameter = (name: string, more: object = {}) => ({
  displayName: name,
  required: true,
  entityType: '@sys.number',
  ...more,
});

/** An agent in one file whose first flow has these pages. */
const agentOf = (start: object, pages: readonly object[], more: object = {}) => ({
  path: 'agent.json',
  text: JSON.stringify(
    {
      agent: { defaultLanguageCode: 'en-GB', startFlow: 'Main line' },
      flows: [{ flow: flow('Main line', start), pages }],
      ...more,
    },
    null,
    2,
  ),
});

const welcome = (targetPage: string, more: object = {}) => ({
  transitionRoutes: [{ intent: 'Default Welcome Intent', targetPage, ...more }],
});

const keyMenu = page('Choose', {
  entryFulfillment: say('Thank you for calling.'),
  form: {
    parameters: [
      parameter('choice', {
        fillBehavior: {
          initialPromptFulfillment: say('Press 1 for sales, 2 for cards.'),
          repromptEventHandlers: [
            event('sys.no-input-1', { triggerFulfillment: say('Are you there?') }),
            event('sys.no-input-default', { targetPage: 'END_SESSION' }),
            event('sys.no-match-1', { triggerFulfillment: say('Please press 1 or 2.') }),
            event('sys.no-match-2', { triggerFulfillment: say('Please press 1 or 2.') }),
            event('sys.no-match-default', { targetPage: 'Sales' }),
          ],
        },
        advancedSettings: {
          dtmfSettings: { enabled: true, maxDigits: 1, interdigitTimeoutDuration: '3.500s' },
          speechSettings: { noSpeechTimeout: '7s' },
        },
      }),
    ],
  },
  transitionRoutes: [
    { condition: '$session.params.choice = 1', targetPage: 'Sales' },
    { condition: '$session.params.choice = "2"', targetPage: 'projects/p/pages/id-of-Cards' },
  ],
});
const sales = page('Sales', {
  entryFulfillment: { messages: [...say('One moment.').messages, { liveAgentHandoff: {} }] },
});
const cards = page('Cards', {
  entryFulfillment: {
    messages: [{ telephonyTransferCall: { phoneNumber: '+442079460000' } }],
  },
});

describe('a page that asks for keys', () => {
  const read = () => importSource(agentOf(welcome('Choose'), [keyMenu, sales, cards]));

  test('is a menu, with its keys, its waits and its retries', async () => {
    const { script, node, textAt, document } = await read();
    expect(script).toMatchObject({
      id: 'main-line',
      language: 'en-GB',
      entries: [{ start: 'choose' }],
    });
    expect(node('choose')).toMatchObject({
      kind: 'menu',
      say: { text: 'Thank you for calling. Press 1 for sales, 2 for cards.' },
      options: [
        { key: '1', to: 'sales' },
        { key: '2', to: 'cards' },
      ],
      noInput: { wait: 7, attempts: 2, say: { text: 'Are you there?' }, to: 'end' },
      noMatch: { attempts: 3, say: { text: 'Please press 1 or 2.' }, to: 'sales' },
      interDigit: 3.5,
    });
    expect(node('sales')).toMatchObject({ kind: 'queue', say: { text: 'One moment.' } });
    expect(node('cards')).toMatchObject({ kind: 'transfer', number: '+442079460000' });
    expect(textAt('nodes', 'choose')).toBe('"Choose"');
    expect(textAt('nodes', 'choose', 'options', 0, 'to')).toBe('"Sales"');
    expect(textAt('nodes', 'choose', 'options', 1, 'to')).toBe('"projects/p/pages/id-of-Cards"');
    const line = (...path: readonly (string | number)[]) => document.places.at(path).start.line;
    const lineOf = (text: string) =>
      document.source.text.split('\n').findIndex((one) => one.includes(text));
    expect(line('nodes', 'choose', 'options', 1)).toBe(lineOf('choice = \\"2\\"'));
    expect(line('nodes', 'choose', 'noMatch')).toBe(lineOf('sys.no-match-1'));
    expect(line('nodes', 'choose', 'noInput')).toBe(lineOf('sys.no-input-1'));
    expect(line('nodes', 'sales', 'say')).toBeLessThan(lineOf('One moment.'));
  });

  test('leads callers as the agent does', async () => {
    const { walk } = await read();
    expect(walk([{ do: 'press', key: '2' }]).at(-1)).toBe('cards');
    expect(
      walk([
        { do: 'press', key: '9' },
        { do: 'press', key: '1' },
      ]),
    ).toEqual(['choose', 'sales']);
    expect(walk([{ do: 'silence' }, { do: 'silence' }]).at(-1)).toBe('disconnect');
    const nine = { do: 'press', key: '9' } as const;
    expect(walk([nine, nine, nine]).at(-1)).toBe('sales');
  });
});

describe('every page, route and handler', () => {
  test('is counted: as a node, as a part of one, or among what is told', async () => {
    const { report } = await importSource(
      agentOf(
        {
          ...welcome('Choose'),
          eventHandlers: [event('sys.long-utterance'), event('webhook.error')],
        },
        [keyMenu, sales, cards],
      ),
    );
    expect(report).toMatchObject({ flows: 1, blocksAsNodes: 4, notBlocks: 2, opaque: {} });
    expect(report.blocks).toBe(4 + 1 + 2 + 1 + 5 + 2);
    expect(report.blocks).toBe(
      (report.blocksAsNodes ?? 0) + (report.folded?.length ?? 0) + (report.notBlocks ?? 0),
    );
    expect(report.unresolved.map(({ message }) => message)).toEqual(
      expect.arrayContaining([expect.stringContaining('sys.long-utterance')]),
    );
  });
});

describe('an agent that is exported as a folder', () => {
  const files = {
    'agent.json': JSON.stringify({
      defaultLanguageCode: 'el',
      timeZone: 'Europe/Athens',
      startFlow: 'Main line',
    }),
    'flows/Cards/Cards.json': JSON.stringify(
      flow('Cards', { transitionRoutes: [{ condition: 'true', targetPage: 'END_FLOW' }] }),
    ),
    'flows/Main line/Main line.json': JSON.stringify(flow('Main line', welcome('Caf%c3%a9'))),
    'flows/Main line/pages/Caf%c3%a9.json': JSON.stringify(
      page('Caf%c3%a9', {
        entryFulfillment: say('What can I do for you?'),
        transitionRoutes: [
          { intent: 'lost card', targetFlow: 'Cards' },
          { intent: 'sales', targetPage: 'END_SESSION' },
          { intent: 'dtmf_9', targetPage: 'CURRENT_PAGE' },
          { intent: 'any digits', targetPage: 'START_PAGE' },
        ],
      }),
    ),
    'intents/lost card/lost card.json': JSON.stringify({ dtmfPattern: '1' }),
    'intents/any digits/any digits.json': JSON.stringify({ dtmfPattern: '[0-9]{4}' }),
    'intents/sales/sales.json': JSON.stringify({ displayName: 'sales' }),
  };

  test('has a script for each flow, from its agent.json, the first one first', async () => {
    const { documents, nodes, report } = await importOf(files);
    expect(documents.map(({ script }) => [script.id, script.language])).toEqual([
      ['main-line', 'el'],
      ['cards', 'el'],
    ]);
    expect(nodes['caf-c3-a9']).toMatchObject({
      kind: 'menu',
      options: [
        { key: '1', intent: 'lost card', to: 'to-cards' },
        { intent: 'sales', to: 'end' },
        { key: '9', intent: 'dtmf_9', to: 'caf-c3-a9' },
        { intent: 'any digits', to: 'main-line' },
      ],
      noInput: { attempts: 20, to: 'caf-c3-a9' },
    });
    expect(nodes['to-cards']).toMatchObject({ kind: 'subflow', script: 'cards', to: 'caf-c3-a9' });
    expect(documents[1]?.script.nodes).toMatchObject({
      'end-of-flow': { kind: 'subflow', script: { unknown: 'the flow that began this one' } },
    });
    const place = documents[0]?.places.at(['nodes', 'caf-c3-a9', 'options', 0, 'to']);
    expect(place?.path).toBe('flows/Main line/pages/Caf%c3%a9.json');
    expect(report?.unresolved.map(({ message }) => message)).toContain(
      'Keys match "any digits" by a pattern that is more than keys.',
    );
  });

  test('one flow is read by its own file where the agent is not there', async () => {
    const own = { 'Main line.json': files['flows/Main line/Main line.json'] };
    const { script, documents } = await importOf({
      ...own,
      'pages/Caf%c3%a9.json': files['flows/Main line/pages/Caf%c3%a9.json'],
      '../../intents/lost card/lost card.json': files['intents/lost card/lost card.json'],
    });
    expect(documents).toHaveLength(1);
    expect(script.language).toBe('en');
    expect(script.nodes).toMatchObject({ 'caf-c3-a9': { options: [{ key: '1' }, {}, {}, {}] } });
  });

  test('a flow of an agent that is read is no menu beside it', async () => {
    const text = files['flows/Cards/Cards.json'];
    const near = beside({ '../../agent.json': files['agent.json'] });
    const { format } = await readMenuFile({ path: 'Cards.json', text }, near);
    expect(format).toBeUndefined();
  });

  test('an agent without its flows is told', async () => {
    const { documents, findings } = await readMenuFile({
      path: 'agent.json',
      text: files['agent.json'],
    });
    expect(documents).toEqual([]);
    expect(findings).toMatchObject([{ ruleId: 'unsupported-format' }]);
  });
});

test('an agent with something behind it is one finding, at what comes second', async () => {
  const { text } = agentOf(welcome('Choose'), [keyMenu]);
  const { documents, findings } = await readMenuFile({ path: 'a.json', text: `${text}\n${text}` });
  expect(documents).toEqual([]);
  expect(findings).toMatchObject([
    { ruleId: 'unsupported-format', at: { start: { line: text.split('\n').length + 1 } } },
  ]);
});

describe('conditions', () => {
  const read = (transitionRoutes: readonly object[], more: object = {}) =>
    importSource(
      agentOf(welcome('Check'), [page('Check', { transitionRoutes, ...more }), sales, cards]),
    );

  test('are branches that are looked at in order, and never run', async () => {
    const { node, walk, textAt } = await read([
      { condition: '$session.params.tier = "gold"', targetPage: 'Sales' },
      { condition: '$session.params.tier = "silver"', targetPage: 'Cards' },
      { condition: '$session.params.age > 17 AND $session.params.vip', targetPage: 'Sales' },
      { condition: '$session.params.name != "Ann"', targetPage: 'Cards' },
      { condition: 'true', targetPage: 'END_SESSION' },
      { condition: 'true', targetPage: 'Sales' },
    ]);
    expect(node('check')).toMatchObject({
      kind: 'branch',
      on: { attribute: 'tier' },
      cases: [
        { when: 'gold', to: 'sales' },
        { when: 'silver', to: 'cards' },
      ],
    });
    expect(textAt('nodes', 'check', 'cases', 0, 'when')).toContain('gold');
    expect(walk([], { attributes: { tier: 'silver' } }).at(-1)).toBe('cards');
    const [, whole = '', name = ''] = walk([], { attributes: { tier: '-', name: 'Ann' } });
    expect(node(whole)).toMatchObject({
      on: { attribute: '$session.params.age > 17 AND $session.params.vip' },
      cases: [{ when: 'true', to: 'sales' }],
    });
    expect(node(name)).toMatchObject({ on: { attribute: 'name' }, otherwise: 'cards' });
    expect(walk([], { attributes: { tier: '-', name: 'Ann' } }).at(-1)).toBe('disconnect');
    expect(walk([], { attributes: { tier: '-', name: 'Bo' } }).at(-1)).toBe('cards');
  });

  test.each([
    ['$session.params.x = "gold"', 'gold', 'tin'],
    ['$session.params.x = 5', '5', '6'],
    ['$session.params.x != "gold"', 'tin', 'gold'],
    ['$session.params.x > 5', '6', '5'],
    ['$session.params.x >= 5', '5', '4'],
    ['$session.params.x < 5', '4', '5'],
    ['$session.params.x <= 5', '5', '6'],
    ['$session.params.x : "ol"', 'gold', 'tin'],
    ['$session.params.x = null', '', 'x'],
    ['$session.params.x != null', 'x', ''],
    ['$session.params.x = "a" OR $session.params.x = "b"', 'b', 'c'],
    ['$session.params.x < 2 OR $session.params.x = 9', '9', '8'],
    ['$session.params.x != "a" AND $session.params.x != "b"', 'c', 'b'],
  ])('%s holds for "%s" and not for "%s"', async (condition, met, unmet) => {
    const { walk } = await read([
      { condition, targetPage: 'Sales' },
      { condition: 'true', targetPage: 'Cards' },
    ]);
    expect(walk([], { attributes: { x: met } }).at(-1)).toBe('sales');
    expect(walk([], { attributes: { x: unmet } }).at(-1)).toBe('cards');
  });

  test.each([
    '$session.params.x = "a" AND $session.params.y = "b"',
    '$session.params.x = "a" OR $session.params.y = "b"',
    '$session.params.x = "a" OR $session.params.x != "b"',
    'NOT $session.params.x = "a"',
  ])('%s is asked as a whole', async (condition) => {
    const { node, walk } = await read([
      { condition, targetPage: 'Sales' },
      { condition: 'true', targetPage: 'Cards' },
    ]);
    expect(node('check')).toMatchObject({
      on: { attribute: condition },
      cases: [{ when: 'true' }],
    });
    expect(walk([], { attributes: { [condition]: 'true' } }).at(-1)).toBe('sales');
  });

  test('behind a form come when it is filled; what is left over waits for callers', async () => {
    const { node } = await read(
      [
        { condition: '$page.params.status = "FINAL"', triggerFulfillment: say('Thanks.') },
        { condition: '$session.params.pin = null', targetPage: 'Sales' },
        { intent: 'help', triggerFulfillment: say('Help comes.') },
      ],
      {
        form: {
          parameters: [
            parameter('phone', { entityType: '@sys.phone-number', redact: true }),
            parameter('pin', {
              advancedSettings: { dtmfSettings: { finishDigit: '#', maxDigits: 4 } },
            }),
            parameter('spare', { required: false }),
          ],
        },
      },
    );
    expect(node('check')).toMatchObject({
      kind: 'collect',
      data: 'phone',
      sensitive: true,
      to: 'check-pin',
    });
    expect(node('check-pin')).toMatchObject({ digits: { max: 4, end: '#' }, to: 'say-check' });
    expect(node('say-check')).toMatchObject({ say: { text: 'Thanks.' }, to: 'check-pin-2' });
    expect(node('check-pin-2')).toMatchObject({
      cases: [{ when: '(empty)', to: 'sales' }],
      otherwise: 'check-listens',
    });
    expect(node('check-listens')).toMatchObject({ options: [{ intent: 'help', to: 'say-help' }] });
    expect(node('say-help')).toMatchObject({ to: 'say-check' });
  });
});

describe('webhooks', () => {
  test('are tasks; they fail by webhook.error, silently where the route has a target', async () => {
    const { node, walk } = await importSource(
      agentOf(
        { ...welcome('Look'), eventHandlers: [event('webhook.error', { targetPage: 'Sales' })] },
        [
          page('Look', {
            entryFulfillment: {
              webhook: 'crm',
              tag: 'caller',
              setParameterActions: [{ parameter: 'seen', value: true }],
            },
            transitionRoutes: [
              {
                condition: '$session.params.known = "yes"',
                triggerFulfillment: { webhook: 'vip' },
                targetPage: 'Cards',
              },
              { condition: 'true', targetPage: 'END_SESSION' },
            ],
          }),
          sales,
          cards,
        ],
      ),
    );
    expect(node('look')).toMatchObject({
      kind: 'task',
      task: 'crm caller',
      set: { seen: 'true' },
      failure: 'sales',
    });
    expect(node('vip')).toMatchObject({ kind: 'task', success: 'cards', failure: 'cards' });
    expect(walk([{ do: 'fail' }]).at(-1)).toBe('sales');
  });
});

describe('targets', () => {
  test('that lead nowhere keep their name; the page before is found', async () => {
    const { node, script } = await importSource(
      agentOf(welcome('A'), [
        page('A', {
          transitionRoutes: [
            { intent: 'b', targetPage: 'B' },
            { intent: 'gone', targetPage: 'Nowhere' },
          ],
        }),
        page('B', {
          transitionRoutes: [
            { intent: 'back', targetPage: 'PREVIOUS_PAGE' },
            { intent: 'sorry', triggerFulfillment: say('Sorry.'), targetPage: 'PREVIOUS_PAGE' },
            { intent: 'robot', targetPlaybook: 'Robot' },
          ],
        }),
      ]),
    );
    expect(node('a')).toMatchObject({ options: [{ to: 'b' }, { to: 'nowhere' }] });
    expect(Object.keys(script.nodes)).not.toContain('nowhere');
    expect(node('b')).toMatchObject({
      options: [{ do: 'back' }, { to: 'say-sorry' }, { to: 'robot' }],
    });
    expect(node('say-sorry')).toMatchObject({ to: 'a' });
    expect(node('robot')).toMatchObject({ kind: 'opaque', type: 'targetPlaybook' });
  });
});

describe('a way back to the page before', () => {
  const back = { condition: 'true', targetPage: 'PREVIOUS_PAGE' };
  const ways = [
    { condition: '$session.params.x = 1', targetPage: 'PREVIOUS_PAGE' },
    { intent: 'sorry', triggerFulfillment: say('Sorry.'), targetPage: 'PREVIOUS_PAGE' },
  ];

  test('tells apart all pages that lead there, once for all ways of the page', async () => {
    const asks = parameter('n', {
      fillBehavior: {
        initialPromptFulfillment: say('Which?'),
        repromptEventHandlers: [event('sys.no-match-default', { targetPage: 'Here' })],
      },
    });
    const { node, script } = await importSource(
      agentOf(welcome('A'), [
        page('A', { transitionRoutes: [{ intent: 'go', targetPage: 'Here' }] }),
        page('B', { eventHandlers: [event('odd', { targetPage: 'p/pages/id-of-Here' })] }),
        page('C', { form: { parameters: [asks] }, transitionRoutes: [back] }),
        page('Here', { transitionRoutes: ways }),
      ]),
    );
    expect(node('back-from-here')).toMatchObject({
      kind: 'opaque',
      exits: [{ to: 'a' }, { to: 'b' }, { to: 'c' }],
    });
    expect(Object.keys(script.nodes).filter((id) => id.startsWith('back-from-here'))).toHaveLength(
      1,
    );
  });

  test('may come from any page, where a route of the flow leads there; no more are shown than help', async () => {
    const everywhere = {
      transitionRoutes: [...welcome('P0').transitionRoutes, { intent: 'help', targetPage: 'Here' }],
    };
    const others = Array.from({ length: 300 }, (_, at) => page(`P${at}`));
    const { node, report } = await importSource(
      agentOf(everywhere, [...others, page('Here', { transitionRoutes: ways })]),
    );
    const made = node('back-from-here');
    expect(made?.kind === 'opaque' ? made.exits.length : 0).toBe(200);
    expect(report.unresolved.map(({ message }) => message)).toContain(
      "Calls may come from 101 more pages; the script doesn't lead back to those.",
    );
  });

  test('is found for agents of hundreds of pages', async () => {
    const pages = Array.from({ length: 500 }, (_, at) =>
      page(`P${at}`, {
        transitionRoutes: [
          { intent: 'on', targetPage: `P${(at + 1) % 500}` },
          { intent: 'far', targetPage: `P${(at * 7) % 500}` },
          ...ways,
        ],
      }),
    );
    const { script } = await importSource(agentOf(welcome('P0'), pages));
    expect(Object.keys(script.nodes).length).toBeGreaterThan(1_500);
  });
});

describe('what is said', () => {
  test('is speech before text, by language, a recording, or partly unknown', async () => {
    const { node } = await importSource(
      agentOf(welcome('Hear'), [
        page('Hear', {
          entryFulfillment: {
            messages: [
              { text: { text: ['Written.'] }, languageCode: 'en' },
              {
                outputAudioText: { ssml: '<speak>Spoken &amp; heard.</speak>' },
                languageCode: 'en',
              },
              { text: { text: ['Ακούγεται.'] }, languageCode: 'el' },
              { playAudio: { audioUri: 'gs://a/tone.wav' } },
              { text: { text: ['Your number is $session.params.number now.'] } },
            ],
          },
        }),
      ]),
    );
    expect(node('hear')).toMatchObject({
      say: { text: { en: 'Spoken & heard.', el: 'Ακούγεται.' } },
    });
    expect(node('say-hear')).toMatchObject({ say: { recording: 'gs://a/tone.wav' } });
    expect(node('hear-listens')).toMatchObject({
      say: { unknown: 'Your number is $session.params.number now.', text: 'Your number is now.' },
    });
  });
});

describe('broken and hostile agents', () => {
  const names = [
    ...['messages', 'text', 'condition', 'intent', 'targetPage', 'targetFlow', 'event', 'webhook'],
    ...['triggerFulfillment', 'form', 'parameters', 'required', 'displayName', 'fillBehavior'],
    ...[
      'repromptEventHandlers',
      'entryFulfillment',
      'transitionRoutes',
      'eventHandlers',
      '__proto__',
    ],
    ...[
      'setParameterActions',
      'parameter',
      'value',
      'constructor',
      'transitionRouteGroups',
      'name',
    ],
  ];
  const anything = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(
        'x',
        '',
        1,
        true,
        null,
        '$session.params.x = 1',
        'PREVIOUS_PAGE',
        '__proto__',
        'true',
      ),
      fc.constantFrom(
        'CURRENT_PAGE',
        'START_PAGE',
        'END_FLOW',
        'A',
        'sys.no-match-default',
        'webhook.error',
      ),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 5 }),
    ),
  })).value;
  const list = fc.array(fc.dictionary(fc.constantFrom(...names), anything, { maxKeys: 6 }), {
    maxLength: 4,
  });

  test('any values become a script that is valid, adds up, and has a place for everything', async () => {
    await fc.assert(
      fc.asyncProperty(list, list, list, anything, async (routes, handlers, parameters, value) => {
        const parts = {
          transitionRoutes: routes,
          eventHandlers: handlers,
          transitionRouteGroups: value,
        };
        const own = page('A', { ...parts, form: { parameters }, entryFulfillment: value });
        const { text } = agentOf(parts, [own, { ...own, displayName: value }, value as object]);
        const source = { path: 'agent.json', text };
        const { documents, findings, report } = await readMenuFile(source);
        expect(findings.every(({ ruleId }) => ruleId === 'invalid-name')).toBe(true);
        const folded = report?.folded?.length ?? 0;
        expect(report?.blocks).toBe(
          (report?.blocksAsNodes ?? 0) + folded + (report?.notBlocks ?? 0),
        );
        for (const { script, places } of documents) {
          const again = parseScript({ path: 'a', text: writeNativeScript(script, 'json') });
          expect(again.findings).toEqual([]);
          for (const id of Object.keys(script.nodes)) {
            expect(places.has(['nodes', id])).toBe(true);
            expect(underlined(text, places.at(['nodes', id]))).not.toBe('');
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
