import { nodeOfKind } from '../../flow/call-flow.ts';
import { wilsonInterval } from '../../insight/wilson.ts';
import { grouped, plural } from '../../source/plural.ts';
import { isProtected } from '../ground.ts';
import type { Help, HelpFacts } from './help.ts';

/** With surely so many of a number's callers choosing its own language, asking them is needless (judgement). */
const nearlyAll = 0.95;
const fewestCalls = 100;

/** Numbers for one language whose callers are asked for it all the same. */
export function proposeLanguagesOfNumbers({ flow, replay }: HelpFacts): readonly Help[] {
  return flow.script.entries.flatMap((entry, index): readonly Help[] => {
    const { number, language, start } = entry;
    const menu = nodeOfKind(flow, start, 'menu');
    if (menu === undefined || language === undefined || typeof number !== 'string') return [];
    const position = menu.options.findIndex((option) => option.language === language);
    const option = menu.options[position];
    if (option?.to === undefined || option.set !== undefined || isProtected(menu)) return [];
    let [all, own] = [0, 0];
    for (const { steps, choices, calls } of replay.paths) {
      const [first] = steps;
      if (first?.event !== 'start' || first.value !== number) continue;
      const choice = choices.find((one) => one.menu === start);
      if (choice === undefined) continue;
      all += calls;
      if (choice.option === position) own += calls;
    }
    if (all < fewestCalls || (wilsonInterval(own, all)?.low ?? 0) < nearlyAll) return [];
    const at = ['entries', index];
    return [
      {
        change: {
          about: { kind: 'skip-question', node: start, known: 'language' },
          summary: `calls to this number go on in ${language} at once, to ${option.to}`,
          edits: [{ edit: 'field', at, field: 'start', before: start, after: option.to }],
          moves: [],
          byHand: [],
        },
        grounds: [
          `${grouped(own)} of ${plural(all, 'caller')} of a number for ${language} choose ${language}`,
          `${grouped(all - own)} chose another language, and would have to ask for it`,
        ],
      },
    ];
  });
}
