import { describe, expect, test } from '@jest/globals';
import { parseIvrReport } from '../../../src/calls/report/parse-ivr-report.ts';

const read = (value: unknown) =>
  parseIvrReport({ path: 'aggregates.json', text: `\uFEFF${JSON.stringify(value)}` });

type Stats = Readonly<Record<string, number>>;
const metric = (name: string, stats: Stats) => ({ metric: name, stats });
const result = (group: object, ...metrics: readonly object[]) => ({
  group: { mediaType: 'voice', flowId: 'f1', ...group },
  data: [{ interval: '2026-03-02T00:00:00Z/2026-03-03T00:00:00Z', metrics }],
});

describe('flow aggregates of Genesys Cloud', () => {
  test('tell visits by milestones, and how tasks ended by outcomes', () => {
    const report = read({
      results: [
        result({ flowMilestoneId: 'm1' }, metric('nFlowMilestone', { count: 120 })),
        result({ flowMilestoneId: 'm1' }, metric('nFlowMilestone', { count: 30 })),
        result(
          { flowOutcomeId: 'o1', flowOutcomeValue: 'SUCCESS' },
          metric('nFlowOutcome', { count: 40 }),
          metric('tFlowOutcome', { count: 40, sum: 500_000, min: 1, max: 90_000 }),
        ),
        result(
          { flowOutcomeId: 'o1', flowOutcomeValue: 'FAILURE' },
          metric('nFlowOutcome', { count: 10 }),
        ),
      ],
    });
    expect(report.layout).toBe('flow aggregates of Genesys Cloud');
    expect(report.counts).toEqual([
      { node: 'm1', exit: 'enter', count: 150, seconds: undefined },
      { node: 'o1', exit: 'success', count: 40, seconds: 12.5 },
      { node: 'o1', exit: 'failure', count: 10, seconds: undefined },
    ]);
    expect(report.rows).toEqual({ read: 5, used: 5, rejected: 0 });
    expect(report.ignored).toEqual([]);
  });

  test('count no chats, and reject what names no milestone, no outcome or no value', () => {
    const report = read({
      results: [
        result(
          { mediaType: 'chat', flowMilestoneId: 'm1' },
          metric('nFlowMilestone', { count: 9 }),
        ),
        result({}, metric('nFlowMilestone', { count: 9 })),
        result({ flowOutcomeId: 'o1' }, metric('nFlowOutcome', { count: 9 })),
        result({ flowMilestoneId: 'm1' }, metric('nFlowMilestone', { count: 1.5 })),
        result({}, metric('nFlow', { count: 9 })),
        { group: {} },
      ],
    });
    expect(report.counts).toEqual([]);
    expect(report.rows).toEqual({ read: 5, used: 2, rejected: 3 });
    expect(report.ignored).toEqual(['nFlow']);
    expect(report.rejectedBy).toEqual({
      'count not a whole number': 1,
      'no exit': 1,
      'no node': 1,
    });
  });

  test.each(['{}', '{"results": []}', '{"results": [{"group": {}}]}', '{broken'])(
    '%s is no such answer',
    (text) => {
      expect(() => parseIvrReport({ path: 'x.json', text })).toThrow('x.json is not an IVR report');
    },
  );
});
