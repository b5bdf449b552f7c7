import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { writeNativeScript } from '../../../src/export/native.ts';
import { fillTemplates } from '../../../src/import/genesys-architect/fill-templates.ts';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';
import { parseScript } from '../../../src/script/parse-script.ts';
import { corpusFiles, corpusSource, hasCorpus } from '../../support/corpus.ts';
import { expectPlaceIn } from '../../support/expect-place.ts';
import { importSource } from '../../support/studio-flow.ts';

const flow = (body: string, head = 'startUpRef: ./menus/menu[main]') => ({
  path: 'flow.yaml',
  text: `inboundCall:\n  name: Main line\n  defaultLanguage: en-gb\n  ${head}\n${body}\n`,
});

const menu = (choices: string, more = '') => `  menus:
    - menu:
        name: Main Menu
        refId: main
        audio: {tts: Press 1 for sales.}
${more}        choices:
${choices}`;

const task = (actions: string) => `  tasks:
    - task:
        name: Begin
        refId: begin_12
        actions:
${actions}`;
const importTask = (actions: string) =>
  importSource(flow(task(actions), 'startUpRef: "/inboundCall/tasks/task[begin_12]"'));

describe('a menu of Architect', () => {
  test('has its choices by key, waits as the settings say, and leads nobody on who makes no choice', async () => {
    const { node, script, textAt, walk } = await importSource(
      flow(`${menu(`          - menuTransferToAcd:
              name: Sales
              dtmf: digit_1
              targetQueue: {lit: {name: Sales Desk}}
              preTransferAudio: {tts: One moment.}
              failureTransferAudio: {tts: Not now.}
          - menuTask:
              name: Info
              dtmf: digit_star
              task:
                actions:
                  - playAudio: {name: Play, audio: {exp: 'AudioPlaybackOptions(ToAudioTTS("We are open."), false)'}}
                  - previousMenu: {name: Back}
          - menuDisconnect: {name: Bye, dtmf: digit_pound}
          - menuRepeatMenu: {name: Again, dtmf: digit_9}
          - menuTransferToNumber: {name: Call, dtmf: digit_3, targetNumber: {lit: "+442079460000"}}
          - menuSubMenu:
              name: More
              dtmf: digit_4
              audio: {tts: Press 1 for cards.}
              choices:
                - menuPreviousMenu: {name: Back, dtmf: digit_1}
                - menuJumpToMenu: {name: Top, dtmf: digit_2, targetMenuRef: "/inboundCall/menus/menu[main]"}`)}
  settingsMenu: {menuSelectionTimeout: {lit: {seconds: 7}}, repeatCount: {lit: 2}}`),
    );
    expect(script).toMatchObject({
      id: 'main-line',
      language: 'en-GB',
      entries: [{ start: 'main-menu' }],
    });
    expect(node('main-menu')).toMatchObject({
      say: { text: 'Press 1 for sales.' },
      options: [
        { key: '1', title: 'Sales', to: 'sales' },
        { key: '*', title: 'Info', to: 'play' },
        { key: '#', title: 'Bye', to: 'bye' },
        { key: '9', title: 'Again', do: 'repeat' },
        { key: '3', title: 'Call', to: 'call' },
        { key: '4', title: 'More', to: 'more' },
      ],
      noInput: { wait: 7, attempts: 2 },
    });
    expect(node('sales')).toMatchObject({
      kind: 'queue',
      queue: 'sales-desk',
      error: 'sales-failed',
    });
    expect(node('more')).toMatchObject({
      options: [
        { key: '1', do: 'back' },
        { key: '2', to: 'main-menu' },
      ],
    });
    expect(textAt('nodes', 'main-menu')).toBe('Main Menu');
    expect(textAt('nodes', 'sales', 'say')).toBe('One moment.');
    expect(walk([{ do: 'press', key: '1' }, { do: 'error' }]).at(-1)).toBe('main-menu');
    expect(walk([{ do: 'press', key: '*' }]).at(-1)).toBe('main-menu');
    expect(walk([{ do: 'press', key: '3' }, { do: 'fail' }]).at(-1)).toBe('main-menu');
    expect(walk([{ do: 'press', key: '#' }]).at(-1)).toBe('disconnect');
  });

  test('offers everywhere what it offers globally', async () => {
    const { node } = await importSource(
      flow(
        menu(`          - menuDisconnect: {name: Bye, dtmf: digit_0, globalDtmf: true}
          - menuSubMenu: {name: More, dtmf: digit_4, choices: [{menuRepeatMenu: {name: Again, dtmf: digit_9}}]}`),
      ),
    );
    expect(node('more')).toMatchObject({ options: [{ key: '9' }, { key: '0', to: 'bye' }] });
  });
});

