import { isUnknown } from '../script/values.ts';
import type { Step } from './call-state.ts';
import { hearingOf } from './hearing.ts';
import { end, eventAt, exitBy, givenSeconds, goTo, stay, systemSeconds } from './moves.ts';
import type { StandingAt } from './moves.ts';

/**
 * A queue. A caller waits from the end of what is said; one who finds it closed or full never waits.
 * A closed queue without a way for that sends callers on when they have waited long enough, and
 * where it has no overflow either the system ends the call. A full queue sends them the way of its
 * overflow at once, else that for errors.
 */
export function stepQueue(here: StandingAt<'queue'>): Step {
  const { action, node } = here;
  const said = hearingOf(here.flow, here.id, here.state).seconds;
  const waits = eventAt(here, 'queue', said, isUnknown(node.queue) ? '' : node.queue);
  switch (action.do) {
    case 'answer':
      return end(here, { event: 'answer', why: 'answered' }, systemSeconds(here), [waits]);
    case 'overflow': {
      const after = systemSeconds(here, node.overflow?.after);
      return node.overflow === undefined
        ? stay(here)
        : goTo(here, node.overflow.to, after, [waits]);
    }
    case 'closed': {
      const closed = exitBy(here, 'closed');
      if (closed !== undefined) return goTo(here, closed.to, 0);
      const overflow = exitBy(here, 'overflow');
      if (overflow === undefined) return goTo(here, undefined, 0);
      return goTo(here, overflow.to, said + (node.overflow?.after ?? 0), [waits]);
    }
    case 'full': {
      const exit = exitBy(here, 'overflow') ?? exitBy(here, 'error');
      return goTo(here, exit?.to, 0);
    }
    case 'abandon':
      return end(here, { event: 'abandon', why: 'left-queue' }, systemSeconds(here), [waits]);
    case 'hangup': {
      const after = givenSeconds(action) ?? said;
      return after < said
        ? end(here, { event: 'hangup', why: 'caller-left' }, after)
        : end(here, { event: 'abandon', why: 'left-queue' }, after, [waits]);
    }
    case 'press':
    case 'speak':
    case 'enter':
    case 'silence':
    case 'next':
    case 'succeed':
    case 'fail':
    case 'error':
    case 'exit':
      return stay(here);
  }
}
