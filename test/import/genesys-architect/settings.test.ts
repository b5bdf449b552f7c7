import { describe, expect, test } from '@jest/globals';
import { importSource } from '../../support/studio-flow.ts';

const importFlow = (settings: string, choices = '', more = '') =>
  importSource({
    path: 'flow.yaml',
    text: `inboundCall:
  name: Main line
  startUpRef: ./menus/menu[main]
${settings}
  menus:
    - menu:
        name: Main Menu
        refId: main
${more}
        choices:
          - menuDisconnect: {name: Bye, refId: bye_3, dtmf: digit_9}
${choices}
  tasks:
    - task:
        name: Look Up
        refId: look_up
        actions:
          - callData: {name: Data}
          - decision: {name: Known, condition: {exp: Flow.known}}
          - callData: {name: Own, outputs: {failure: {actions: [{disconnect: {name: Gone}}]}}}
`,
  });

const errors = (handling: string, audio = '') =>
  `  settingsErrorHandling: {errorHandling: {${handling}}${audio}}`;
const audio = ', preHandlingAudio: {tts: Something went wrong.}';

describe('an error of a flow', () => {
  test('is told and ends the call', async () => {
    const { node, walk } = await importFlow(errors('disconnect: {none: true}', audio));
    expect(node('error-audio')).toMatchObject({ say: { text: 'Something went wrong.' } });
    for (const id of ['main-menu', 'data', 'known']) {
      expect(node(id)).toMatchObject({ error: 'error-audio' });
    }
    expect(node('own')).not.toHaveProperty('error');
    expect(walk([{ do: 'error' }])).toEqual(expect.arrayContaining(['main-menu', 'error-audio']));
    expect(walk([{ do: 'error' }]).at(-1)).toBe('disconnect');
  });

  test('needs no way where the call only ends', async () => {
    const { node, script } = await importFlow(errors('disconnect: {none: true}'));
    expect(node('main-menu')).not.toHaveProperty('error');
    expect(Object.keys(script.nodes)).not.toContain('error-handling');
  });

  test('leads to a task, a menu or a queue', async () => {
    const task = '"/inboundCall/tasks/task[look_up]"';
    const toTask = await importFlow(errors(`jumpToTask: {targetTaskRef: ${task}}`));
    expect(toTask.walk([{ do: 'error' }])).toEqual(
      expect.arrayContaining(['error-handling', 'look-up', 'data']),
    );
    const menu = '"/inboundCall/menus/menu[main]"';
    const toMenu = await importFlow(errors(`jumpToMenu: {targetMenuRef: ${menu}}`, audio));
    expect(toMenu.walk([{ do: 'error' }, { do: 'press', key: '9' }])).toEqual(
      expect.arrayContaining(['error-audio', 'error-handling', 'main-menu', 'bye']),
    );
    const toQueue = await importFlow(errors('transferToAcd: {targetQueue: {lit: {name: Desk}}}'));
    expect(toQueue.node('error-handling')).toMatchObject({ kind: 'queue', queue: 'desk' });
  });
});

describe('who makes no choice at a menu', () => {
  test.each([
    ['defaultMenuChoice: {lit: {name: Bye}}'],
    ['defaultChoice: bye_3'],
    ['defaultChoiceRef: "./menus/menu[main]/choices/menuDisconnect[bye_3]"'],
  ])('goes the way of its default: %s', async (written) => {
    const { node } = await importFlow('', '', `        ${written}`);
    expect(node('main-menu')).toMatchObject({ noInput: { to: 'bye' }, noMatch: { to: 'bye' } });
  });

  test('goes nowhere where the default is no choice, and the report tells', async () => {
    const { node, report } = await importFlow('', '', '        defaultChoice: elsewhere');
    expect(node('main-menu')).not.toHaveProperty('noInput.to');
    expect(report.unresolved.map(({ message }) => message)).toEqual([
      'This default is not a choice of the menu that leads somewhere.',
    ]);
    const none = await importFlow('', '', '        defaultChoice: {noValue: true}');
    expect(none.report.unresolved).toEqual([]);
  });
});

