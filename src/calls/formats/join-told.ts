import { isClosing, type ToldEvent } from '../call-event.ts';
import { eventRanks } from '../event-table.ts';
import type { ToldCall } from './log-format.ts';

const isGuess = ({ event, untimed }: ToldEvent): boolean => untimed === true && isClosing(event);

/**
 * What several sources tell of one call. A call begins once, with the number and the version that any of them knows. An end that one source infers gives way to
 * one that another knows. What one tells with its node and another without, as the records of whole calls
 * do, is told once, with its node.
 */
export function joinTold(told: readonly ToldCall[]): ToldCall {
  const [only, ...others] = told;
  if (only !== undefined && others.length === 0) return only;
  const all = told
    .flatMap(({ events }) => events)
    .sort((a, b) => a.at - b.at || eventRanks[a.event] - eventRanks[b.event]);
  const isKnown = all.some((event) => isClosing(event.event) && !isGuess(event));
  const placed = new Set(all.flatMap(({ event, node }) => (node === '' ? [] : [event])));
  const starts = all.filter(({ event }) => event === 'start');
  const [start] = starts;
  const kept = all.filter(
    (event) =>
      !(isKnown && isGuess(event)) &&
      (event.event === 'start' ? event === start : event.node !== '' || !placed.has(event.event)),
  );
  const script = starts.find((event) => event.script !== undefined)?.script;
  const begun = {
    value: starts.find(({ value }) => value !== '')?.value ?? '',
    ...(script === undefined ? {} : { script }),
  };
  const events = kept.map((event) => (event === start ? { ...event, ...begun } : event));
  return { events, superseded: told.reduce((sum, { superseded = 0 }) => sum + superseded, 0) };
}
