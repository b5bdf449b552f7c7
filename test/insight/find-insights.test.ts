import { describe, expect, test } from '@jest/globals';
import { findInsights } from '../../src/insight/find-insights.ts';
import { judgeFit } from '../../src/insight/judge-fit.ts';
import { insights } from '../../src/insight/insights.ts';
import { insightsToCsv } from '../../src/report/insights-csv.ts';
import { insightsDocument, insightsToJson } from '../../src/report/insights-json.ts';
import { insightsToMarkdown } from '../../src/report/insights-markdown.ts';
import { insightsToText } from '../../src/report/insights-text.ts';
import { IvrError } from '../../src/source/ivr-error.ts';
import { eventsOf, insightInputOf } from '../support/insights-of.ts';
import { flowOf } from '../support/script-of.ts';

const flow = flowOf(
  `
  main:
    kind: menu
    options:
      - {key: "1", reason: "=1+1", to: balance}
      - {key: "2", reason: cards, to: cards}
      - {key: "0", role: agent, to: people}
  balance: {kind: task, task: balance, success: bye, failure: people}
  cards: {kind: queue, queue: cards}
  people: {kind: queue, queue: people}
  bye: {kind: hangup}
`,
  'title: "<b>Bank</b> | @all"',
);

const reportOf = (calls: readonly string[]) => {
  const input = { ...insightInputOf(flow, eventsOf(flow, calls)), findings: [] };
  const { log, replay } = input;
  return { script: flow.script, log, replay, insights: findInsights(input) };
};
const usual = [
  '40x main 1 balance + bye disconnect',
  '30x main 2 cards queue:cards answer hangup',
  '10x main 0 people queue:people abandon',
  '20x main hangup',
];

describe('the registry of insights', () => {
  test('every insight says what it asks, what it counts of what, and where that comes from', () => {
    expect(new Set(insights.map(({ id }) => id)).size).toBe(insights.length);
    for (const { id, title, question, definition, source } of insights) {
      expect(id).toMatch(/^[a-z][a-z-]*$/);
      expect(question).toMatch(/\?$/);
      expect(definition).toMatch(/\.$/);
      expect(Math.min(title.length, source.length)).toBeGreaterThan(4);
    }
  });

  test('a name that is close to an insight is told', () => {
    const { log, replay } = reportOf(usual);
    const ask = () => findInsights({ flow, log, replay }, { only: ['zero-out'] });
    expect(ask).toThrow(IvrError);
    expect(ask).toThrow('zero-outs');
  });

  test('only what is asked for is found, in the order of reports', () => {
    const { log, replay } = reportOf(usual);
    const { answers } = findInsights({ flow, log, replay }, { only: ['paths', 'outcomes'] });
    expect(answers.map(({ insight }) => insight.id)).toEqual(['outcomes', 'paths']);
  });
});

describe('a log that does not fit', () => {
  test('is told to be another menu, and nothing else is concluded', () => {
    const report = reportOf(['79x main 1 balance + bye disconnect', '21x x-cards hangup']);
    expect(report.insights.fit).toMatchObject({ isEnough: false, share: 0.79 });
    expect(report.insights.answers.map(({ insight }) => insight.id)).toEqual(['fit']);
    const text = insightsToText(report);
    expect(text).toContain('Only 79.0 % of the calls fit the script completely');
    expect(text).toContain("names nodes that the script doesn't have");
    expect(text).not.toContain('self-served');
  });

  test('at 80 % conclusions begin; anyway, they may be asked for', () => {
    const good = reportOf(['80x main hangup', '20x x-cards hangup']);
    expect(good.insights.fit.isEnough).toBe(true);
    const bad = reportOf(['79x main hangup', '21x x-cards hangup']);
    const all = findInsights({ flow, ...bad }, { anyway: true });
    expect(all.answers).toHaveLength(insights.length);
  });

  test('an empty log says nothing', () => {
    expect(reportOf([]).insights.fit).toMatchObject({ isEnough: false, share: undefined });
    expect(insightsToText(reportOf([]))).toContain('The log has no call');
  });

  test('a log of which nothing is asked for, or nothing can be used, says so', () => {
    const { log, replay } = reportOf([]);
    const check = (rows: Partial<typeof log.rows>, unselected = 0) =>
      judgeFit(replay, {
        rows: { ...log.rows, ...rows },
        details: { unselected },
      }).check;
    expect(check({ read: 9, used: 9 }, 3_000)).toEqual([
      'None of the 3,000 calls of the log is in the chosen period and versions: check --from, --to and the versions.',
    ]);
    expect(check({ read: 9, rejected: 9 })).toEqual([
      'No row of the log could be used: is it the right file? --rejects lists each row with its reason.',
    ]);
  });
});

describe('reports on insights', () => {
  const report = reportOf(usual);

  test('JSON has every rate as count, of, rate, low, high and trust', () => {
    const { insights: found } = insightsDocument(report);
    const outcomes = found['outcomes'] as { tables: Record<string, unknown[]> };
    expect(outcomes.tables['outcomes']?.[0]).toEqual({
      outcome: 'self-served',
      calls: { count: 40, of: 100, rate: 0.4, low: 0.309401, high: 0.497997, trust: 'grey' },
      means: expect.any(String),
    });
    expect(JSON.parse(insightsToJson(report))).toEqual(
      JSON.parse(JSON.stringify(insightsDocument(report))),
    );
  });

  test('no cell of a CSV is a formula, and every line of a table has as many cells', () => {
    const files = insightsToCsv(report);
    expect(files['contact-reasons-reasons.csv']).toContain("\n'=1+1,40,100,");
    for (const content of Object.values(files)) {
      const [head = '', ...rows] = content.trimEnd().split('\n');
      if (content.includes('"')) continue;
      for (const row of rows) expect(row.split(',')).toHaveLength(head.split(',').length);
    }
  });

  test('Markdown shows the texts of a menu as they are, without markup or mentions', () => {
    const text = insightsToMarkdown(report);
    expect(text).toContain('\\<b\\>Bank\\</b\\> \\|');
    expect(text).not.toContain('@all');
    expect(text.match(/^## /gm)).toHaveLength(insights.length);
  });

  test('no percentage is printed of fewer than 30 calls', () => {
    const text = insightsToText(reportOf(['29x main hangup']));
    expect(text).toContain('29 of 29');
    expect(text).not.toMatch(/29 of 29 +100/);
  });
});
