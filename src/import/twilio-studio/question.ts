import type { Extent } from '../../source/tree.ts';
import type { Link, Way } from '../exit-slot.ts';
import { textBelow } from '../tree-values.ts';
import { gatheredMenuOf, type GatheredMenu } from './gathered-menu.ts';
import { expressionIn } from './liquid.ts';
import { retryLimitOf, type RetryLimit } from './retry-counter.ts';
import { linkOf, transitionOf, type Widget } from './widget.ts';

/** What happens to callers who don't answer as asked. */
export interface Retries {
  /** Where Studio sends them; several where keys and speech lead apart. */
  readonly ways: readonly Way[];
  /** The counter that sends them round again, where the flow has one. */
  readonly limit: RetryLimit | undefined;
  readonly at: Extent;
}

/** A `gather-input-on-call` with all the widgets that make one question of it. */
export interface Question {
  /** The choices; nothing where a number is asked for. */
  readonly menu: GatheredMenu | undefined;
  /** The split that sends back who entered too little of a number. */
  readonly length: LengthSplit | undefined;
  readonly noInput: Retries;
  readonly noMatch: Retries;
}

/** A split on how many keys were entered. */
export interface LengthSplit {
  readonly split: Widget;
  /** The fewest keys that are enough. */
  readonly min: number;
  readonly enough: Link;
  readonly tooFew: Way;
}

/** Reads a split on `{{widgets.X.Digits | size}}` behind a gather. */
function lengthSplitOf(
  gather: Widget,
  widgetAt: (link: Link | undefined) => Widget | undefined,
): LengthSplit | undefined {
  const split = widgetAt(linkOf(gather, 'keypress'));
  if (split?.type !== 'split-based-on') return undefined;
  const [match, another] = split.transitions.filter(({ event }) => event === 'match');
  const [condition, more] = match?.conditions ?? [];
  if (match === undefined || condition === undefined || more !== undefined) return undefined;
  const input = condition.argument ?? textBelow(split.properties, 'input') ?? '';
  const expression = expressionIn(input);
  const isLength =
    another === undefined &&
    expression?.path === `widgets.${gather.name}.Digits` &&
    expression.filters.join() === 'size';
  const limit = /^\d{1,2}$/.test(condition.value.trim()) ? Number(condition.value) : undefined;
  if (!isLength || limit === undefined) return undefined;
  const rest = linkOf(split, 'noMatch');
  if (condition.type === 'less_than') {
    const tooFew = { when: 'too few', at: condition.at, link: match.link };
    return { split, min: limit, enough: rest, tooFew };
  }
  if (condition.type !== 'greater_than') return undefined;
  const tooFew = { when: 'too few', at: rest.at, link: rest };
  return { split, min: limit + 1, enough: match.link, tooFew };
}

/** The way that an event of a widget takes. */
export function wayOf(widget: Widget, event: string): Way {
  const link = linkOf(widget, event);
  return { when: event, at: transitionOf(widget, event)?.at ?? link.at, link };
}

/** Reads the question that a gather asks: its menu, and its limits of retries. */
export function questionOf(
  gather: Widget,
  widgetAt: (link: Link | undefined) => Widget | undefined,
  startCount: (variable: string) => number | undefined,
): Question {
  const menu = gatheredMenuOf(gather, widgetAt);
  const retries = (ways: readonly Way[]): Retries => {
    const [first] = ways;
    const isOne =
      first !== undefined && ways.every(({ link }) => link.target === first.link.target);
    return {
      ways,
      limit: isOne ? retryLimitOf(gather, first.link, widgetAt, startCount) : undefined,
      at: first?.at ?? gather.at,
    };
  };
  const length = menu === undefined ? lengthSplitOf(gather, widgetAt) : undefined;
  const tooFew = length === undefined ? [] : [length.tooFew];
  return {
    menu,
    length,
    noInput: retries([wayOf(gather, 'timeout')]),
    // A number can't be spoken: who speaks has not answered.
    noMatch: retries(menu?.noMatch ?? [...tooFew, wayOf(gather, 'speech')]),
  };
}

/** The widgets behind the gather that are part of its question. */
export function partsOf({ menu, length, noInput, noMatch }: Question): readonly Widget[] {
  return [
    ...(menu?.splits ?? []),
    ...(length === undefined ? [] : [length.split]),
    ...(noInput.limit?.widgets ?? []),
    ...(noMatch.limit?.widgets ?? []),
  ];
}
