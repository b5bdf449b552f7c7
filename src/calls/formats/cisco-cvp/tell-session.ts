import { eventList, type EventList } from '../event-list.ts';
import type { CallRow, Telling, ToldCall } from '../log-format.ts';
import { noNames, type NodeNames } from '../node-names.ts';
import { serverOffset } from './session-time.ts';

/** What is kept of a line. The rows' moments are those on the server's clock, as if it were UTC. */
export interface ActivityFacts {
  /** When the session began, in milliseconds since 1970, UTC. */
  readonly start: number;
  readonly element: string;
  readonly category: string;
  readonly action: string;
  readonly description: string;
}

type Row = CallRow<ActivityFacts>;

const failures = /error|fail|invalid|not[ _]?found|no[ _]?data|unavailable|timeout/i;
const successes = /^(?:done|success|ok|valid|validated|found|true|yes)$/i;

/** Whether a text is this word; capitals don't matter. */
const says = (word: string, text: string): boolean => word === text.toLowerCase();

/** Elements that callers hear: the others decide and look things up. */
function heardElements(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ facts }) => (facts.category === 'interaction' ? [facts.element] : [])),
  );
}

/** The number dialled, where the session was told of it. */
function numberDialled(rows: readonly Row[]): string {
  const row = rows.find(({ facts }) => facts.category === 'start' && facts.action === 'dnis');
  const number = row?.facts.description ?? '';
  return number === 'NA' ? '' : number;
}

/** How the session ended; `how` is what the application says of it. */
function end(list: EventList, at: number, node: string, how: string): void {
  if (says('hangup', how)) list.add(at, 'hangup', node);
  else if (says('disconnect', how)) list.add(at, 'disconnect', node);
  // Handed back to the router, or to another application: what follows stands elsewhere.
  else list.add(at, 'end', node);
}

/** Tells what a visit of an element ended with. */
function exit(
  list: EventList,
  at: number,
  { node, state, isUnheard }: { node: string; state: string; isUnheard: boolean },
  names: NodeNames,
): void {
  const kind = names.kindOf(node);
  if (isUnheard) {
    if (says('max_noinput', state)) list.add(at, 'noinput', node);
    if (says('max_nomatch', state)) list.add(at, 'nomatch', node);
  }
  if (kind !== 'task' && kind !== 'callback' && kind !== 'transfer') return;
  if (failures.test(state)) list.add(at, 'failure', node);
  else if (successes.test(state)) list.add(at, 'success', node);
}

/**
 * Tells a session by its activity log. Elements that callers don't hear and that the script doesn't know
 * decide something, or look it up: they are passed over.
 */
export function tellSession(rows: readonly Row[], { names }: Telling): ToldCall {
  const [first] = rows;
  if (first === undefined) return { events: [] };
  const offset = serverOffset(first.at, first.facts.start);
  const list = eventList(first.call);
  const heard = heardElements(rows);
  let node = '';
  let isUnheard = true;

  const nodeAt = (element: string): string | undefined => {
    const known = names.nodeOf(element);
    if (known !== undefined) return known;
    return names === noNames || heard.has(element) ? element : undefined;
  };
  for (const { at: shown, facts } of rows) {
    const at = shown - offset;
    const { element, category, action, description } = facts;
    const here = element === '' ? undefined : nodeAt(element);
    switch (category) {
      case 'start':
        if (list.events.length === 0) list.add(at, 'start', '', { value: numberDialled(rows) });
        break;
      case 'enter':
        if (here === undefined) break;
        node = here;
        isUnheard = true;
        list.add(at, 'enter', here);
        break;
      case 'interaction':
        if (here === undefined || here !== node) break;
        if (says('noinput', action) || says('nomatch', action)) {
          list.add(at, says('noinput', action) ? 'noinput' : 'nomatch', here);
          isUnheard = false;
        } else if (says('utterance', action))
          list.add(at, 'input', here, { value: description.replaceAll(' ', '') });
        break;
      case 'exit':
        if (here !== undefined && here === node)
          exit(list, at, { node, state: action, isUnheard }, names);
        break;
      case 'end':
        if (says('how', action) && !list.isClosed()) end(list, at, node, description);
        break;
    }
  }
  list.endUntold(node);
  return { events: list.events };
}
