import { defineInsight } from '../insight.ts';
import { toldQuantile } from '../quantile.ts';
import { fewestCalls, rateOf } from '../rate.ts';
import { tableOf } from '../table.ts';
import {
  decisionTime,
  fewInOthers,
  mostInOthers,
  timePresses,
  type UntimedReason,
} from './decisions.ts';
import { fullListens } from './full-listens.ts';
import { languageNotes, namedOption, timingOf } from './timing-of.ts';

const untimedWords: Readonly<Record<UntimedReason, string>> = {
  silent: 'the menu itself names no options',
  unknown: 'a length is missing',
  'one-recording': 'its options are one recording',
  'one-text': 'its options are in one text that can’t be split',
};

/** How long callers take to decide once their option was said. */
export const decisionTimesInsight = defineInsight({
  id: 'decision-times',
  title: 'How long callers take to decide',
  question:
    'How soon after the words of an option do callers press its key, and who presses before?',
  definition:
    'Presses at first hearings of a menu, by option. The times come from the log. What is said at which second is calculated from recordings and texts. Decision time: from the end of the option’s words to the press; the median of the presses after that end, with the interval of order statistics. If a menu can’t be interrupted, the time runs from the end of the menu. Fewer than 30 presses give no time. Before: presses before the option’s words began. During: presses while they were said.',
  source: 'median with a distribution-free interval; barge-in as VoiceXML uses the word',
  find(input) {
    const untimed: string[] = [];
    let [mixed, tooMixed] = [0, 0];
    const rows = timingOf(input).flatMap((timed) => {
      const { decisions } = timed;
      if (decisions === undefined) return [];
      if (decisions.untimed !== undefined)
        untimed.push(`"${timed.node.id}": ${untimedWords[decisions.untimed]}.`);
      return decisions.options.flatMap((option) => {
        const presses = option.pressedAt.reduce((sum, { times }) => sum + times, 0);
        if (presses === 0) return [];
        const timing = timePresses(option);
        const middle = presses < fewestCalls ? undefined : decisionTime(option);
        const isClear = option.otherShare <= fewInOthers;
        if (timing !== undefined && !isClear) {
          if (option.otherShare > mostInOthers) tooMixed += 1;
          else mixed += 1;
        }
        return [
          {
            node: timed.node.id,
            option: namedOption(timed.node, option.option),
            presses,
            pressedAt: toldQuantile(option.pressedAt, 0.5)?.value,
            ...{ middle: middle?.value, low: middle?.low, high: middle?.high },
            slow:
              timing === undefined || !isClear
                ? undefined
                : toldQuantile(timing.latencies, 0.9)?.value,
            before:
              timing === undefined || !isClear
                ? undefined
                : !decisions.interrupts
                  ? undefined
                  : rateOf(timing.before, presses),
            during:
              timing === undefined || !isClear
                ? undefined
                : !decisions.interrupts
                  ? undefined
                  : rateOf(timing.during, presses),
          },
        ];
      });
    });
    return {
      tables: [
        tableOf(
          'options',
          'By option',
          {
            node: 'menu',
            option: 'option',
            presses: ['presses', 'count'],
            pressedAt: ['pressed at', 'seconds'],
            middle: ['decision time', 'seconds'],
            low: ['at least', 'seconds'],
            high: ['at most', 'seconds'],
            slow: ['90 % within', 'seconds'],
            before: ['before it was said', 'rate'],
            during: ['while it was said', 'rate'],
          },
          [...rows].sort((a, b) => b.presses - a.presses),
        ),
      ],
      excluded:
        tooMixed === 0
          ? []
          : [
              {
                count: tooMixed,
                what: 'options, except for when they were pressed: more than 20 % of the presses were in languages that say them at another time',
              },
            ],
      notes: [
        ...(untimed.length === 0
          ? []
          : [`For some menus it is unknown when an option was said. ${untimed.join(' ')}`]),
        ...(mixed === 0
          ? []
          : [
              `${mixed} options are heard in several languages, and a press doesn't show which. The interval of their decision times allows for that.`,
            ]),
        ...languageNotes(input),
      ],
    };
  },
});

/** Who listens to a menu as a whole. */
export const wholeMenuInsight = defineInsight({
  id: 'whole-menu',
  title: 'Who hears the whole menu',
  question:
    'How many callers hear a menu to its end, and how many of them could have chosen before?',
  definition:
    'Heard to the end: first hearings that lasted up to the last word, out of all first hearings. Heard all before choosing: presses after the last word, out of the presses for options with at least 5 s of the menu still to come. Callers who choose one of the last options don’t show whether they would have listened on.',
  source:
    'the share of full listens that the caller-time model asks for, docs/how-savings-are-computed.md',
  find(input) {
    const rows = timingOf(input).flatMap((timed) => {
      const { decisions } = timed;
      const { timeline } = timed.heard;
      if (decisions === undefined || !timeline.isKnown || timed.heard.mixedLanguages > 0) return [];
      const first = timed.hearings.filter(({ again }) => again === undefined);
      const count = (list: typeof first) => list.reduce((sum, { times }) => sum + times, 0);
      const whole = first.filter(({ seconds }) => seconds >= timeline.seconds);
      return [
        {
          node: timed.node.id,
          seconds: timeline.seconds,
          heard: rateOf(count(whole), count(first)),
          waited: fullListens(decisions),
        },
      ];
    });
    const menus = timingOf(input).filter(({ node }) => node.kind === 'menu').length;
    return {
      tables: [
        tableOf(
          'menus',
          'By menu',
          {
            node: 'menu',
            seconds: ['takes', 'seconds'],
            heard: ['heard to the end, of first hearings', 'rate'],
            waited: ['heard all before choosing an early option', 'rate'],
          },
          [...rows].sort((a, b) => b.heard.of - a.heard.of),
        ),
      ],
      excluded:
        rows.length === menus
          ? []
          : [
              {
                count: menus - rows.length,
                what: 'menus whose length is unknown, or differs by language',
              },
            ],
    };
  },
});
