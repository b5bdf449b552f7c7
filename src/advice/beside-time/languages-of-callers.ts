import { nodeOfKind } from '../../flow/call-flow.ts';
import { wilsonInterval } from '../../insight/wilson.ts';
import { callerLookUp } from '../caller-look-up.ts';
import { isProtected } from '../ground.ts';
import { freeId, ledTo } from './ask-by-number.ts';
import { earlierCalls } from './earlier-calls.ts';
import type { Help, HelpFacts } from './help.ts';

/** With surely so many choosing as in their call before, asking again is needless (judgement). */
const nearlyAll = 0.95;
const fewestCalls = 100;

/** Questions for the language to callers who choose again what they chose in their last call. */
export function proposeLanguagesOfCallers(facts: HelpFacts): readonly Help[] {
  const { flow, replay } = facts;
  const starts = new Set(flow.entries.map(({ start }) => start));
  return [...starts].flatMap((id): readonly Help[] => {
    const menu = nodeOfKind(flow, id, 'menu');
    if (menu === undefined || isProtected(menu)) return [];
    const cases = menu.options.flatMap(({ language, to, set }) =>
      language === undefined || to === undefined || set !== undefined
        ? []
        : [{ when: language, to }],
    );
    // Callers who may also do something else here would lose it.
    if (cases.length < 2 || cases.length < menu.options.length) return [];
    const answers = replay.paths.map(
      ({ choices }) => choices.find((choice) => choice.menu === id)?.option,
    );
    const { again, alike } = earlierCalls(facts, (path) => answers[path]?.toString());
    if (again < fewestCalls || (wilsonInterval(alike, again)?.low ?? 0) < nearlyAll) return [];
    const before = freeId(flow, `before-${id}`);
    const spoken = freeId(flow, `language-before-${id}`);
    return [
      {
        change: {
          about: { kind: 'skip-question', node: id, known: 'language' },
          summary: `a look-up by the number of the caller comes first, in ${before}; callers whom it recognises go on in the language of their last call`,
          edits: [
            { edit: 'add-node', id: before, node: callerLookUp(spoken, id), behind: id },
            {
              edit: 'add-node',
              id: spoken,
              node: { kind: 'branch', on: 'language', cases, otherwise: id },
              behind: before,
            },
            ...ledTo(flow, id, before),
          ],
          moves: [],
          byHand: [],
        },
        grounds: [
          `${alike} of ${again} choices of callers who had chosen before were those of their last call`,
          'the look-up must set the language, and it is unknown how many callers it would recognise',
        ],
      },
    ];
  });
}
