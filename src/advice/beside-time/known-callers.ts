import { isCardData, collectedData } from '../../prompt/collected-data.ts';
import type { NodeOfKind } from '../../script/script.ts';
import type { Language } from '../../script/values.ts';
import { grouped, plural } from '../../source/plural.ts';
import { callerLookUp } from '../caller-look-up.ts';
import { isProtected } from '../ground.ts';
import { freeId, ledTo } from './ask-by-number.ts';
import { earlierCalls } from './earlier-calls.ts';
import type { Help, HelpFacts } from './help.ts';

/** With so many of those asked having told it in an earlier call, a look-up is worth building (judgement). */
const manyAgain = 0.1;
const fewestCalls = 100;

/** What tells who calls; a PIN or the code of a card proves it, and is asked for on purpose. */
const tellsWho = new Set(['account', 'phone', 'identity']);

function asksWho(node: NodeOfKind<'collect'>, fallback: Language): boolean {
  if (node.data !== undefined) return tellsWho.has(node.data);
  const collected = collectedData(node, fallback);
  if (collected !== undefined) return collected.data !== 'pin' && !isCardData(collected.data);
  return node.sensitive === true;
}

/** Questions for who calls to callers who have told it in an earlier call of the log. */
export function proposeKnownCallers(facts: HelpFacts): readonly Help[] {
  const { flow, replay } = facts;
  return flow.nodes.flatMap(({ id, node }): readonly Help[] => {
    if (node.kind !== 'collect' || node.to === undefined || isProtected(node)) return [];
    if (!asksWho(node, flow.script.language)) return [];
    const { to } = node;
    const answers = replay.paths.map(({ edges }) =>
      edges.some((edge) => edge.from === id && edge.trigger === 'next') ? 'told' : undefined,
    );
    const { known, again } = earlierCalls(facts, (path) => answers[path]);
    if (known < fewestCalls || again < manyAgain * known) return [];
    const before = freeId(flow, `before-${id}`);
    return [
      {
        change: {
          about: { kind: 'skip-question', node: id, known: 'identity' },
          summary: `a look-up by the number of the caller comes first, in ${before}; callers whom it recognises go on to ${to}`,
          edits: [
            { edit: 'add-node', id: before, node: callerLookUp(to, id), behind: id },
            ...ledTo(flow, id, before),
          ],
          moves: [],
          byHand: [],
        },
        grounds: [
          `${grouped(again)} of ${plural(known, 'call')} that gave it here come from a caller who had given it in an earlier call of the log`,
          'a number can be forged: where proof is needed, still ask for a PIN or similar',
          'the look-up itself must be built, and it is unknown how many callers it would recognise',
        ],
      },
    ];
  });
}
