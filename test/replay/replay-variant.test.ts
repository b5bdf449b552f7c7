import { describe, expect, test } from '@jest/globals';
import { replayVariant } from '../../src/replay/replay-variant.ts';
import { waysOf } from '../../src/replay/ways.ts';
import { pathOf } from '../support/path-of.ts';
import { flowOf } from '../support/script-of.ts';

const flow = flowOf(
  `  hours:
    kind: branch
    on: {calendar: office}
    cases: [{when: open, to: main}]
    otherwise: closed-notice
  main:
    kind: menu
    options:
      - {key: "1", to: pin}
      - {key: "2", to: address}
      - {key: "3", to: sales-hours}
      - {key: "4", to: more}
      - {key: "5", to: partner}
      - {key: "6", to: book}
      - {key: "7", to: lookup}
      - {key: "8", to: farewell}
      - {key: "9", to: bye}
      - {key: "0", role: agent, to: people}
      - {key: "#", do: repeat}
    noInput: {to: sorry}
  more: {kind: menu, options: [{key: "1", to: people}, {key: "*", do: back}, {key: "2", to: guest}], noInput: {to: main}}
  pin: {kind: collect, to: balance, noMatch: {to: people}}
  balance: {kind: task, task: balance, say: It is, success: main, failure: people}
  lookup: {kind: task, task: look-up, selfService: false, success: main, failure: bye}
  address: {kind: announcement, say: We are at, to: bye}
  sales-hours: {kind: branch, on: {calendar: sales}, cases: [{when: open, to: people}], otherwise: closed-notice}
  closed-notice: {kind: announcement, say: Closed, to: bye}
  farewell: {kind: announcement, say: Goodbye, tags: [closing], to: bye}
  sorry: {kind: announcement, say: Sorry, to: bye}
  people: {kind: queue, queue: people, overflow: {to: voicemail}, closed: {to: closed-notice}}
  partner: {kind: transfer, number: "+1", failure: people}
  survey: {kind: menu, options: [{key: "1", to: bye}]}
  guest: {kind: transfer, number: "+2", to: survey, failure: main}
  book: {kind: callback, to: farewell, failure: people}
  voicemail: {kind: voicemail, to: bye, error: main}
  bye: {kind: hangup}
`,
  'entries: [{number: "+1800", start: hours}, {number: "+1801", start: more}]',
);
const ways = waysOf(flow);
const replay = (words: string) => replayVariant(ways, pathOf(words));

describe('the outcome of a call', () => {
  test.each([
    ['self-served', 'start hours > main 1 > pin ? > balance success > main hangup'],
    [
      'self-served',
      'start hours > main 1 > pin ? > balance success > main noinput > sorry > bye disconnect',
    ],
    ['self-served', 'start hours > main 1 > pin ? > balance success end'],
    ['self-served', 'start hours > main 1 > pin ? > balance > main hangup'],
    ['self-served', 'start hours > main 2 > address > bye disconnect'],
    ['self-served', 'start hours > main 2 > address > bye hangup'],
    ['routed', 'start more 1 > people queue answer'],
    ['routed', 'start more 1 > people queue answer hangup end'],
    ['routed', 'start more 1 > people queue end'],
    [
      'routed',
      'start hours > main 1 > pin ? > balance success > main 3 > sales-hours > people queue answer',
    ],
    ['routed', 'start hours > main 5 > partner transfer'],
    ['routed', 'start more 2 > guest transfer > survey hangup'],
    ['routed', 'start more 2 > guest success > survey 1 > bye disconnect'],
    ['opted-out', 'start hours > main 0 > people queue answer'],
    ['opted-out', 'start hours > main 1 > pin ? > balance success > main 0 > people queue answer'],
    ['hung-up', 'start hours > main hangup'],
    ['hung-up', 'start hours > main 1 > pin hangup'],
    ['hung-up', 'start hours > main 2 > address hangup'],
    ['hung-up', 'start hours > main 7 > lookup success > main hangup'],
    ['hung-up', 'start hours > main noinput hangup'],
    ['hung-up', 'start hours > main 9 > bye disconnect'],
    ['hung-up', 'start hours > main 8 > farewell > bye disconnect'],
    ['hung-up', 'start hours > closed-notice hangup'],
    ['hung-up', 'start hangup'],
    ['hung-up', 'start more 1 > people queue > voicemail > main hangup'],
    ['hung-up', 'start more 1 > people queue > voicemail failure > main hangup'],
    ['hung-up', 'start hours > main 6 > book hangup'],
    ['timed-out', 'start hours > main noinput noinput noinput > sorry > bye disconnect'],
    ['timed-out', 'start hours > main noinput > sorry > bye hangup'],
    ['timed-out', 'start hours > main nomatch nomatch nomatch disconnect'],
    ['timed-out', 'start more noinput disconnect'],
    ['failed', 'start hours > main disconnect'],
    ['failed', 'start more noinput > main disconnect'],
    ['failed', 'start hours > main noinput 1 > pin disconnect'],
    ['failed', 'start hours > main 1 > pin ? > balance disconnect'],
    ['failed', 'start hours > main 7 > lookup failure > bye disconnect'],
    ['failed', 'start hours > closed-notice > bye disconnect'],
    ['failed', 'start hours > main 3 > sales-hours > closed-notice > bye disconnect'],
    ['failed', 'start hours > main 3 > closed-notice > bye disconnect'],
    ['failed', 'start more 1 > people > closed-notice > bye disconnect'],
    ['failed', 'start more 1 > people queue disconnect'],
    ['queue-abandoned', 'start more 1 > people queue abandon'],
    ['queue-abandoned', 'start more 1 > people queue hangup'],
    ['queue-abandoned', 'start hours > main 0 > people queue abandon'],
    [
      'queue-abandoned',
      'start hours > main 1 > pin ? > balance success > main 0 > people queue abandon',
    ],
    ['queue-abandoned', 'start hours > main 5 > partner hangup'],
    ['messaged', 'start more 1 > people queue > voicemail hangup'],
    ['messaged', 'start more 1 > people queue > voicemail > bye disconnect'],
    ['messaged', 'start hours > main 6 > book success > farewell > bye disconnect'],
    ['messaged', 'start hours > main 6 > book > farewell hangup'],
    ['messaged', 'start hours > main 0 > people queue > voicemail > bye disconnect answer'],
    ['unfinished', 'start hours > main 1 > pin'],
    ['unfinished', 'start hours > main end'],
    ['unfinished', 'start more 1 > people queue'],
    ['unfinished', 'start hours > main 1 > pin ? > balance success > main'],
    ['unfinished', ''],
  ])('%s: %s', (outcome, words) => {
    expect(replay(words).outcome).toBe(outcome);
  });

  test('of failed calls those that the script ends are told apart', () => {
    expect(replay('start hours > closed-notice > bye disconnect').turnedAway).toBe(true);
    expect(replay('start hours > main disconnect').turnedAway).toBe(false);
  });
});

