import { describe, expect, test } from '@jest/globals';
import { parseDirectory } from '../../src/routing/parse-directory.ts';
import { parseDrill } from '../../src/routing/parse-drill.ts';
import { startCall } from '../../src/walk/start-call.ts';
import { step } from '../../src/walk/step.ts';
import { usualAction } from '../../src/walk/usual-action.ts';
import { loadRouting, worldAt } from '../../src/walk/world-at.ts';
import { flowOf } from '../support/script-of.ts';

const directoryText = `directory: 1
id: d
timeZone: UTC
calendars:
  office: {hours: "Mo-Fr 08:00-18:00"}
  always: {hours: 24/7}
  claims: {hours: "Mo-Fr 09:00-17:00"}
queues:
  cards: {languages: [en, el], skills: [cards], calendar: always, sites: [athens, manila], overflow: [{to: general, after: 2m}]}
  general: {languages: [en], calendar: office, sites: [athens]}
  loop: {calendar: always, sites: [manila], overflow: [{to: back, after: 1m}]}
  shut: {calendar: always, capacity: 0}
  back: {calendar: always, sites: [manila], overflow: [{to: loop, after: 1m}]}
staffing:
  - {queue: cards, skill: cards, language: en, site: manila, hours: 24/7, heads: 2}
  - {queue: cards, skill: cards, language: el, site: athens, hours: "Mo-Fr 08:00-18:00", heads: 2}
  - {queue: general, site: athens, hours: "Mo-Fr 08:00-18:00", heads: 2}
  - {queue: loop, hours: 24/7, site: manila, heads: 1}
  - {queue: back, hours: 24/7, site: manila, heads: 1}
sites: {athens: {}, manila: {}}
numbers: {claims: {number: "+18005550142", calendar: claims}}
`;
const { document, findings } = parseDirectory({ path: 'd.yaml', text: directoryText });
if (document === undefined) throw new Error(JSON.stringify(findings));
const { directory } = document;

/** Monday, 2 March 2026; times are those of the day, or of another. */
const at = (time: string) => Date.parse(time.includes('T') ? time : `2026-03-02T${time}Z`);

async function met(
  node: string,
  time: string,
  { drills = [], language = 'en' }: { drills?: readonly string[]; language?: string } = {},
): Promise<string> {
  const flow = flowOf(
    `  a: ${node}\n  out: {kind: hangup}\n  late: {kind: hangup}`,
    `language: ${language}`,
  );
  const world = worldAt(await loadRouting(directory), {
    start: at(time),
    drills: drills.map((text) => parseDrill(text, flow, directory)),
  });
  const { state } = startCall(flow);
  const action = usualAction(flow, state, world);
  if (action === undefined) return 'nothing';
  const made = step(flow, state, action, world).state;
  const after = made.seconds === 0 ? '' : ` after ${made.seconds}`;
  return `${action.do}${after} ${made.ended === undefined ? `to ${made.node ?? ''}` : made.ended.why}`;
}

const cards = '{kind: queue, queue: cards, closed: out, overflow: {after: 3m, to: late}}';
const patient = '{kind: queue, queue: cards}';

