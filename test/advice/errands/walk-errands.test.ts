import { describe, expect, test } from '@jest/globals';
import { errandsOf } from '../../../src/advice/errands/errands-of.ts';
import type { Errands } from '../../../src/advice/errands/errand.ts';
import { walkErrands, type Walked } from '../../../src/advice/errands/walk-errands.ts';
import { buildCallFlow } from '../../../src/flow/build-call-flow.ts';
import type { CallFlow } from '../../../src/flow/call-flow.ts';
import { eventsOf, insightInputOf } from '../../support/insights-of.ts';
import { flowOf } from '../../support/script-of.ts';
import { workedModel } from '../../support/worked-tree.ts';

const model = { ...workedModel, press: 2 };
const say = (seconds: number, text = '') =>
  `{recording: a.wav, length: ${seconds}${text === '' ? '' : `, text: "${text}"`}}`;

function errandsIn(flow: CallFlow, calls: readonly string[]): Errands {
  const { replay } = insightInputOf(flow, eventsOf(flow, calls));
  return errandsOf(flow, replay, model);
}

/** Seconds a call before and after, and the walk over the other script. */
function change(was: CallFlow, is: CallFlow, calls: readonly string[]) {
  const errands = errandsIn(was, calls);
  const after: Walked = walkErrands(is, errands, model);
  return {
    before: walkErrands(was, errands, model).secondsPerCall,
    after: after.secondsPerCall,
    walked: after,
  };
}

/** The flow of a script whose JSON is changed. */
const flowFrom = ({ script }: CallFlow, edit: (text: string) => string): CallFlow =>
  buildCallFlow(JSON.parse(edit(JSON.stringify(script))) as CallFlow['script']);

/** A bank: accounts and cards have menus of their own, every label takes 3 s, every header 1 s. */
const bank = ({ root = '', accounts = '', extra = '', rest = '' } = {}) =>
  flowOf(`
  main:
    kind: menu
    say: ${say(1)}
    ${extra}
    options:
${root === '' ? '      - {key: "1", say: {recording: a.wav, length: 3}, title: Accounts, to: accounts}\n      - {key: "2", say: {recording: a.wav, length: 3}, title: Cards, to: cards}\n      - {key: "0", say: {recording: a.wav, length: 3}, title: Adviser, role: agent, to: desk}' : root}
    noInput: {wait: 5, attempts: 2, to: desk}
  accounts:
    kind: menu
    say: ${say(1)}
    options:
${accounts === '' ? '      - {key: "1", say: {recording: a.wav, length: 3}, title: Statements, to: statements}\n      - {key: "2", say: {recording: a.wav, length: 3}, title: Balance, reason: balance, to: balance}' : accounts}
  cards:
    kind: menu
    say: ${say(1)}
    options:
      - {key: "1", say: ${say(3)}, title: Lost card, to: desk}
      - {key: "2", say: ${say(3)}, title: PIN, to: pin}
  statements: {kind: task, task: statements, success: bye, failure: desk}
  balance: {kind: task, task: balance, success: bye, failure: desk}
  pin: {kind: task, task: pin, success: bye, failure: desk}
  desk: {kind: queue, queue: desk}
  bye: {kind: hangup}
${rest}`);
const option = (key: number, title: string, to: string, more = '') =>
  `      - {key: "${key}", say: {recording: a.wav, length: 3}, title: ${title}, ${more}to: ${to}}`;

const balance = 'main 1 accounts 2 balance + bye disconnect';

