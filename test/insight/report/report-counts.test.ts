import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ReportCount } from '../../../src/calls/report/ivr-report.ts';
import { reportCounts } from '../../../src/insight/report/report-counts.ts';
import { reportInsights } from '../../../src/insight/report/report-insights.ts';
import { parseIvrReport } from '../../../src/calls/report/parse-ivr-report.ts';
import { buildCallFlow } from '../../../src/flow/build-call-flow.ts';
import { importOf } from '../../support/import-of.ts';
import { randomWalks } from '../../support/random-flow.ts';
import { flowOf } from '../../support/script-of.ts';

const flow = flowOf(`
  welcome: {kind: announcement, say: hello, to: main}
  main:
    kind: menu
    noInput: {to: people}
    options:
      - {key: "1", say: "For cards, press 1.", to: cards}
      - {key: "2", say: "For loans, press 2.", to: loans}
      - {key: "0", say: "For a person, press 0.", role: agent, to: people}
      - {key: "9", say: "To hear this again, press 9.", do: repeat}
  cards: {kind: queue, queue: cards}
  loans: {kind: queue, queue: loans}
  people: {kind: queue, queue: people}
`);
const count = (node: string, exit: string, times: number, seconds?: number): ReportCount => ({
  ...{ node, exit, count: times, seconds },
});
const full = [
  count('main', 'start', 0),
  count('welcome', 'start', 100),
  count('main', '1', 50, 4),
  count('main', '2', 20, 8),
  count('main', '0', 10),
  count('main', 'No Input', 5),
  count('main', '9', 7),
  count('main', 'vanished', 15),
];
const foundOf = (counts: readonly ReportCount[], id: string) =>
  reportInsights(flow, { counts }).find(({ insight }) => insight.id === id)?.found;

describe('what counts say of a script', () => {
  test('what comes to a node is what others send there, through announcements that it leaves out', () => {
    const { nodes, foreign } = reportCounts(flow, { counts: full });
    expect(foreign).toEqual([{ node: 'main', exit: 'vanished', count: 15 }]);
    expect(nodes.map(({ node, came, left }) => [node, came, left])).toEqual([
      ['welcome', 100, undefined],
      ['main', 107, 92],
      ['cards', 50, undefined],
      ['loans', 20, undefined],
      ['people', 15, undefined],
    ]);
  });

  test('a loss is told, with how many and what may be the reason', () => {
    const found = foundOf(full, 'conservation');
    expect(found?.tables[0]?.rows).toMatchObject([
      { node: 'main', came: 107, left: 92, verdict: '15 more came than left' },
    ]);
    expect(found?.notes?.[0]).toContain('If more came than left, calls that ended there');
    const whole = [...full.slice(0, -1), count('main', 'Hang-up', 15)];
    expect(foundOf(whole, 'conservation')?.tables[0]?.rows).toMatchObject([
      { node: 'main', came: 107, left: 107, verdict: 'agrees' },
    ]);
  });

  test('an exit by the name of the node where it leads is understood, too', () => {
    const { taken } = reportCounts(flow, { counts: [count('main', 'loans', 3)] });
    expect([...taken].map(([{ value, to }, times]) => [value, to, times])).toEqual([
      ['2', 'loans', 3],
    ]);
  });

  test('options are told in their order, against that of demand', () => {
    const rows = foundOf(full, 'options')?.tables[0]?.rows ?? [];
    expect(rows.map(({ option, placeByDemand }) => [option, placeByDemand])).toEqual([
      ['1 cards', 1],
      ['2 loans', 2],
      ['0 people', 3],
      ['9 repeat', 4],
    ]);
  });

  test('what needs single calls is listed, and what the report lacks is told as unknown', () => {
    expect(foundOf(full, 'last')?.unknown).toContain('last node');
    expect(foundOf(full, 'not-known')?.tables[0]?.rows.length).toBeGreaterThan(5);
    expect(foundOf([count('x', '1', 3)], 'conservation')?.excluded).toContainEqual({
      ...{ count: 3, what: 'visits at nodes, or by exits, that the script doesn’t have' },
    });
  });

  test('whatever calls do, what enters a node leaves it', () => {
    fc.assert(
      fc.property(randomWalks(), ({ random, walks }) => {
        const counts = new Map<string, ReportCount>();
        const add = (node: string, exit: string): void => {
          const key = `${node} ${exit}`;
          counts.set(key, count(node, exit, (counts.get(key)?.count ?? 0) + 1));
        };
        for (const { visited } of walks) {
          visited.forEach((node, index) => {
            if (index === 0) add(node, 'start');
            add(node, visited[index + 1] ?? 'end');
          });
        }
        for (const { came, left } of reportCounts(random.flow, { counts: [...counts.values()] })
          .nodes)
          expect(came).toBe(left);
      }),
    );
  });
});

