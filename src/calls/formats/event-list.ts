import { isClosing, type CallEventName, type ToldEvent } from '../call-event.ts';

interface More {
  readonly value?: string;
  /** Set where the log doesn't say when it happened. */
  readonly isUntimed?: boolean;
  /** The version of the script, where the log tells it. */
  readonly script?: string | undefined;
}

/** The events of one call as they are told, in order. */
export interface EventList {
  readonly events: readonly ToldEvent[];
  /** Adds an event; one that seems to be earlier than what stands before it is of the same moment. */
  readonly add: (at: number, event: CallEventName, node: string, more?: More) => void;
  /** Whether something has closed the call. */
  readonly isClosed: () => boolean;
  /** Ends a call of which nothing tells the end: the log knows no more, nor when that was. */
  readonly endUntold: (node: string) => void;
}

/** Begins the events of a call. */
export function eventList(call: string): EventList {
  const events: ToldEvent[] = [];
  const add: EventList['add'] = (at, event, node, { value = '', isUntimed, script } = {}) => {
    const untimed = isUntimed === true ? ({ untimed: true } as const) : {};
    const version = script === undefined ? {} : { script };
    const moment = Math.max(at, events.at(-1)?.at ?? at);
    events.push({ call, at: moment, event, node, value, ...untimed, ...version });
  };
  const isClosed = (): boolean => events.some(({ event }) => isClosing(event));
  return {
    events,
    add,
    isClosed,
    endUntold(node) {
      const last = events.at(-1);
      if (last !== undefined && !isClosed()) add(last.at, 'end', node, { isUntimed: true });
    },
  };
}