describe('callers over a changed menu', () => {
  test('listen less when what they want comes sooner', () => {
    const sooner = bank({
      accounts: [
        option(1, 'Balance', 'balance', 'reason: balance, '),
        option(2, 'Statements', 'statements'),
      ].join('\n'),
    });
    const { before, after } = change(bank(), sooner, [`10x ${balance}`]);
    expect(before).toBe(1 + 3 + 2 + (1 + 6 + 2));
    expect(after).toBe(1 + 3 + 2 + (1 + 3 + 2));
  });

  test('take a shortcut that is said for them', () => {
    const root = [
      option(1, 'Accounts', 'accounts'),
      option(2, 'Balance', 'balance', 'reason: balance, '),
      option(3, 'Cards', 'cards'),
      option(0, 'Adviser', 'desk', 'role: agent, '),
    ].join('\n');
    const { after, walked } = change(bank(), bank({ root }), [
      `10x ${balance}`,
      '10x main 0 desk queue:desk answer',
    ]);
    expect(after).toBe((1 + 6 + 2 + (1 + 12 + 2)) / 2);
    expect(walked.errands[0]?.presses).toBe(1);
  });

  test('look for their own words, not for another way to the same queue', () => {
    const { walked } = change(bank(), bank(), [
      '2x main 2 cards 1 desk queue:desk answer',
      'main 0 desk queue:desk answer',
    ]);
    expect(walked.errands.map(({ seconds }) => seconds)).toEqual([
      1 + 6 + 2 + 1 + 3 + 2,
      1 + 9 + 2,
    ]);
  });

  test('find what was in a menu that is gone', () => {
    const root = [
      option(1, 'Statements', 'statements'),
      option(2, 'Balance', 'balance', 'reason: balance, '),
      option(3, 'Cards', 'cards'),
      option(0, 'Adviser', 'desk', 'role: agent, '),
    ].join('\n');
    const calls = [
      `3x ${balance}`,
      '2x main 1 accounts hangup',
      '1x main ~ 1 accounts ~ 1 statements + bye disconnect',
    ];
    const { walked } = change(bank(), bank({ root }), calls);
    expect(walked.unreachable).toEqual([]);
    // Who left in the menu that is gone leaves in the one before; who was silent there is silent here.
    expect(walked.astray).toBe(2);
    expect(walked.errands.map(({ seconds }) => seconds)).toEqual([
      1 + 6 + 2,
      1 + 6,
      1 + 3 + 2 + 2 * (1 + 12 + 5),
    ]);
  });

  test('are told when what they want is gone', () => {
    const root = [option(2, 'Cards', 'cards'), option(0, 'Adviser', 'desk', 'role: agent, ')].join(
      '\n',
    );
    const { walked } = change(bank(), bank({ root }), [
      `7x ${balance}`,
      '3x main 0 desk queue:desk answer',
    ]);
    expect(walked.unreachable).toMatchObject([{ goal: 'balance', calls: 7 }]);
    expect(walked.calls).toBe(3);
    expect(walked.secondsPerCall).toBe(1 + 6 + 2);
  });

  test('take no option that is meant for others', () => {
    const root = [option(1, 'Accounts', 'accounts'), option(2, 'Adviser', 'desk', 'role: agent, ')];
    const cards = 'main 2 cards 1 desk queue:desk answer';
    const { walked } = change(bank(), bank({ root: root.join('\n') }), [`4x ${cards}`]);
    expect(walked.unreachable).toEqual([
      { goal: 'desk', by: { menu: 'cards', option: 0 }, calls: 4 },
    ]);
    const renamed = [...root, option(3, 'Stolen or lost', 'desk')].join('\n');
    expect(change(bank(), bank({ root: renamed }), [`4x ${cards}`]).after).toBe(1 + 9 + 2);
  });

  test('pay nothing for an option behind theirs, unless they hear the whole menu first', () => {
    const root = [
      option(1, 'Accounts', 'accounts'),
      option(2, 'Cards', 'cards'),
      option(0, 'Adviser', 'desk', 'role: agent, '),
      option(4, 'News', 'statements'),
    ].join('\n');
    const calls = [`4x ${balance}`, '6x main 2 cards 2 pin + bye disconnect'];
    const errands = errandsIn(bank(), calls);
    const seconds = (flow: CallFlow, fullListenShare: number) =>
      walkErrands(flow, errands, { ...model, fullListenShare }).secondsPerCall ?? NaN;
    expect(seconds(bank({ root }), 0)).toBe(seconds(bank(), 0));
    expect(seconds(bank({ root }), 0.5) - seconds(bank(), 0.5)).toBeCloseTo(0.5 * 3, 12);
  });

  test('take twice as long over prompts that do, but for what is pressed', () => {
    const double = flowFrom(bank(), (text) =>
      text.replaceAll('"length":3', '"length":6').replaceAll('"length":1', '"length":2'),
    );
    const { before, after } = change(bank(), double, [
      `4x ${balance}`,
      '1x main 1 accounts hangup',
    ]);
    const pressed = (4 * 2 * 2 + 1 * 2) / 5;
    expect((after ?? 0) - pressed).toBeCloseTo(2 * ((before ?? 0) - pressed), 12);
  });

  test('gain nothing by another order where they cannot interrupt', () => {
    const root = [
      option(1, 'Cards', 'cards'),
      option(2, 'Accounts', 'accounts'),
      option(0, 'Adviser', 'desk', 'role: agent, '),
    ].join('\n');
    const { before, after } = change(
      bank({ extra: 'bargeIn: false' }),
      bank({ extra: 'bargeIn: false', root }),
      [`5x ${balance}`, '5x main 2 cards 2 pin + bye disconnect'],
    );
    expect(after).toBe(before);
  });

  test('keep their silence, and wait at the menu until it goes on', () => {
    const silent = ['main ~ ~ desk queue:desk answer'];
    expect(change(bank(), bank(), silent).after).toBe(2 * (1 + 9 + 5));
    const root = [
      option(1, 'Accounts', 'accounts'),
      option(0, 'Adviser', 'desk', 'role: agent, '),
    ].join('\n');
    expect(change(bank(), bank({ root }), silent).after).toBe(2 * (1 + 6 + 5));
  });

  test('go astray as before, as long as there is a place for it', () => {
    const was = flowOf(`
  main:
    kind: menu
    options:
${option(1, 'Bills', 'bills')}
${option(2, 'Faults', 'faults')}
  bills:
    kind: menu
    options:
${option(1, 'Pay', 'desk')}
      - {key: "9", say: ${say(3)}, do: back}
  faults: {kind: queue, queue: faults}
  desk: {kind: queue, queue: desk}`);
    const { before, after } = change(was, was, [
      'main 1 bills 9 main 2 faults queue:faults answer',
    ]);
    expect(before).toBe(3 + 2 + (6 + 2) + (6 + 2));
    expect(after).toBe(before);
  });

  test('are found again in a script whose ids are others', () => {
    const other = flowOf(`
  root:
    kind: menu
    say: ${say(1)}
    options:
${option(1, 'What you have', 'look', 'reason: balance, ')}
${option(0, 'People', 'team')}
  look: {kind: task, task: balance, success: over, failure: team}
  team: {kind: queue, queue: desk}
  over: {kind: hangup}`);
    const calls = [
      `5x ${balance}`,
      '4x main 0 desk queue:desk answer',
      '2x main 2 cards 2 pin + bye disconnect',
    ];
    const { walked } = change(bank(), other, calls);
    expect(walked.errands.map(({ seconds, isReached }) => (isReached ? seconds : 'gone'))).toEqual([
      1 + 3 + 2,
      1 + 6 + 2,
      'gone',
    ]);
    expect(walked.unreachable).toMatchObject([{ goal: 'pin', calls: 2 }]);
  });

  test('get the answers that their calls got, and none where a new question is asked', () => {
    const hours = (branch: string) =>
      flowOf(`
  hours: ${branch}
  main:
    kind: menu
    say: ${say(1)}
    options:
${option(1, 'People', 'desk')}
  closed: {kind: announcement, say: ${say(4)}, to: bye}
  desk: {kind: queue, queue: desk}
  bye: {kind: hangup}`);
    const office =
      '{kind: branch, on: {calendar: office}, cases: [{when: open, to: main}], otherwise: closed}';
    const shop =
      '{kind: branch, on: {calendar: shop}, cases: [{when: open, to: main}], otherwise: closed}';
    const calls = ['3x hours main 1 desk queue:desk answer', '2x hours closed bye disconnect'];
    const same = change(hours(office), hours(office), calls);
    expect(same.after).toBe((3 * 6 + 2 * 4) / 5);
    expect(change(hours(office), hours(shop), calls).walked.unreachable).toEqual([]);
    const moved = hours(office.replace('branch', 'branch, title: Hours')); // the same question
    expect(change(hours(office), moved, calls).after).toBe(same.after);
    const asked = flowOf(`
  first: {kind: branch, on: {attribute: vip}, cases: [{when: "yes", to: desk}], otherwise: hours}
  hours: ${office}
  main:
    kind: menu
    say: ${say(1)}
    options:
${option(1, 'People', 'desk')}
  closed: {kind: announcement, say: ${say(4)}, to: bye}
  desk: {kind: queue, queue: desk}
  bye: {kind: hangup}`);
    expect(change(hours(office), asked, calls).walked.unreachable).toMatchObject([
      { goal: 'desk', calls: 3 },
    ]);
  });

  test('hear their language', () => {
    const spoken = (first: string, second: string) =>
      flowOf(
        `
  ask:
    kind: menu
    options:
      - {key: "1", say: ${say(3)}, language: ${first}, to: main}
      - {key: "2", say: ${say(3)}, language: ${second}, to: main}
  main: {kind: announcement, say: {recording: {en: a.wav, el: b.wav}, length: {en: 10, el: 20}}, to: desk}
  desk: {kind: queue, queue: desk}`,
      );
    const calls = ['3x ask 1 main desk queue:desk answer', '1x ask 2 main desk queue:desk answer'];
    const { before, after } = change(spoken('en', 'el'), spoken('el', 'en'), calls);
    expect(before).toBe((3 * (3 + 2 + 10) + (6 + 2 + 20)) / 4);
    expect(after).toBe((3 * (6 + 2 + 10) + (3 + 2 + 20)) / 4);
  });
});
