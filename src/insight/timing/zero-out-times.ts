import { defineInsight } from '../insight.ts';
import { toldQuantile } from '../quantile.ts';
import { rateOf } from '../rate.ts';
import { tableOf } from '../table.ts';
import { wholeRate } from './listening.ts';
import { partLabel } from './part-label.ts';
import { timingOf } from './timing-of.ts';

/** When in a menu callers ask for a person. */
export const zeroOutTimesInsight = defineInsight({
  id: 'zero-out-times',
  title: 'When callers ask for a person',
  question:
    'In which second of a menu do callers press the key for a person: before they have listened?',
  definition:
    'Presses of an option with the role agent, out of all hearings of its menu. Early: before the words of that option ended, so by heart or without listening. Late: after them. By part: presses during this part, out of the hearings that reached its beginning.',
  source: 'opt-out rate over time in the menu; the clock begins when the call comes to the menu',
  find(input) {
    const menus = timingOf(input).flatMap((timed) => {
      const { node } = timed.node;
      if (node.kind !== 'menu') return [];
      const agents = new Set(
        node.options.flatMap(({ role }, index) => (role === 'agent' ? [index] : [])),
      );
      const presses = timed.hearings.filter(
        ({ option }) => option !== undefined && agents.has(option),
      );
      return presses.length === 0 ? [] : [{ timed, agents, presses }];
    });
    const rows = menus.map(({ timed, agents, presses }) => {
      const { heard, node } = timed;
      const count = (list: typeof presses) => list.reduce((sum, { times }) => sum + times, 0);
      const told = heard.timeline.parts.find(
        ({ option }) => option !== undefined && agents.has(option),
      );
      const first = presses.filter(({ again }) => again === undefined);
      const isKnown = told !== undefined && heard.timeline.isKnown && heard.mixedLanguages === 0;
      const early = first.filter(({ seconds }) => seconds < (told?.saidBy ?? 0));
      const middle = toldQuantile(
        first.map(({ seconds, times }) => ({ value: seconds, times })),
        0.5,
      );
      return {
        node: node.id,
        pressed: rateOf(count(presses), heard.hearings),
        pressedAt: middle?.value,
        told: isKnown ? told.saidBy : undefined,
        early: isKnown ? rateOf(count(early), count(first)) : undefined,
      };
    });
    const parts = menus.flatMap(({ timed: { node, heard }, agents }) =>
      heard.parts.flatMap((part) => {
        if (!heard.timeline.isKnown || heard.timeline.separation !== 'apart') return [];
        const pressed = [...part.chose].reduce(
          (sum, [option, times]) => sum + (agents.has(option) ? times : 0),
          0,
        );
        return pressed === 0
          ? []
          : [
              {
                ...{ node: node.id, part: partLabel(node, part), from: part.from },
                pressed: wholeRate(pressed, part.heard),
              },
            ];
      }),
    );
    return {
      tables: [
        tableOf(
          'menus',
          'By menu',
          {
            node: 'menu',
            pressed: ['asked for a person, of all hearings', 'rate'],
            pressedAt: ['median at', 'seconds'],
            told: ['the option has been said by', 'seconds'],
            early: ['early, of first hearings', 'rate'],
          },
          [...rows].sort((a, b) => b.pressed.count - a.pressed.count),
        ),
        tableOf(
          'parts',
          'By what was being said',
          {
            node: 'menu',
            part: 'being said',
            from: ['from', 'seconds'],
            pressed: ['asked for a person, of those who heard it begin', 'rate'],
          },
          [...parts].sort((a, b) => b.pressed.count - a.pressed.count),
        ),
      ],
    };
  },
});
