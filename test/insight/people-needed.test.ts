import { describe, expect, test } from '@jest/globals';
import { peopleNeededInsight } from '../../src/insight/people-needed.ts';
import { eventsOf, insightInputOf } from '../support/insights-of.ts';
import { flowOf } from '../support/script-of.ts';

const flow = flowOf(`
  main:
    kind: menu
    say: Main menu.
    options:
      - {key: '1', say: 'For sales, press 1.', to: sales}
      - {key: '2', say: 'For our hours, press 2.', to: hours}
  sales: {kind: queue, queue: sales-team}
  hours: {kind: announcement, say: Nine to five., to: bye}
  bye: {kind: hangup}
`);

/** A call a minute from eight o'clock on: 59 or 60 in each hour, three of four to the queue. */
const calls = Array.from({ length: 30 }, () => [
  ...['main 1 sales queue answer hangup', 'main 1 sales queue answer hangup'],
  ...['main 1 sales queue abandon', 'main 2 hours bye disconnect'],
]).flat();
const input = insightInputOf(flow, eventsOf(flow, calls));

describe('the people that a busiest hour takes', () => {
  test('are told for what the log holds and for how long people talk', () => {
    const { tables } = peopleNeededInsight.find({ ...input, agentSeconds: { other: 300 } });
    const [row] = tables[0]?.rows ?? [];
    expect(row).toMatchObject({ queue: 'sales-team', service: 300, calls: 45, people: 6 });
    // Each of the 90 waits took a second, and 30 callers gave up.
    expect(row?.['patience']).toBeCloseTo(3, 6);
    expect(row?.['within']).toBeGreaterThan(0.8);
    expect(Number(row?.['leftWithFewer'])).toBeGreaterThan(Number(row?.['left']));
  });

  test('are those of the queue itself where its conversations are told', () => {
    const agentSeconds = { 'sales-team': 60, other: 600 };
    const { tables } = peopleNeededInsight.find({ ...input, agentSeconds });
    expect(tables[0]?.rows[0]).toMatchObject({ service: 60, people: 2 });
  });

  test('can not be told without the length of conversations, or without waits', () => {
    expect(peopleNeededInsight.find(input).unknown).toMatch(/--agent-seconds/);
    const none = insightInputOf(flow, eventsOf(flow, ['main 2 hours bye disconnect']));
    expect(peopleNeededInsight.find(none).unknown).toMatch(/no queue event/);
  });

  test('are not reckoned for conversations that nobody has', () => {
    const { tables, notes } = peopleNeededInsight.find({ ...input, agentSeconds: { other: 1e12 } });
    expect(tables[0]?.rows[0]?.['people']).toBeUndefined();
    expect(notes?.join(' ')).toMatch(/more than 10000 people/);
  });

  test('are not told for a handful of calls', () => {
    const few = insightInputOf(flow, eventsOf(flow, ['5x main 1 sales queue answer hangup']));
    const { tables, notes } = peopleNeededInsight.find({ ...few, agentSeconds: { other: 300 } });
    expect(tables[0]?.rows[0]?.['people']).toBeUndefined();
    expect(notes?.join(' ')).toMatch(/fewer than 10 calls/);
  });
});