describe('a caller who comes to a queue', () => {
  test('is answered while it is open and somebody speaks their language', async () => {
    expect(await met(cards, '12:00')).toBe('answer answered');
    expect(await met(cards, '03:00')).toBe('answer answered');
    expect(await met(cards, '12:00', { language: 'el-CY' })).toBe('answer answered');
  });

  test('of whose people nobody speaks their language waits for overflow, or leaves', async () => {
    expect(await met(cards, '03:00', { language: 'el' })).toBe('overflow after 180 to late');
    expect(await met(patient, '03:00', { language: 'el' })).toBe('abandon after 300 left-queue');
    expect(await met(patient, '12:00', { language: 'ja' })).toBe('abandon after 300 left-queue');
  });

  test('is answered by people whose work begins while they wait', async () => {
    expect(await met(patient, '07:56', { language: 'el' })).toBe('answer after 240 answered');
    expect(await met(cards, '07:56', { language: 'el' })).toBe('overflow after 180 to late');
  });

  test('is answered by the queue that takes over when its site is down', async () => {
    const drills = ['site:manila'];
    expect(await met(cards, '12:00', { drills })).toBe('answer after 120 answered');
    expect(await met(cards, '17:59', { drills })).toBe('overflow after 180 to late');
    expect(await met(cards, '03:00', { drills })).toBe('overflow after 180 to late');
  });

  test('waits in no loop of queues for ever', async () => {
    const drills = ['site:manila'];
    const node = '{kind: queue, queue: loop}';
    expect(await met(node, '12:00')).toBe('answer answered');
    expect(await met(node, '12:00', { drills })).toBe('abandon after 300 left-queue');
  });

  test('goes on at once from one that is full: to the queue that takes over, the overflow, or nowhere', async () => {
    const drills = ['queue:cards full'];
    expect(await met(cards, '12:00', { drills })).toBe('answer answered');
    expect(await met(cards, '03:00', { drills })).toBe('full to late');
    expect(await met(patient, '03:00', { drills })).toBe('full nowhere');
    expect(
      await met('{kind: queue, queue: cards, closed: late, error: out}', '03:00', { drills }),
    ).toBe('full to out');
  });

  test('finds no room in a queue that was given none', async () => {
    expect(await met('{kind: queue, queue: shut, overflow: {to: late}}', '12:00')).toBe(
      'full to late',
    );
  });

  test('is told when it is closed, by its hours, a drill or the emergency switch', async () => {
    const general = '{kind: queue, queue: general, closed: out}';
    expect(await met(general, '12:00')).toBe('answer answered');
    expect(await met(general, '18:00')).toBe('closed to out');
    expect(await met(general, '12:00', { drills: ['queue:general closed'] })).toBe('closed to out');
    expect(await met(general, '12:00', { drills: ['emergency'] })).toBe('closed to out');
    expect(await met(general, '12:00', { drills: ['emergency:office'] })).toBe('closed to out');
    expect(await met(general, '12:00', { drills: ['emergency:always'] })).toBe('answer answered');
    expect(await met('{kind: queue, queue: general}', '03:00')).toBe('closed nowhere');
  });

  test('meets an error where the directory has no such queue', async () => {
    expect(await met('{kind: queue, queue: constructor-desk, error: out}', '12:00')).toBe(
      'error to out',
    );
  });
});

describe('what the world decides elsewhere', () => {
  test('a task fails by a drill alone', async () => {
    const node = '{kind: task, task: balance, success: out, failure: late}';
    expect(await met(node, '12:00')).toBe('succeed to out');
    expect(await met(node, '12:00', { drills: ['task:balance fails'] })).toBe('fail to late');
  });

  test('an outside number is reached in its hours, however it is written', async () => {
    const node = '{kind: transfer, number: "+1 800 555 0142", failure: late}';
    expect(await met(node, '12:00')).toBe('succeed transferred');
    expect(await met(node, '08:00')).toBe('fail to late');
    expect(await met(node, '12:00', { drills: ['number:claims'] })).toBe('fail to late');
    expect(await met('{kind: transfer, number: "100"}', '08:00')).toBe('succeed transferred');
  });

  test('a branch on a queue tells full and unstaffed ones apart where its cases do', async () => {
    const cases = (words: string) =>
      `{kind: branch, on: {queue-status: cards}, cases: [${words}], otherwise: late}`;
    const night = { language: 'el' };
    expect(await met(cases('{when: open, to: out}'), '03:00', night)).toBe('next to out');
    expect(await met(cases('{when: unstaffed, to: out}'), '03:00', night)).toBe('next to out');
    expect(await met(cases('{when: unstaffed, to: out}'), '12:00', night)).toBe('next to late');
    const full = { drills: ['queue:cards'] };
    expect(await met(cases('{when: full, to: out}'), '12:00', full)).toBe('next to out');
  });

  test('a world without a directory is open', () => {
    const flow = flowOf('  a: {kind: queue, queue: anything}');
    const world = worldAt(undefined, { start: at('12:00') });
    expect(usualAction(flow, startCall(flow).state, world)).toEqual({ do: 'answer' });
  });

  test('moments behind the last that calendars know throw nothing', async () => {
    expect(await met('{kind: queue, queue: general, closed: out}', '2199-03-02T12:00Z')).toMatch(
      /^(answer|closed)/,
    );
  });
});