describe('who has used up the tries of a menu without a default choice', () => {
  const silence = { do: 'silence' } as const;
  const wrong = { do: 'press', key: '7' } as const;

  test('hears the words of the event handling, and goes its way', async () => {
    const plays = '  settingsMenu: {repeatCount: {lit: 2}}';
    const handling = errors('transferToAcd: {targetQueue: {lit: {name: Desk}}}', audio);
    const { node, walk } = await importFlow(`${handling}\n${plays}`);
    expect(node('main-menu')).toMatchObject({
      noInput: { attempts: 2, to: 'error-audio' },
      noMatch: { attempts: 2, to: 'error-audio' },
    });
    expect(walk([silence, silence]).slice(-2)).toEqual(['error-audio', 'error-handling']);
    expect(walk([wrong, wrong]).at(-1)).toBe('error-handling');
    expect(walk([wrong, silence]).at(-1)).toBe('main-menu');
  });

  test('still goes the way of a default choice, where there is one', async () => {
    const { node } = await importFlow(
      errors('disconnect: {none: true}', audio),
      '',
      '        defaultChoice: bye_3',
    );
    expect(node('main-menu')).toMatchObject({ noInput: { to: 'bye' }, error: 'error-audio' });
  });

  test('is cut off where an error only disconnects; the menu is played three times', async () => {
    const { node, walk } = await importFlow(errors('disconnect: {none: true}'));
    expect(node('main-menu')).toMatchObject({ noInput: { attempts: 3 } });
    expect(node('main-menu')).not.toHaveProperty('noInput.to');
    expect(walk([silence, silence, silence]).at(-1)).toBe('disconnect');
  });
});

describe('settings of all actions of a kind', () => {
  const defaults = `  settingsActionDefaults:
    transferToNumber: {connectTimeout: {lit: {seconds: 20}}}
    dialByExtension: {interDigitTimeout: {lit: {seconds: 6}}}`;
  const call = (wait: string) =>
    `          - menuTransferToNumber: {name: Call, dtmf: digit_1, targetNumber: {lit: "1"}${wait}}`;

  test('hold where an action says nothing of its own', async () => {
    for (const wait of ['', ', connectTimeout: {noValue: true}']) {
      const { node } = await importFlow(defaults, call(wait));
      expect(node('call')).toMatchObject({ wait: 20 });
    }
    const own = await importFlow(defaults, call(', connectTimeout: {lit: {seconds: 3}}'));
    expect(own.node('call')).toMatchObject({ wait: 3 });
    const unknown = await importFlow(defaults, call(', connectTimeout: {exp: Flow.wait}'));
    expect(unknown.node('call')).not.toHaveProperty('wait');
  });

  test('hold for an extension that callers key in', async () => {
    const choice = '          - menuDialByExtension: {name: Extension, dtmf: digit_1}';
    const { node, walk } = await importFlow(defaults, choice);
    expect(node('extension')).toMatchObject({ kind: 'collect', digits: { min: 1, interDigit: 6 } });
    expect(node('extension-dialled')).toMatchObject({
      kind: 'transfer',
      number: { unknown: 'the extension that the caller dials' },
    });
    expect(walk([{ do: 'press', key: '1' }, { do: 'silence' }]).at(-1)).toBe('disconnect');
  });
});

test('outputs that a node has no way for are told, and counted', async () => {
  const { report } = await importFlow(
    '',
    `          - menuTask:
              name: Odd
              dtmf: digit_2
              task:
                actions:
                  - playAudio: {name: Play, outputs: {odd: {actions: [{disconnect: {name: Gone}}]}}}`,
  );
  expect(report.unresolved.map(({ message }) => message)).toEqual([
    `What follows "odd" isn't read.`,
  ]);
  const { blocks, blocksAsNodes = 0, folded = [], notBlocks = 0 } = report;
  expect(notBlocks).toBe(1);
  expect(blocksAsNodes + folded.length + notBlocks).toBe(blocks);
});
