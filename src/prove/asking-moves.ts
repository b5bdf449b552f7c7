import { nodeOf } from '../flow/call-flow.ts';
import type { Action } from '../walk/action.ts';
import { awaits } from '../walk/awaits.ts';
import { retryPolicy } from '../flow/retry-policy.ts';
import { alwaysOpen } from '../walk/world.ts';
import { badly } from './badly.ts';
import type { End, Move } from './move.ts';
import type { At } from './routes.ts';
import { callAt, toldAt, type Spot } from './spot.ts';
import { askingSeconds } from './step-seconds.ts';
import { take } from './take.ts';

type Asking = At<'menu'> | At<'collect'>;

/** Where an answer leads. Who chose an option that leads straight to the end of the call was told so. */
function answered(at: Asking, action: Action): Spot | End {
  const { flow, asked } = at.routes;
  const { spot } = take(at, action, { told: false });
  if (spot === undefined) return badly(at, 'nowhere');
  const isGoodbye = at.node.kind === 'menu' && nodeOf(flow, spot.node)?.kind === 'hangup';
  return toldAt(spot, isGoodbye && asked.endsSilently);
}

/** Where those are led who have been silent, or wrong, as often as they may. */
function givenUp(at: Asking, action: Action, missed: 'noInput' | 'noMatch', attempts: number) {
  const { routes, node } = at;
  const before = attempts - 1;
  const counts = missed === 'noInput' ? { silences: before } : { mismatches: before };
  const { spot, ended } = take(at, action, { ...counts, told: false });
  if (spot === undefined) {
    const cutOff = missed === 'noInput' ? 'no-input-cut-off' : 'no-match-cut-off';
    return badly(at, ended?.why === 'nowhere' ? 'nowhere' : cutOff);
  }
  const { say } = retryPolicy(routes.flow.script, node, missed);
  // Who can choose the same by a key has been told of it.
  const isChoice = node.kind === 'menu' && node.options.some(({ to }) => to === spot.node);
  return toldAt(spot, (say !== undefined || isChoice) && routes.asked.endsSilently);
}

/** What callers can do at a menu, or where digits are asked for. */
export function askingMoves(at: Asking): readonly Move[] {
  const { routes, spot, node } = at;
  const { flow } = routes;
  const actions = awaits(flow, callAt(spot), alwaysOpen)
    .actions.filter(({ do: does }) => does !== 'hangup')
    .map((action) => ({ action, missed: take(at, action).missed }));
  const canBeWrong = actions.some(({ missed }) => missed === 'noMatch');
  const seconds = askingSeconds(flow, spot.node, node, spot.language, canBeWrong);
  const done = new Set<'noInput' | 'noMatch'>();
  return actions.flatMap(({ action, missed }): readonly Move[] => {
    if (missed === undefined) {
      const to = answered(at, action);
      return [{ when: undefined, actions: [action], effort: 1, seconds: seconds.answer, to }];
    }
    if (done.has(missed)) return [];
    done.add(missed);
    const { attempts } = retryPolicy(flow.script, node, missed);
    const repeated = Array.from({ length: attempts }, () => action);
    const lasts = missed === 'noInput' ? seconds.silence : seconds.wrong;
    const to = givenUp(at, action, missed, attempts);
    return [{ when: undefined, actions: repeated, effort: attempts, seconds: lasts, to, missed }];
  });
}