describe('actions of a task', () => {
  test('go on with the next one where an output is not written', async () => {
    const { walk, node } = await importTask(`          - callData:
              name: Look up
              outputs: {failure: {actions: [{disconnect: {name: Sorry}}]}}
          - decision:
              name: Gold
              condition: {exp: Flow.isGold}
              outputs: {yes: {actions: [{transferToAcd: {name: Gold desk, targetQueue: {lit: {name: Gold}}}}]}}
          - transferToNumber: {name: Out, targetNumber: {lit: "+442079460000"}}
          - disconnect: {name: End}`);
    expect(walk([{ do: 'fail' }])).toContain('sorry');
    expect(node('gold')).toMatchObject({
      on: { result: 'Flow.isGold' },
      cases: [{ when: 'yes', to: 'gold-desk' }],
      otherwise: 'out',
    });
    expect(node('out')).toMatchObject({ failure: 'end' });
  });

  test('check hours by a group, and by a schedule', async () => {
    const { node } = await importTask(`          - evaluateScheduleGroup:
              name: Hours
              scheduleGroup: {lit: {name: Main Office}}
              outputs: {closed: {actions: [{disconnect: {name: Closed}}]}}
          - evaluateSchedule:
              name: Lunch
              schedule: {lit: {name: Lunch}}
              outputs: {active: {actions: [{disconnect: {name: At lunch}}]}}
          - disconnect: {name: End}`);
    expect(node('hours')).toMatchObject({
      on: { calendar: 'main-office' },
      cases: [
        { when: 'open', to: 'lunch' },
        { when: 'closed', to: 'closed' },
        { when: 'holiday', to: 'lunch' },
        { when: 'emergency', to: 'lunch' },
      ],
    });
    expect(node('lunch')).toMatchObject({
      cases: [
        { when: 'open', to: 'at-lunch' },
        { when: 'closed', to: 'end' },
      ],
    });
  });

  test('collect digits, switch, loop, call tasks and jump', async () => {
    const { node, script } = await importTask(`          - collectInput:
              name: Account
              digits: {range: {min: 4, max: 8}}
              noEntryTimeout: {lit: {seconds: 6}}
              inputAudio: {tts: Your number.}
              outputs: {failure: {actions: [{jumpToTask: {name: Once more, targetTaskRef: "/inboundCall/tasks/task[begin_12]"}}]}}
          - switch:
              name: Which
              evaluate:
                firstTrue:
                  default: {actions: [{disconnect: {name: None}}]}
                  cases: [{case: {value: {exp: 'Flow.x == 1'}, actions: [{disconnect: {name: One}}]}}]
          - loop:
              name: Round
              loopCount: {lit: 3}
              outputs: {loop: {actions: [{playAudio: {name: Music, audio: {prompt: Prompt.music}}}, {loopExit: {name: Out}}]}}
          - inventedAction: {name: Odd, field: 1, outputs: {done: {actions: [{endTask: {name: Over}}]}}}
          - disconnect: {name: End}`);
    expect(node('account')).toMatchObject({
      digits: { min: 4, max: 8 },
      noInput: { wait: 6, to: 'once-more' },
      to: 'which',
    });
    expect(node('once-more')).toMatchObject({ to: 'begin' });
    expect(node('which')).toMatchObject({
      cases: [{ when: 'Flow.x == 1', to: 'one' }],
      otherwise: 'none',
    });
    expect(node('round')).toMatchObject({
      on: { loop: 3 },
      cases: [{ to: 'music' }, { to: 'odd' }],
    });
    expect(node('out')).toMatchObject({ to: 'odd' });
    expect(node('odd')).toMatchObject({
      kind: 'opaque',
      type: 'inventedAction',
      raw: { field: 1 },
    });
    expect(Object.keys(script.nodes)).toContain('flow-ends');
  });

  test('that call each other without end are still read', async () => {
    const { script } = await importTask(
      '          - callTask: {name: Again, targetTaskRef: "/inboundCall/tasks/task[begin_12]"}',
    );
    expect(Object.keys(script.nodes).length).toBeLessThan(10);
  });
});

describe('templates', () => {
  test('keep every place, and are unknown', async () => {
    const source = flow(
      menu(
        `          - menuTransferToAcd: {name: Go, dtmf: digit_1, targetQueue: {lit: {name: {{queue_name}}}}}`,
      ),
      'initialGreeting: {tts: {{greeting}}}\n  startUpRef: ./menus/menu[main]',
    );
    expect(fillTemplates(source.text)).toHaveLength(source.text.length);
    const { node, textAt } = await importSource(source);
    expect(node('go')).toMatchObject({ queue: { unknown: '{{queue_name}}' } });
    expect(node('initial-greeting')).toMatchObject({ say: { unknown: '{{greeting}}' } });
    expect(textAt('nodes', 'initial-greeting')).toBe('{{greeting}}');
  });
});

describe('other flows', () => {
  test.each(['outboundCall', 'inboundEmail', 'workflow', 'inboundShortMessage'])(
    '%s is told for what it is',
    async (type) => {
      const { documents, findings } = await readMenuFile({
        path: 'x.yaml',
        text: `${type}:\n  name: X\n`,
      });
      expect(documents).toEqual([]);
      expect(findings).toMatchObject([
        { ruleId: 'unsupported-format', at: { start: { line: 1 } } },
      ]);
    },
  );

  test('of a queue are what callers hear while they wait', async () => {
    const { script } = await importSource({
      path: 'x.yaml',
      text: 'inqueueCall:\n  name: Wait\n  startUpTaskActions:\n    - playAudio: {name: Hold, audio: {tts: Please wait.}}\n',
    });
    expect(script.nodes).toMatchObject({ hold: { to: 'waiting' }, waiting: { kind: 'queue' } });
  });
});

