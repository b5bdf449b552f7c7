import { edgesFrom, type CallFlow } from '../../flow/call-flow.ts';
import { firstQuestions } from '../../flow/first-questions.ts';
import { leadingTo, reachable } from '../../flow/reach.ts';
import type { NodeId } from '../../script/names.ts';
import { defineRule } from '../rule.ts';

/** Nodes where a call reaches people, or may: what is behind the last four can't be known. */
function mayBePeople(flow: CallFlow): readonly NodeId[] {
  const kinds = new Set(['queue', 'transfer', 'callback', 'subflow', 'opaque']);
  return [
    ...flow.nodes.filter(({ kind }) => kinds.has(kind)).map(({ id }) => id),
    ...flow.loose.map((exit) => exit.from),
  ];
}

/**
 * True for a flow in which callers find their own way, and not a whisper, a hold or a survey: a line
 * with a number that asks something, or a menu whose options lead to different places.
 */
function isCallersMenu(flow: CallFlow, reached: ReadonlySet<NodeId>, hasNumber: boolean): boolean {
  return flow.nodes.some(({ id, kind }) => {
    if (!reached.has(id) || (kind !== 'menu' && kind !== 'collect')) return false;
    const choices = edgesFrom(flow, id).filter((edge) => edge.option !== undefined && !edge.does);
    return hasNumber || new Set(choices.map((edge) => edge.to)).size > 1;
  });
}

/** A caller who needs a person finds none, whatever they press. */
export const noHumanPath = defineRule({
  id: 'no-human-path',
  severity: 'error',
  summary: 'a person can be reached from wherever callers are asked something',
  source:
    'W3C COGA, voice systems: offer a human at any point; Spain Ley 10/2025 and Portugal DL 134/2009 ask for a person in the first menu',
  messages: {
    nowhere: {
      says: 'Nobody who calls here can reach a person: no queue, transfer or callback can be reached.',
      help: 'Lead at least one way, and what callers get wrong, to a queue.',
    },
    lost: {
      says: 'Callers at "{node}" can\'t reach a person any more, whatever they press.',
      help: 'Give "{node}" an option for a person, or a way back to a menu that has one.',
    },
  },
  check({ script, flow, report }) {
    const reached = reachable(flow);
    const hasNumber = script.entries.some(({ number }) => number !== undefined);
    if (!isCallersMenu(flow, reached, hasNumber)) return;
    const hopeful = leadingTo(flow, mayBePeople(flow));
    const severity = hasNumber ? 'error' : 'warning';
    const lost = new Set([...reached].filter((id) => !hopeful.has(id)));
    if (lost.size === 0) return;
    const nowhere = flow.entries.filter(({ start }) => lost.has(start));
    for (const { path } of nowhere) report({ message: 'nowhere', at: path, severity });
    if (nowhere.length === flow.entries.length) return;
    for (const id of firstQuestions(flow, lost)) {
      report({ message: 'lost', data: { node: id }, at: ['nodes', id], aim: 'key', severity });
    }
  },
});
