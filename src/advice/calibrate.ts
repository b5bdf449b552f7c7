import { canInterrupt } from '../flow/can-interrupt.ts';
import type { InsightInput } from '../insight/insight.ts';
import { quantileOf } from '../insight/quantile.ts';
import { rateOf } from '../insight/rate.ts';
import { fewInOthers, timePresses, type Decisions } from '../insight/timing/decisions.ts';
import { farFromEnd, fullListens } from '../insight/timing/full-listens.ts';
import { spokenPrompts, type SpokenPrompt } from '../insight/timing/reading-speed.ts';
import { timeNodes } from '../insight/timing/timing-of.ts';
import { defaultSpeechFigures } from '../prompt/speech-figures.ts';
import { pathLanguages } from '../replay/path-languages.ts';
import { grouped, plural } from '../source/plural.ts';
import type { Calibration, CalibratedFigure, MeasuredFigure } from './calibration.ts';

/** Fewer presses than this tell neither how fast nor how patient callers are (judgement). */
export const fewestPresses = 100;
/** Fewer prompts than this don't tell how fast texts are read: one may be read by another voice (judgement). */
const fewestPrompts = 4;
/** Reading twice as fast or slow as people speak says that the log's times are of something else (judgement). */
const believable = { least: 0.5, most: 2 } as const;

/** Student's t for a two-sided 95 % interval, by degrees of freedom from 3 to 30 (published tables). */
const studentT = [
  3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12,
  2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

type Found = MeasuredFigure | string;

/**
 * How much longer texts take than at the usual speed: the ratio of all that the timed prompts took to all
 * that was reckoned, with the interval of a ratio estimator over prompts (W. G. Cochran, Sampling
 * Techniques, §6.3). Prompts, not hearings, are what differs: each was spoken once.
 */
function readingFactor(prompts: readonly SpokenPrompt[]): Found {
  const n = prompts.length;
  if (n < fewestPrompts)
    return `Only ${plural(n, 'prompt')} from texts ${n === 1 ? 'is' : 'are'} heard to ${n === 1 ? 'its' : 'their'} end by 30 calls or more in one language, and ${fewestPrompts} are needed.`;
  const reckoned = sum(prompts.map((prompt) => prompt.reckoned));
  const value = sum(prompts.map(({ took }) => took)) / reckoned;
  if (!(value >= believable.least && value <= believable.most))
    return `Prompts take ${value.toFixed(2)} times as long as their texts should: the times of this log measure something else, or callers hear other texts.`;
  const squares = sum(prompts.map((prompt) => (prompt.took - value * prompt.reckoned) ** 2));
  const spread =
    (Math.sqrt((squares * n) / (n - 1)) / reckoned) * (studentT[n - 4] ?? 1.96 + 2.5 / n);
  return { value, low: value - spread, high: value + spread, count: n, of: 'prompts' };
}

/** With more full listeners than this, presses shortly before the end of a menu say little (judgement). */
const fewWait = 0.05;
/** Options whose words end so near to the end of the menu are its last, in seconds. */
const isEnd = 0.25;

/**
 * The middle decision time of all options, without those that wait for the end of the menu: they are told
 * apart where much of it is still to come, and make no difference at its last option. Between the two they
 * can't be told apart, so where there are many such options are left out.
 */
function pressTime(menus: readonly Decisions[], manyWait: boolean): Found {
  const latencies = menus.flatMap(({ options, saidBy }) =>
    options.flatMap((option) => {
      const timing = timePresses(option);
      const { part, otherShare } = option;
      if (timing === undefined || part === undefined || otherShare > fewInOthers) return [];
      const rest = saidBy - part.saidBy;
      if (manyWait && rest > isEnd && rest < farFromEnd) return [];
      return timing.latencies.filter(({ value }) => rest < farFromEnd || value < rest);
    }),
  );
  const presses = sum(latencies.map(({ times }) => times));
  const middle = quantileOf(latencies, 0.5);
  return presses < fewestPresses || middle === undefined
    ? `Only ${presses === 1 ? '1 press' : `${grouped(presses)} presses`} can be compared with the time of their option, and ${fewestPresses} are needed.`
    : { ...middle, count: presses, of: 'presses' };
}

function listenShare(menus: readonly Decisions[]): Found {
  const rates = menus.flatMap((menu) => fullListens(menu) ?? []);
  const all = rateOf(sum(rates.map(({ count }) => count)), sum(rates.map((rate) => rate.of)));
  return all.of < fewestPresses || all.rate === undefined
    ? `Only ${all.of === 1 ? '1 press is' : `${grouped(all.of)} presses are`} for options with ${farFromEnd} s or more of their menu still to come, and ${fewestPresses} are needed.`
    : { value: all.rate, low: all.low ?? 0, high: all.high ?? 1, count: all.of, of: 'presses' };
}

const rounded = ({ value, low, high, ...rest }: MeasuredFigure): MeasuredFigure => {
  const short = (figure: number) => Math.round(figure * 1e4) / 1e4;
  return { value: short(value), low: short(low), high: short(high), ...rest };
};

/**
 * What a log tells of the figures of the caller-time model: how much time texts take, how long callers take
 * to press, and how many hear a menu to its end first. Reading comes first, as the others are told against
 * it; where it is refused, the usual speed stands. Menus that can't be interrupted tell neither of the
 * others. A figure that too little is known of is refused, with the reason.
 */
export function calibrate(input: Pick<InsightInput, 'flow' | 'log' | 'replay'>): Calibration {
  const { flow, log } = input;
  const { script } = flow;
  const usual = timeNodes(input, defaultSpeechFigures);
  const textTimeFactor = readingFactor(spokenPrompts(input, usual, defaultSpeechFigures));
  const timed =
    typeof textTimeFactor === 'string'
      ? usual
      : timeNodes(input, { ...defaultSpeechFigures, textTimeFactor: textTimeFactor.value });
  const menus = timed.flatMap(({ node: { node }, decisions }) =>
    decisions !== undefined && node.kind === 'menu' && canInterrupt(script, node)
      ? [decisions]
      : [],
  );
  const { assumed } = pathLanguages(flow, input.replay.paths);
  const isUnsure = assumed > fewInOthers * log.calls;
  const unsure = `The number dialled of ${plural(assumed, 'call')} is unknown, and entries speak several languages. So it is unknown when an option was said.`;
  const waits = listenShare(menus);
  const manyWait = typeof waits === 'string' || waits.high > fewWait;
  const found: Readonly<Record<CalibratedFigure, Found>> = {
    press: isUnsure ? unsure : pressTime(menus, manyWait),
    fullListenShare: isUnsure ? unsure : waits,
    textTimeFactor,
  };
  const entries = Object.entries(found) as [CalibratedFigure, Found][];
  const iso = (ms: number) => new Date(ms).toISOString();
  return {
    calibration: 1,
    script: script.id,
    ...(log.window === undefined
      ? {}
      : { window: { from: iso(log.window.from), to: iso(log.window.to) } }),
    calls: log.calls,
    figures: Object.fromEntries(
      entries.flatMap(([figure, own]) => (typeof own === 'string' ? [] : [[figure, rounded(own)]])),
    ),
    refused: entries.flatMap(([figure, why]) => (typeof why === 'string' ? [{ figure, why }] : [])),
  };
}
