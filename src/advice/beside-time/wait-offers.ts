import { dwellTimes } from '../../calls/dwell-times.ts';
import { wilsonInterval } from '../../insight/wilson.ts';
import type { NodeOfKind } from '../../script/script.ts';
import type { ScriptEdit } from '../script-edit.ts';
import { isProtected } from '../ground.ts';
import type { Help, HelpFacts } from './help.ts';

/** With surely more callers than this giving up, a queue should offer something else (judgement). */
const manyGiveUp = 0.1;
const fewestWaits = 100;

/** What a script can offer to those who wait: a way that it has already. */
function offerOf({ flow }: HelpFacts): 'callback' | 'self-service' | undefined {
  if (flow.nodes.some(({ kind }) => kind === 'callback')) return 'callback';
  return flow.nodes.some(({ node }) => node.kind === 'task' && node.selfService === true)
    ? 'self-service'
    : undefined;
}

function offerEdit(id: string, { announce }: NodeOfKind<'queue'>, offer: string): ScriptEdit {
  return announce === undefined
    ? { edit: 'field', at: ['nodes', id], field: 'announce', before: undefined, after: { offer } }
    : {
        ...{ edit: 'field', at: ['nodes', id, 'announce'], field: 'offer' },
        ...{ before: undefined, after: offer },
      };
}

/** Queues in whose wait many give up and nothing is offered. */
export function proposeWaitOffers(facts: HelpFacts): readonly Help[] {
  const { flow, log } = facts;
  const offer = offerOf(facts);
  if (log === undefined || offer === undefined) return [];
  return flow.nodes.flatMap(({ id, node }): readonly Help[] => {
    if (node.kind !== 'queue' || node.announce?.offer !== undefined || isProtected(node)) return [];
    const waits = [
      ...dwellTimes(log.dwell.filter((one) => one.node === id && one.from === 'queue')),
    ];
    const all = waits.reduce((sum, { times }) => sum + times, 0);
    const left = waits.reduce(
      (sum, { to, times }) => sum + (to === 'abandon' || to === 'hangup' ? times : 0),
      0,
    );
    if (all < fewestWaits || (wilsonInterval(left, all)?.low ?? 0) < manyGiveUp) return [];
    const path = ['nodes', id, 'announce', 'say'];
    return [
      {
        change: {
          about: { kind: 'wait-offer', queue: id, offer },
          summary: `announce.offer: ${offer}`,
          edits: [offerEdit(id, node, offer)],
          moves: [],
          byHand: [{ path, why: 'record-new' }],
        },
        grounds: [
          `${left} of ${all} waits end with the caller giving up`,
          'it is unknown how many would accept the offer',
        ],
      },
    ];
  });
}