describe('moves that the flow allows', () => {
  test.each([
    ['a repeat option comes to its menu again', 'start hours > main # > main hangup'],
    ['going back comes to the menu before', 'start hours > main 4 > more * > main hangup'],
    [
      'a prompt that is said again without an enter',
      'start hours > main noinput nomatch 1 > pin hangup',
    ],
    ['a prompt that is said again with one', 'start hours > main noinput > main 1 > pin hangup'],
    ['a log that is silent about branches', 'start > main 3 > people queue answer'],
    ['a log that is silent about keys', 'start hours > main > pin > balance > main hangup'],
    ['a key that is told twice, pressed and not known', 'start hours > main 55 nomatch hangup'],
    ['the number that leads to the entry', 'start=+1801 more 1 > people queue answer'],
    ['a call that is handed back', 'start more 2 > guest transfer > survey hangup'],
    ['an event that names its node without having come there', 'start hours > main 1 hangup@pin'],
    ['what a log says behind the answer', 'start more 1 > people queue answer disconnect end'],
  ])('%s: %s', (_, words) => {
    const replayed = replay(words);
    expect(replayed.deviations).toEqual([]);
    expect(replayed.fitting).toBe(replayed.moves);
  });

  test('branches that a log is silent about count as visited', () => {
    expect(replay('start hours > main 3 > people queue answer').visits).toEqual([
      'hours',
      'main',
      'sales-hours',
      'people',
    ]);
  });

  test('an option and the way through a branch both count as taken', () => {
    const { edges } = replay('start hours > main 3 > people queue answer');
    expect(edges.map(({ from, to, value }) => `${from} ${value ?? ''} ${to}`)).toEqual([
      'hours open main',
      'main 3 sales-hours',
      'sales-hours open people',
    ]);
  });
});

describe('moves that the flow does not allow', () => {
  test.each([
    ['no-such-move', 'main', 'pin', 'start hours > main 2 > pin hangup'],
    ['no-such-move', 'main', 'people', 'start hours > main noinput > people queue answer'],
    ['no-such-move', 'pin', 'main', 'start hours > main 1 > pin ? > main hangup'],
    ['no-such-move', 'people', 'main', 'start more 1 > people queue > main hangup'],
    ['no-such-move', 'main', 'balance', 'start hours > main success@balance end'],
    ['unknown-node', 'cards-2', undefined, 'start hours > main 1 > cards-2 hangup'],
    ['unknown-node', 'toString', undefined, 'start hours > main 1 > toString hangup'],
    ['unknown-start', '', 'pin', 'start pin hangup'],
    ['unknown-start', '', 'pin', 'pin hangup'],
    ['unknown-start', '', 'main', 'start=+1801 main hangup'],
    ['unknown-start', '', undefined, 'start=other'],
    ['event-not-possible', 'closed-notice', undefined, 'start hours > closed-notice 1 hangup'],
    ['event-not-possible', 'main', undefined, 'start hours > main success hangup'],
    ['event-not-possible', 'main', undefined, 'start hours > main 55 hangup'],
    ['event-not-possible', 'main', undefined, 'start hours > main abandon'],
    ['event-not-possible', 'main', undefined, 'start hours > main start hangup'],
    ['event-not-possible', 'main', undefined, 'start hours > main hangup noinput noinput'],
    ['event-not-possible', '', undefined, 'start answer'],
  ])('%s at "%s" to %s: %s', (kind, node, to, words) => {
    const replayed = replay(words);
    expect(replayed.deviations).toEqual([expect.objectContaining({ kind, node, to })]);
    expect(replayed.fitting).toBe(
      replayed.moves - (words.includes('-2') || words.includes('toS') ? 2 : 1),
    );
  });

  test('a node that the script lacks is one deviation, and the call is taken up behind it', () => {
    const replayed = replay(
      'start hours > main 1 > check ? nomatch ? > pin ? > balance success hangup',
    );
    expect(replayed.deviations).toHaveLength(1);
    expect(replayed.visits).toEqual(['hours', 'main', 'pin', 'balance']);
    expect(replayed).toMatchObject({ outcome: 'self-served', lastNode: 'balance' });
  });

  test('a call that ends at a node the script lacks is lost at no node of it', () => {
    expect(replay('start hours > main 1 > check hangup')).toMatchObject({
      outcome: 'hung-up',
      lastNode: undefined,
    });
  });
});
