import { findDropOuts } from '../../src/insight/drop-outs.ts';
import { containmentOf } from '../../src/insight/containment.ts';
import type { Rate } from '../../src/insight/rate.ts';
import { retriesOf } from '../../src/insight/retries.ts';
import { zeroOuts } from '../../src/insight/zero-outs.ts';
import { randomFrom } from '../../src/walk/random.ts';
import { insightInputOf } from './insights-of.ts';
import { flowOf } from './script-of.ts';
import type { CallEvent } from '../../src/calls/call-event.ts';

const flow = flowOf(`
  main: {kind: menu, options: [{key: "1", to: pin}, {key: "0", role: agent, to: desk}]}
  pin: {kind: collect, say: Your number., digits: {min: 4, max: 4}, to: balance}
  balance: {kind: task, task: balance, success: bye, failure: desk}
  desk: {kind: queue, queue: desk}
  bye: {kind: hangup}
`);

/** What callers do with these chances, at each visit. */
const planted = {
  lostAtMain: 0.06,
  zeroOut: 0.11,
  lostAtPin: 0.03,
  silent: 0.08,
  done: 0.9,
} as const;

function callsOf(seed: number, calls: number): readonly CallEvent[] {
  const random = randomFrom(seed, 'planted');
  const happens = (chance: number): boolean => random.next() < chance;
  return Array.from({ length: calls }, (_, call) => {
    let at = Date.UTC(2026, 2, 2) + call * 60_000;
    const events: CallEvent[] = [];
    const tell = (event: CallEvent['event'], node: string, value = ''): void => {
      events.push({ call: `c${call}`, at: (at += 1000), event, node, value });
    };
    tell('start', '');
    tell('enter', 'main');
    if (happens(planted.lostAtMain)) tell('hangup', 'main');
    else if (happens(planted.zeroOut)) {
      tell('input', 'main', '0');
      tell('enter', 'desk');
      tell('queue', 'desk', 'desk');
      tell('answer', 'desk');
    } else {
      tell('input', 'main', '1');
      tell('enter', 'pin');
      if (happens(planted.silent)) tell('noinput', 'pin');
      if (happens(planted.lostAtPin)) tell('hangup', 'pin');
      else {
        tell('input', 'pin');
        tell('enter', 'balance');
        const isDone = happens(planted.done);
        tell(isDone ? 'success' : 'failure', 'balance');
        tell('enter', isDone ? 'bye' : 'desk');
        tell(isDone ? 'disconnect' : 'abandon', isDone ? 'bye' : 'desk');
      }
    }
    return events;
  }).flat();
}

/** How often the interval of each rate holds what was planted, over so many logs of 400 calls. */
export function plantedCounts(
  logs: number,
): readonly { readonly name: string; readonly covered: number; readonly of: number }[] {
  const stays = 1 - planted.lostAtMain;
  const toPin = stays * (1 - planted.zeroOut);
  const truth = {
    'drop-outs at main': planted.lostAtMain,
    'drop-outs at pin': planted.lostAtPin,
    'zero-outs at main': stays * planted.zeroOut,
    'silence at pin': planted.silent,
    'served calls': toPin * (1 - planted.lostAtPin) * planted.done,
  };
  const covered = new Map(Object.keys(truth).map((name) => [name, 0]));
  for (let seed = 1; seed <= logs; seed += 1) {
    const { replay } = insightInputOf(flow, callsOf(seed, 400));
    const lost = new Map<string, Rate>(findDropOuts(replay).map((one) => [one.node, one]));
    const pin = retriesOf(flow, replay).find(({ node }) => node === 'pin');
    const found: Readonly<Record<keyof typeof truth, Rate | undefined>> = {
      'drop-outs at main': lost.get('main'),
      'drop-outs at pin': lost.get('pin'),
      'zero-outs at main': zeroOuts(flow, replay).nodes[0]?.rate,
      'silence at pin': pin?.trouble,
      'served calls': containmentOf(replay).withoutHangUps,
    };
    for (const [name, share] of Object.entries(truth)) {
      const { low = 1, high = 0 } = found[name as keyof typeof truth] ?? {};
      if (low <= share && share <= high) covered.set(name, (covered.get(name) ?? 0) + 1);
    }
  }
  return [...covered].map(([name, times]) => ({ name, covered: times, of: logs }));
}
