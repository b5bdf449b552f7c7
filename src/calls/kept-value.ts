import type { CallFlow } from '../flow/call-flow.ts';
import { isUnknown } from '../script/values.ts';
import type { CallEventName } from './call-event.ts';

/**
 * The values of a log that a script explains, and that may therefore be kept: plain data, for readers
 * in other threads.
 */
export interface KnownValues {
  /** What can be chosen at each node of the script. */
  readonly choices: ReadonlyMap<string, ReadonlySet<string>>;
  /** The numbers that callers dial. */
  readonly numbers: ReadonlySet<string>;
}

/** Stands for a dialled number that the script hasn't. */
export const otherNumber = 'other';

/** A log of no known script: single keys are kept, as only menus take them. */
export const nothingKnown: KnownValues = { choices: new Map(), numbers: new Set() };

/** The keys, intents and numbers of a flow. */
export function knownValuesOf(flow: CallFlow): KnownValues {
  const choices = new Map<string, ReadonlySet<string>>();
  for (const { id, node } of flow.nodes) {
    const values =
      node.kind === 'menu'
        ? node.options.flatMap(({ key, intent }) => [key, intent])
        : node.kind === 'opaque'
          ? node.exits.map(({ when }) => when)
          : [];
    choices.set(id, new Set(values.filter((value) => value !== undefined)));
  }
  const numbers = flow.script.entries.flatMap(({ number }) =>
    number === undefined || isUnknown(number) ? [] : [number],
  );
  return { choices, numbers: new Set(numbers) };
}

/** The keys, intents and numbers of several flows together. */
export function joinedValues(all: readonly KnownValues[]): KnownValues {
  const choices = new Map<string, ReadonlySet<string>>();
  for (const [node, values] of all.flatMap((known) => [...known.choices]))
    choices.set(node, new Set([...(choices.get(node) ?? []), ...values]));
  return { choices, numbers: new Set(all.flatMap(({ numbers }) => [...numbers])) };
}

const looksLikeOneKey = (value: string): boolean => /^[0-9*#]{1,2}$/.test(value);

/** Five digits or more and no letter: it may be somebody's number. */
const looksLikeNumber = (value: string): boolean =>
  !/\p{L}/u.test(value) && value.replace(/\D/g, '').length >= 5;

const longestQueueName = 100;

/**
 * The part of an event's value that a path may keep: keys and intents that the menu offers, single
 * keys at nodes where something can be chosen or that the script hasn't, queues, and the dialled
 * number if it is the script's own. Digits that callers enter, numbers of callers and of agents are
 * never kept.
 */
export function keptValue(
  known: KnownValues,
  event: CallEventName,
  node: string,
  value: string,
): string {
  if (value === '') return '';
  switch (event) {
    case 'input': {
      const choices = known.choices.get(node);
      if (choices?.has(value) === true) return value;
      const mayChoose = choices === undefined || choices.size > 0;
      return mayChoose && looksLikeOneKey(value) ? value : '';
    }
    case 'start':
      return known.numbers.has(value) ? value : otherNumber;
    case 'queue':
      return looksLikeNumber(value) ? '' : value.slice(0, longestQueueName);
    case 'enter':
    case 'noinput':
    case 'nomatch':
    case 'success':
    case 'failure':
    case 'answer':
    case 'transfer':
    case 'abandon':
    case 'hangup':
    case 'disconnect':
    case 'end':
      return '';
  }
}
