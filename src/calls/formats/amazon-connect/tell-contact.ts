import { untoldEnd } from '../close-call.ts';
import { eventList } from '../event-list.ts';
import type { CallRow, Telling, ToldCall } from '../log-format.ts';
import type { FlowLogFacts } from './flow-log-facts.ts';
import { isLasting, leadsAway } from './module-types.ts';
import { isElsewhere, ownFlows } from './own-flows.ts';
import { kindAt, tellBlock, type Stay } from './tell-block.ts';

/**
 * Tells a contact by the entries of its flow log. The log says where a contact was, not when it ended:
 * a contact that stops at a block which leads on has been hung up by its caller, unless the log ends
 * just there. Entries of other flows are passed over while the contact is in them.
 */
export function tellContact(
  rows: readonly CallRow<FlowLogFacts>[],
  { names, logEnd }: Telling,
): ToldCall {
  const [first] = rows;
  if (first === undefined || isElsewhere(rows, names)) return { events: [] };
  const { call } = first;
  const own = ownFlows(rows, names);
  const list = eventList(call);
  let stay: Stay | undefined;
  let lastAt = first.at;

  const beginsAgain = ({ node, isOver, block }: Stay, facts: FlowLogFacts): boolean =>
    isOver && facts.isEntry && (names.beginsWith(node, facts.block) || facts.block === block);

  list.add(lastAt, 'start', '');
  for (const row of rows) {
    const { at, facts } = row;
    const { block, type, result } = facts;
    lastAt = at;
    if (!own.has(facts.flow)) {
      if (stay !== undefined) stay.isOver = true;
      continue;
    }
    const node = names.nodeOf(block) ?? (block === '' ? type : block);
    if (stay?.node !== node || beginsAgain(stay, facts)) {
      stay = { node, isAnswered: false, isOver: false, block, type };
      list.add(at, 'enter', node, { isUntimed: result !== undefined && isLasting(type) });
    }
    tellBlock(list, stay, row, names);
    stay.block = block;
    stay.type = type;
    if (result !== undefined) stay.isOver = true;
  }
  const isHandedOn =
    stay === undefined || kindAt(names, stay.node, stay.type) === 'queue' || leadsAway(stay.type);
  const end = untoldEnd(list.events, { call, lastAt, logEnd, node: stay?.node, isHandedOn });
  return { events: [...list.events, ...end] };
}