describe('the names of a report', () => {
  test('are those of blocks in the vendor’s system, too', async () => {
    const dialplan = `[main]
exten => s,1,Answer()
 same => n,Background(main-menu)
 same => n,WaitExten(5)
exten => 1,1,Queue(sales)
exten => 2,1,Playback(hours)
 same => n,Hangup()
`;
    const { script } = await importOf({ 'extensions.conf': dialplan });
    const imported = buildCallFlow(script);
    const report = parseIvrReport({
      path: 'cdr.csv',
      text: `dst,dcontext,lastapp,lastdata
s,main,BackGround,main-menu
s,main,WaitExten,5
1,main,Queue,sales
9,elsewhere,Dial,PJSIP/9
`,
    });
    const { nodes, foreign } = reportCounts(imported, report);
    const last = nodes.flatMap(({ node, last }) => (last === undefined ? [] : [[node, last]]));
    expect(last).toEqual([
      ['main', 2],
      ['queue-sales', 1],
    ]);
    expect(foreign).toEqual([{ node: 'elsewhere,9', exit: 'last', count: 1 }]);
  });
});

describe('an average call', () => {
  const line = flowOf(`
  main:
    kind: menu
    options:
      - {key: '1', say: 'For billing, press 1.', to: billing}
      - {key: '0', say: 'For a person, press 0.', to: people}
  billing:
    kind: menu
    options:
      - {key: '1', say: 'For your balance, press 1.', to: balance}
      - {key: '9', say: 'To go back, press 9.', to: main}
  balance: {kind: announcement, say: Your balance., to: bye}
  people: {kind: queue, queue: people}
  bye: {kind: hangup}
`);
  const report = (text: string) => parseIvrReport({ path: 'report.csv', text });
  const told = (text: string) =>
    reportInsights(line, report(text), ['average-call'])[0]?.found ?? { tables: [] };

  test('is told by shares of exits, with its seconds and ends', () => {
    const { tables, notes } = told(
      'node,exit,count,seconds\nmain,1,50,12\nmain,0,40,12\nmain,hangup,10,12\nbilling,1,9,8\nbilling,9,1,8\n',
    );
    const visits = new Map(tables[0]?.rows.map((row) => [row['node'], Number(row['visits'])]));
    // main = 1 + billing / 10, billing = main / 2
    expect(visits.get('main')).toBeCloseTo(1 / 0.95, 8);
    expect(visits.get('billing')).toBeCloseTo(0.5 / 0.95, 8);
    expect(notes).toEqual(['The nodes with seconds in the report take 16.8 s of a call.']);
    const shares = tables[1]?.rows.map((row) => Number(row['share'])) ?? [];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(tables[1]?.rows[0]).toMatchObject({ end: 'reached bye' });
  });

  test('is not told where the exits of a node are missing, or calls would never end', () => {
    expect(told('node,exit,count\nmain,1,50\nmain,0,50\n').unknown).toContain('"billing"');
    expect(told('node,exit,count\nmain,1,50\nbilling,9,50\n').unknown).toContain('forever');
  });
});