describe('broken and hostile files', () => {
  test.each([
    ['inboundCall:\n  name: "x', 'syntax'],
    ['inboundCall:\n  name: [a\n', 'syntax'],
    [`inboundCall:\n  a: ${'['.repeat(9000)}`, 'syntax'],
  ])('%j is one finding', async (text, ruleId) => {
    const { documents, findings } = await readMenuFile({ path: 'x.yaml', text });
    expect(documents).toEqual([]);
    expect(findings).toMatchObject([{ ruleId }]);
  });

  const anything = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('x', '', 1, true, null, '{{t}}', '/inboundCall/menus/menu[main]'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          ...[
            'menu',
            'choices',
            'menuTask',
            'menuSubMenu',
            'task',
            'actions',
            'name',
            'dtmf',
            'audio',
          ],
          ...['outputs', 'failure', 'playAudio', 'loop', 'callTask', 'targetTaskRef', 'lit', 'exp'],
          ...['tts', 'switch', 'evaluate', 'cases', 'constructor', 'refId', 'digits', 'decision'],
        ),
        tie('value'),
        { maxKeys: 4 },
      ),
    ),
  })).value;

  test('any values become a script that is valid, with a place for everything', async () => {
    await fc.assert(
      fc.asyncProperty(anything, anything, anything, async (menus, tasks, settings) => {
        const list = (key: string, value: unknown) => [{ [key]: value }, value];
        const body = {
          name: 'X',
          startUpRef: './menus/menu[main]',
          menus: list('menu', menus),
          tasks: list('task', { refId: 'x', actions: tasks }),
          settingsMenu: settings,
        };
        const text = `inboundCall:\n  ${JSON.stringify(body)}\n`;
        const { documents, findings } = await readMenuFile({ path: 'x.yaml', text });
        expect(findings).toEqual([]);
        for (const { script, places } of documents) {
          const again = parseScript({ path: 'a', text: writeNativeScript(script, 'yaml') });
          expect(again.findings).toEqual([]);
          for (const id of Object.keys(script.nodes)) expect(places.has(['nodes', id])).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Menus, choices, tasks, states and actions, with how errors are handled where callers hear of it. */
function blocksIn(tree: unknown): number {
  const lists = ['menus', 'choices', 'tasks', 'states', 'actions', 'startUpTaskActions'];
  let count = 0;
  const waiting: unknown[] = [tree];
  for (const value of waiting) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      waiting.push(child);
      if (Array.isArray(child) && lists.includes(key)) count += child.length;
      if (key === 'menuSubMenu') count += 1;
      if (key === 'preHandlingAudio' && !JSON.stringify(child).includes('noValue')) count += 1;
    }
  }
  return count;
}

(hasCorpus ? describe : describe.skip)('every file of the corpus of real flows', () => {
  test.each(corpusFiles('genesys-cloud').map((file) => [file.path, file] as const))(
    '%s',
    async (_, file) => {
      const source = corpusSource(file);
      const { documents, findings, report } = await readMenuFile(source);
      for (const { at } of findings) expectPlaceIn(source, at);
      if (documents.length === 0) expect(findings).toHaveLength(1);
      for (const { script, places } of documents) {
        expect(findings).toEqual([]);
        const again = parseScript({ path: 'a', text: writeNativeScript(script, 'yaml') });
        expect(again.findings).toEqual([]);
        for (const id of Object.keys(script.nodes)) expectPlaceIn(source, places.at(['nodes', id]));
        expect(report?.opaque).toEqual({});
        const { blocksAsNodes = 0, folded = [], notBlocks = 0, blocks } = report ?? {};
        expect(blocks).toBe(blocksIn(parse(fillTemplates(source.text))));
        expect(blocksAsNodes + folded.length + notBlocks).toBe(blocks);
        for (const { node, at } of folded) {
          expect(script.nodes[node]?.kind).toBe('menu');
          expectPlaceIn(source, at);
        }
      }
    },
  );
});

test('tasks that call each other twice a level are not copied without end', async () => {
  const called = (index: number) =>
    `          - callTask: {name: Call, targetTaskRef: "/inboundCall/tasks/task[t${index}]"}`;
  const tasks = Array.from(
    { length: 24 },
    (_, index) => `    - task:
        name: T${index}
        refId: t${index}
        actions:
${called(index + 1)}
${called(index + 1)}`,
  );
  const { documents } = await readMenuFile(
    flow(`  tasks:\n${tasks.join('\n')}`, 'startUpRef: "/inboundCall/tasks/task[t0]"'),
  );
  const nodes = Object.keys(documents[0]?.script.nodes ?? {}).length;
  expect(nodes).toBeGreaterThan(24);
  expect(nodes).toBeLessThan(50_000);
});
