import { below, numberBelow, textBelow, type Names } from '../tree-values.ts';
import type { Part } from './part.ts';

/** How long to wait for callers, and which keys end what they enter. */
export interface Settings {
  readonly wait: number | undefined;
  readonly interDigit: number | undefined;
  readonly max: number | undefined;
  readonly end: string | undefined;
}

/** A time as the API writes it, `5s` or `5.500s`, or as exports do: `{seconds, nanos}`. */
function secondsBelow(part: Part, ...names: Names): number | undefined {
  const text = textBelow(part.tree, ...names)?.trim() ?? '';
  if (/^\d{1,6}(?:\.\d{1,9})?s$/.test(text)) return Math.round(parseFloat(text) * 1000) / 1000;
  const written = below(part.tree, ...names);
  const seconds = numberBelow(written, 'seconds');
  const nanos = Number(textBelow(written, 'nanos') ?? 0);
  const more = Number.isInteger(nanos) && nanos > 0 && nanos < 1e9 ? nanos / 1e9 : 0;
  if (seconds === undefined && more === 0) return undefined;
  return Math.round(((seconds ?? 0) + more) * 1000) / 1000;
}

/** Settings of the nearest level count: parameter, page, flow, agent. */
export function readSettings(levels: readonly (Part | undefined)[]): Settings {
  const known = levels.filter((level) => level !== undefined);
  const first = <T>(read: (level: Part) => T | undefined): T | undefined =>
    known.map(read).find((value) => value !== undefined);
  const dtmf = ['advancedSettings', 'dtmfSettings'] as const;
  const end = first(({ tree }) => textBelow(tree, ...dtmf, 'finishDigit'));
  const max = first(({ tree }) => numberBelow(tree, ...dtmf, 'maxDigits'));
  return {
    wait: first((level) =>
      secondsBelow(level, 'advancedSettings', 'speechSettings', 'noSpeechTimeout'),
    ),
    interDigit: first((level) => secondsBelow(level, ...dtmf, 'interdigitTimeoutDuration')),
    max: max !== undefined && Number.isInteger(max) && max > 0 ? max : undefined,
    end: end !== undefined && /^[0-9*#]$/.test(end) ? end : undefined,
  };
}

/** True where the parameter must be asked for: it is required and nothing fills it by itself. */
export const isAskedFor = ({ tree }: Part): boolean => {
  const given = below(tree, 'defaultValue');
  const hasDefault = given !== undefined && !(given.kind === 'scalar' && given.value === null);
  return textBelow(tree, 'required') === 'true' && !hasDefault;
};
