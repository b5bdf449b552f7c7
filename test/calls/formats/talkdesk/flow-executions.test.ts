import { describe, expect, test } from '@jest/globals';
import { balanceLine as flow } from '../../../support/balance-line.ts';
import { condensedFor } from '../../../support/condensed-for.ts';
import { pathsOf } from '../../../support/paths-of.ts';

const header =
  'Call SID,Interaction ID,Flow Execution ID,Destination Number,Origin Number,Flow Definition Name,Component Title,Executed Step Name,Exit Name,Time In Step Execution,Step Execution Started Time,Flow Execution Finished Time,Step Execution Order';

function step(order: number, at: string, title: string, exit: string, lasted: string): string {
  const number = '+15550100';
  return `CA1,i1,e1,${number},+15550142,Main,${title},step_${order},${exit},${lasted},2026-03-02T08:00:${at}Z,2026-03-02T08:01:00Z,${order}`;
}
const logged = (...steps: readonly string[]): string => [header, ...steps, ''].join('\n');
const greeted = step(1, '00', 'Welcome', 'OK', '3');

describe('the flow executions of Talkdesk', () => {
  test.each<[what: string, log: string, path: string]>([
    [
      'presses a key and is served',
      logged(
        greeted,
        step(2, '03', 'Main Menu', 'Key 1', '00:00:06'),
        step(3, '09', 'Look Up', 'Success', '2'),
        step(4, '11', 'Goodbye', '', ''),
      ),
      'input main-menu 1, enter look-up, success look-up, enter goodbye, disconnect goodbye',
    ],
    [
      'says nothing, and hangs up',
      logged(
        greeted,
        step(2, '03', 'Main Menu', 'No Input', '8'),
        step(3, '11', 'Main Menu', 'Caller hung up', '2.5'),
      ),
      'noinput main-menu, enter main-menu, hangup main-menu',
    ],
    [
      'waits, and gives up',
      logged(
        greeted,
        step(2, '03', 'Main Menu', '2', '4'),
        step(3, '07', 'Sales', 'Abandoned', '40'),
      ),
      'input main-menu 2, enter sales, queue sales, abandon sales',
    ],
    [
      'waits, and no row says what came of it',
      logged(greeted, step(2, '03', 'Main Menu', '2', '4'), step(3, '07', 'Sales', '', '')),
      'input main-menu 2, enter sales, queue sales, end sales',
    ],
    [
      'takes two steps in one moment, which come in any order',
      logged(step(2, '00', 'Main Menu', 'Hang Up', '3'), step(1, '00', 'Welcome', 'OK', '0')),
      'hangup main-menu',
    ],
  ])('tell that a caller %s', async (_, log, path) => {
    expect(pathsOf(await condensedFor(flow, [log]))).toEqual([
      `start other, enter welcome, enter main-menu, ${path}`,
    ]);
  });

  test('are at the node of the step, not at one for each component that steps are made of', async () => {
    const named = (order: number, at: string, component: string, name: string, exit: string) =>
      step(order, at, component, exit, '1').replace(`step_${order}`, name);
    const log = logged(
      named(1, '00', 'Play Audio', 'Welcome', 'ok'),
      named(2, '03', 'Play Audio', 'play audio - opening hours', 'ok'),
    );
    expect(pathsOf(await condensedFor(flow, [log]))).toEqual([
      'start other, enter welcome, enter play audio - opening hours, end play audio - opening hours',
    ]);
  });

  test('are read as the Explore API gives them, with times in days', async () => {
    const entry = (order: number, at: string, name: string, exit: string, days: number) => ({
      ...{ call_sid: 'CA1', interaction_id: 'i1', destination_number: '+15550100' },
      ...{ origin_number: '+15550142', flow_name: 'Main', flow_id: 'f1' },
      ...{ component_title: 'Menu', step_name: name, exit, time_in_step: days },
      timestamp: `2026-03-02 08:00:${at}`,
      'studio_flow_executions_aggregated.flow_execution_finished_time': '2026-03-02 08:01:00',
      step_execution_order: order,
    });
    const entries = [
      entry(0, '00', 'Welcome', 'ok', 1.6087963e-6),
      entry(1, '00', 'Main Menu', '1', 8.716435e-5),
      entry(2, '07', 'Look Up', 'ok', 2),
    ];
    const answer = JSON.stringify({ entries, total: entries.length }, undefined, 4);
    const log = await condensedFor(flow, [answer], 'UTC');
    expect(pathsOf(log)).toEqual([
      'start other, enter welcome, enter main-menu, input main-menu 1, enter look-up, success look-up, end look-up',
    ]);
    expect(log.rows).toMatchObject({ read: 3, used: 3 });
    // 0.000087 days are 7.53 seconds; two days in a step are none, so no time is counted there.
    expect(log.dwell.filter(({ node }) => node !== 'welcome')).toMatchObject([
      { node: 'main-menu', to: 'input', ms: [7530] },
    ]);
    expect(JSON.stringify(log)).not.toContain('5550142');
    expect((await condensedFor(flow, [answer])).rejectedBy).toEqual({ 'time without offset': 3 });
  });

  test('are read on the clock of a zone, where it is named', async () => {
    const local = logged(greeted).replaceAll('T08:0', ' 08:0').replaceAll('Z,', ',');
    expect((await condensedFor(flow, [local])).rejectedBy).toEqual({ 'time without offset': 1 });
    const { window, rows } = await condensedFor(flow, [local], 'Europe/Madrid');
    expect(rows).toMatchObject({ read: 1, used: 1 });
    expect(window?.from).toBe(Date.UTC(2026, 2, 2, 7));
  });

  test('ask for a zone that there is', async () => {
    await expect(condensedFor(flow, [logged(greeted)], 'Mars/Base')).rejects.toMatchObject({
      code: 'usage',
    });
  });

  test('tell hours that a clock shows twice, or never, rather than guess them', async () => {
    const on = (day: string): string =>
      logged(greeted).replaceAll('2026-03-02T08:00:00Z', `${day} 02:30:00`);
    const zone = 'Europe/Madrid';
    expect((await condensedFor(flow, [on('2026-10-25')], zone)).rejectedBy).toEqual({
      'time that comes twice': 1,
    });
    expect((await condensedFor(flow, [on('2026-03-29')], zone)).rejectedBy).toEqual({
      'time skipped by the clocks': 1,
    });
  });

  test('may have decimal commas, and no time is counted where it may be thousands', async () => {
    const lasted = async (text: string) => {
      const log = logged(greeted, step(2, '03', 'Main Menu', 'Hang Up', text.replace(',', '·')));
      const semicolons = log.replaceAll(',', ';').replace('·', ',');
      const { dwell } = await condensedFor(flow, [semicolons]);
      return dwell.filter(({ node }) => node === 'main-menu').flatMap(({ ms }) => ms);
    };
    expect(await lasted('2,5')).toEqual([2500]);
    expect(await lasted('2,500')).toEqual([]);
  });
});
