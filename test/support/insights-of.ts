import { condense } from './condense.ts';
import type { CallEvent } from '../../src/calls/call-event.ts';
import { knownValuesOf } from '../../src/calls/kept-value.ts';
import type { CondensedLog } from '../../src/calls/condensed-log.ts';
import type { CallFlow } from '../../src/flow/call-flow.ts';
import type { InsightInput } from '../../src/insight/insight.ts';
import { replayLog } from '../../src/replay/replay-log.ts';

/** A condensed log of rows that were all used. */
export function logOfEvents(flow: CallFlow, events: readonly CallEvent[]): CondensedLog {
  const { duplicateRows: duplicate, ...calls } = condense(events, knownValuesOf(flow));
  const rows = { read: events.length, used: events.length, rejected: 0, duplicate };
  return { sources: [], rows, rejectedBy: {}, firstRejects: [], ...calls };
}

/** What insights look at, from the rows of a log. */
export function insightInputOf(flow: CallFlow, events: readonly CallEvent[]): InsightInput {
  const log = logOfEvents(flow, events);
  return { flow, log, replay: replayLog(flow, log) };
}

/**
 * Rows of calls written in a few words: a call is `main 1 balance + hangup`, where a name is an `enter`,
 * a digit an `input`, `+` and `-` success and failure, `~` silence, `?` no match; other words are events.
 * A number before `x` repeats the call.
 */
export function eventsOf(flow: CallFlow, calls: readonly string[]): readonly CallEvent[] {
  const nodes = new Set<string>(flow.nodes.map(({ id }) => id));
  const signs = new Map<string, CallEvent['event']>([
    ['+', 'success'],
    ['-', 'failure'],
    ['~', 'noinput'],
    ['?', 'nomatch'],
  ]);
  const events: CallEvent[] = [];
  let call = 0;
  for (const words of calls) {
    const [, times = '1', path = ''] = /^(?:(\d+)x )?(.*)$/.exec(words) ?? [];
    for (let copy = 0; copy < Number(times); copy += 1) {
      call += 1;
      let at = Date.UTC(2026, 2, 2, 8) + call * 60_000;
      let node = '';
      const tell = (event: CallEvent['event'], value = ''): void => {
        events.push({ call: `c${call}`, at, event, node, value });
        at += 1000;
      };
      tell('start');
      for (const word of path.split(' ')) {
        const [name = '', value = ''] = word.split(':');
        if (nodes.has(name) || name.startsWith('x-')) {
          node = name;
          tell('enter');
        } else if (/^[0-9*#]$/.test(name)) tell('input', name);
        else tell(signs.get(name) ?? (name as CallEvent['event']), value);
      }
    }
  }
  return events;
}
