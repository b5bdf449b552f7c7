import { defineInsight } from '../insight.ts';
import { rateOf } from '../rate.ts';
import { tableOf } from '../table.ts';
import { namedOption, timingOf, type TimedNode } from './timing-of.ts';

/** What the words of an option cost all callers, against how many choose it. */
export interface ListeningTax {
  readonly option: number;
  /** In the order in which options are said, from 1. */
  readonly place: number;
  /** What it takes to say, its pause included. */
  readonly takes: number;
  /** Hearings that came to its words, and choices of it at any hearing. */
  readonly heard: number;
  readonly chosen: number;
  /** Seconds that all callers listened to it, and those of them who chose otherwise, or nothing. */
  readonly seconds: number;
  readonly byOthers: number;
  /** Its place were options said by callers for each second of audio, most first. */
  readonly placeByDemand: number;
}

/**
 * The seconds of all callers' time that each option takes, from how long callers really listened: what was
 * heard of it, up to the press or the hang-up. The taxes of a menu's parts add up to all that was listened
 * to. Nothing where options can't be told apart.
 */
export function listeningTax({ heard, hearings, node }: TimedNode): readonly ListeningTax[] {
  if (node.kind !== 'menu' || !heard.timeline.isKnown) return [];
  const chosen = new Map<number, number>();
  for (const { option, times } of hearings)
    if (option !== undefined) chosen.set(option, (chosen.get(option) ?? 0) + times);
  const said = heard.parts.flatMap((part) =>
    part.option === undefined ? [] : [{ ...part, option: part.option }],
  );
  const ratio = ({ option, from, to }: (typeof said)[number]) =>
    (chosen.get(option) ?? 0) / (to - from);
  const byDemand = [...said].sort((a, b) => ratio(b) - ratio(a) || a.from - b.from);
  return said.map((part, index) => ({
    option: part.option,
    place: index + 1,
    takes: part.to - part.from,
    heard: part.heard,
    chosen: chosen.get(part.option) ?? 0,
    seconds: part.seconds,
    byOthers: part.seconds - part.ownSeconds,
    placeByDemand: byDemand.indexOf(part) + 1,
  }));
}

/** What options cost those who don't want them. */
export const listeningTaxInsight = defineInsight({
  id: 'listening-tax',
  title: 'What each option costs all callers',
  question: 'How much of all callers’ time does an option take, and how many choose it?',
  definition:
    'Seconds that callers listened to the words of this option, by the length of each hearing, over all hearings. Of these: the seconds of callers who chose something else or nothing. Chosen: choices of this option, out of all hearings of its menu. By demand: its place if the options with most choices for each second of audio came first.',
  source: 'listening tax d·R of an option (Smith’s rule, 1956), measured instead of modelled',
  find(input) {
    const { calls } = input.replay;
    const timed = timingOf(input);
    const rows = timed.flatMap((one) =>
      listeningTax(one).map((tax) => ({
        ...tax,
        node: one.node.id,
        option: namedOption(one.node, tax.option),
        hours: tax.seconds / 3600,
        perCall: calls === 0 ? undefined : tax.seconds / calls,
        chosen: rateOf(tax.chosen, one.heard.hearings),
        others: tax.seconds === 0 ? undefined : tax.byOthers / calls,
      })),
    );
    const menus = timed.filter(({ node }) => node.kind === 'menu');
    const untold = menus.filter((one) => listeningTax(one).length === 0).length;
    return {
      tables: [
        tableOf(
          'options',
          'By option',
          {
            node: 'menu',
            place: ['place', 'number'],
            option: 'option',
            takes: ['takes', 'seconds'],
            hours: ['hours of all callers', 'number'],
            perCall: ['a call', 'seconds'],
            others: ['of which by others', 'seconds'],
            chosen: ['chosen, of all hearings', 'rate'],
            placeByDemand: ['place by demand', 'number'],
          },
          [...rows].sort((a, b) => b.seconds - a.seconds),
        ),
      ],
      excluded: untold === 0 ? [] : [{ count: untold, what: 'menus whose options can’t be timed' }],
      notes: [
        'ivr suggest calculates what another order would save. It keeps pinned options in their place.',
      ],
    };
  },
});
