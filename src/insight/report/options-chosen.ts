import { nodeOf } from '../../flow/call-flow.ts';
import { promptTimeline } from '../../flow/prompt-timeline.ts';
import { defaultSpeechFigures } from '../../prompt/speech-figures.ts';
import { exactUpperBound } from '../exact-bounds.ts';
import { rateOf } from '../rate.ts';
import { tableOf } from '../table.ts';
import { namedOption } from '../timing/timing-of.ts';
import type { Answer, Asked } from './answer.ts';

/** The options of menus with their counts, in the order of the script. */
function optionCounts({ flow, counts: { nodes, taken } }: Asked) {
  const chosen = new Map<string, number>();
  for (const [edge, count] of taken) {
    if (edge.option === undefined) continue;
    const key = `${edge.from} ${edge.option}`;
    chosen.set(key, (chosen.get(key) ?? 0) + count);
  }
  return nodes.flatMap(({ node: id, left }) => {
    const node = nodeOf(flow, id);
    if (node?.node.kind !== 'menu' || left === undefined || left === 0) return [];
    const own = node.node.options.map((option, index) => ({
      option,
      index,
      count: chosen.get(`${id} ${index}`) ?? 0,
    }));
    return [{ node, left, options: own }];
  });
}

/** Where callers ask for a person. */
export const zeroOuts: Answer = (asked) => {
  const rows = optionCounts(asked).flatMap(({ node, left, options }) => {
    const agents = options.filter(({ option }) => option.role === 'agent');
    const count = agents.reduce((sum, own) => sum + own.count, 0);
    return agents.length === 0 ? [] : [{ node: node.id, asked: rateOf(count, left) }];
  });
  return {
    insight: {
      id: 'zero-outs',
      title: 'Callers who ask for a person',
      question: 'At which menus do callers press the key for a person?',
      definition:
        'Visits that left by an option with the role agent, out of all visits that left the menu.',
      source: 'opt-out rate by node, by visits',
    },
    found: {
      tables: [
        tableOf(
          'menus',
          'By menu',
          { node: 'menu', asked: ['of the visits that left', 'rate'] },
          rows.sort((a, b) => b.asked.count - a.asked.count),
        ),
      ],
    },
  };
};

/** Which options callers choose, and whether those stand first. */
export const optionOrder: Answer = (asked) => {
  const { script } = asked.flow;
  let untimed = 0;
  const rows = optionCounts(asked).flatMap(({ node, left, options }) => {
    const { parts, separation, isKnown } = promptTimeline(
      script,
      node.node,
      script.language,
      defaultSpeechFigures,
    );
    const isTimed = separation === 'apart' && isKnown;
    if (!isTimed) untimed += 1;
    const takes = new Map(
      isTimed
        ? parts.flatMap(({ option, from, to }) =>
            option === undefined ? [] : [[option, to - from]],
          )
        : [],
    );
    const ratio = ({ index, count }: (typeof options)[number]) => count / (takes.get(index) ?? 1);
    const byDemand = options
      .filter(({ index }) => takes.has(index) || !isTimed)
      .sort((a, b) => ratio(b) - ratio(a) || a.index - b.index);
    let earlier = 0;
    return options.map((own, place) => {
      const seconds = takes.get(own.index);
      const hears = Math.max(0, left - earlier);
      earlier += own.count;
      const rank = byDemand.indexOf(own);
      return {
        ...{ node: node.id, place: place + 1, option: namedOption(node, own.index) },
        chosen: rateOf(Math.min(own.count, left), left),
        atMost: exactUpperBound(Math.min(own.count, left), left),
        takes: seconds,
        hours: seconds === undefined ? undefined : (seconds * hears) / 3600,
        placeByDemand: rank < 0 ? undefined : rank + 1,
      };
    });
  });
  return {
    insight: {
      id: 'options',
      title: 'Order of options against demand',
      question:
        'Do the options that most callers choose come first, and which options does hardly anybody choose?',
      definition:
        'Choices of an option, out of the visits that left its menu. At most: the exact upper bound of its share, 95 % one-sided. Hours: the longest that callers can have listened to it, as if nobody left or pressed a key before the end of their option. By demand: its place if the options with most choices for each second of audio came first; by choices alone if the seconds of the options aren’t known.',
      source: 'Clopper & Pearson 1934; Smith’s rule, 1956',
    },
    found: {
      tables: [
        tableOf(
          'options',
          'By option',
          {
            node: 'menu',
            place: ['place', 'number'],
            option: 'option',
            chosen: ['of the visits that left', 'rate'],
            atMost: ['at most', 'share'],
            takes: ['takes', 'seconds'],
            hours: ['hours of all callers, at most', 'number'],
            placeByDemand: ['place by demand', 'number'],
          },
          rows,
        ),
      ],
      excluded:
        untimed === 0
          ? []
          : [
              {
                count: untimed,
                what: 'menus, except for choices: the lengths of their options are unknown',
              },
            ],
    },
  };
};
