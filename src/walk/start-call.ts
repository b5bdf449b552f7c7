import type { CallFlow } from '../flow/call-flow.ts';
import type { CallState, Step } from './call-state.ts';
import { arrive } from './moves.ts';

/**
 * A call that begins at an entry of the script (its position in the script's list, the first where
 * nothing is said). An entry that leads to no node is cut off at once.
 */
export function startCall(flow: CallFlow, entry = 0): Step {
  const { script } = flow;
  const written = script.entries[entry];
  const state: CallState = {
    node: undefined,
    language: written?.language ?? script.language,
    silences: 0,
    mismatches: 0,
    retry: undefined,
    menus: [],
    attributes: written?.set ?? {},
    results: {},
    rounds: {},
    seconds: 0,
    ended: undefined,
  };
  const began = { event: 'start', node: '', value: '', seconds: 0 } as const;
  const id = written?.start;
  if (id === undefined || !flow.graph.hasNode(id)) {
    const cutOff = { event: 'disconnect', node: '', value: '', seconds: 0 } as const;
    return {
      state: { ...state, ended: { event: 'disconnect', why: 'nowhere' } },
      events: [began, cutOff],
    };
  }
  const entered = { event: 'enter', node: id, value: '', seconds: 0 } as const;
  return {
    state: arrive(state, id, flow.graph.node(id).kind, 0),
    events: [began, entered],
  };
}
