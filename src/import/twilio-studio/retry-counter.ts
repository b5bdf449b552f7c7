import type { Link } from '../exit-slot.ts';
import { below, itemsOf, textBelow } from '../tree-values.ts';
import { expressionIn, variableIn } from './liquid.ts';
import { readSay, type SaidPrompt } from './read-say.ts';
import { linkOf, transitionOf, type Widget } from './widget.ts';

/** How often callers are asked who say nothing, or nothing that is known. */
export interface RetryLimit {
  /** Times in all, the first one with them. */
  readonly attempts: number;
  /** Where they go when no attempt is left. */
  readonly exit: Link;
  /** What is said before they are asked again. */
  readonly say: SaidPrompt | undefined;
  /** The widgets that make the limit, in the order in which calls pass them. */
  readonly widgets: readonly Widget[];
}

/** More attempts than this are no limit that a menu can have. */
const mostAttempts = 20;
/** A counter, its split, and a word before or between them. */
const longestChain = 5;

/** Variables of a `set-variables`, with the texts they are set to. */
export function variablesIn(
  widget: Widget,
): readonly { readonly key: string; readonly value: string }[] {
  return itemsOf(below(widget.properties, 'variables')).flatMap((tree) => {
    const key = textBelow(tree, 'key');
    return key === undefined ? [] : [{ key, value: textBelow(tree, 'value') ?? '' }];
  });
}

/** The variable that a widget counts up by one, and does nothing else. */
function counterOf(widget: Widget): string | undefined {
  if (widget.type !== 'set-variables') return undefined;
  const [variable, more] = variablesIn(widget);
  if (variable === undefined || more !== undefined) return undefined;
  const { path, filters } = expressionIn(variable.value) ?? { path: '', filters: [] };
  const steps = filters.filter((filter) => !/^default:\s*['"]?0['"]?$/.test(filter));
  const isCount = steps.length === 1 && /^plus:\s*['"]?1['"]?$/.test(steps[0] ?? '');
  return isCount && variableIn(path) === variable.key ? variable.key : undefined;
}

/** A split on a counter: who is asked again, who isn't, and below which count. */
interface Limit {
  readonly variable: string;
  /** Counts from this one on lead to the exit. */
  readonly from: number;
  readonly again: Link;
  readonly exit: Link;
}

function limitOf(widget: Widget): Limit | undefined {
  if (widget.type !== 'split-based-on') return undefined;
  const matches = widget.transitions.filter(({ event }) => event === 'match');
  const [match] = matches;
  const [condition] = match?.conditions ?? [];
  if (match === undefined || condition === undefined) return undefined;
  if (matches.length !== 1 || match.conditions.length !== 1) return undefined;
  const input = condition.argument ?? textBelow(widget.properties, 'input') ?? '';
  const variable = variableIn(expressionIn(input)?.path ?? '');
  const value = condition.value.trim();
  if (variable === undefined || !/^\d{1,2}$/.test(value)) return undefined;
  const number = Number(value);
  const rest = linkOf(widget, 'noMatch');
  switch (condition.type) {
    case 'less_than':
      return { variable, from: number, again: match.link, exit: rest };
    case 'greater_than':
      return { variable, from: number + 1, again: rest, exit: match.link };
    case 'equal_to':
      return { variable, from: number, again: rest, exit: match.link };
    default:
      return undefined;
  }
}

/** What counters start at: nothing, or the one number that the flow ever sets them to. */
export function startCounts(widgets: readonly Widget[]): (variable: string) => number | undefined {
  const set = new Map<string, Set<string>>();
  for (const { key, value } of widgets
    .filter(({ type }) => type === 'set-variables')
    .flatMap(variablesIn)) {
    if (expressionIn(value) !== undefined) continue;
    const values = set.get(key) ?? new Set();
    set.set(key, values.add(value.trim()));
  }
  return (variable) => {
    const [only = '0', other] = set.get(variable) ?? [];
    return other === undefined && /^\d{1,2}$/.test(only) ? Number(only) : undefined;
  };
}

/** A split that sends callers round again, and how often it does. */
export interface RetryLoop {
  readonly times: number;
  readonly again: Link;
  readonly exit: Link;
}

/**
 * The splits on counters of a flow, with how often each sends callers round: a counter that counts
 * before its split has used up one round when it comes there.
 */
export function retryLoops(
  widgets: readonly Widget[],
  widgetAt: (link: Link | undefined) => Widget | undefined,
): ReadonlyMap<Widget, RetryLoop> {
  const startCount = startCounts(widgets);
  const counters = new Map<string, Widget[]>();
  for (const widget of widgets) {
    const variable = counterOf(widget);
    if (variable !== undefined) counters.set(variable, [...(counters.get(variable) ?? []), widget]);
  }
  const behind = (counter: Widget): Widget | undefined => {
    let here = widgetAt(linkOf(counter, 'next'));
    for (let steps = 0; here?.type === 'say-play' && steps < longestChain; steps += 1) {
      here = widgetAt(linkOf(here, 'audioComplete'));
    }
    return here;
  };
  const loops = new Map<Widget, RetryLoop>();
  for (const widget of widgets) {
    const limit = limitOf(widget);
    const own = limit === undefined ? undefined : counters.get(limit.variable);
    const first = limit === undefined ? undefined : startCount(limit.variable);
    if (limit === undefined || own === undefined || first === undefined) continue;
    const before = own.filter((counter) => behind(counter) === widget).length;
    if (before !== 0 && before !== own.length) continue;
    const times = limit.from - first - (before === 0 ? 0 : 1);
    if (times >= 0) loops.set(widget, { times, again: limit.again, exit: limit.exit });
  }
  return loops;
}

/**
 * The limit that callers run into on a way back to the question they come from: a variable that is
 * counted up, a split on it, and perhaps a message. Nothing where the way is anything else.
 */
export function retryLimitOf(
  question: Widget,
  way: Link,
  widgetAt: (link: Link | undefined) => Widget | undefined,
  startCount: (variable: string) => number | undefined,
): RetryLimit | undefined {
  const widgets: Widget[] = [];
  let say: SaidPrompt | undefined;
  let counted: string | undefined;
  let limit: Limit | undefined;
  let isCountedFirst = false;
  let here = widgetAt(way);
  while (here !== undefined && here !== question && widgets.length < longestChain) {
    if (widgets.includes(here)) return undefined;
    widgets.push(here);
    const variable = counterOf(here);
    const split = limitOf(here);
    if (variable !== undefined && counted === undefined) {
      counted = variable;
      isCountedFirst = limit === undefined;
      here = widgetAt(transitionOf(here, 'next')?.link);
    } else if (split !== undefined && limit === undefined) {
      limit = split;
      here = widgetAt(split.again);
    } else if (here.type === 'say-play' && say === undefined && limit !== undefined) {
      say = readSay(here);
      here = widgetAt(linkOf(here, 'audioComplete'));
    } else return undefined;
  }
  if (here !== question || limit === undefined || limit.variable !== counted) return undefined;
  const first = startCount(counted);
  if (first === undefined) return undefined;
  const attempts = limit.from - first + (isCountedFirst ? 0 : 1);
  if (attempts < 1 || attempts > mostAttempts) return undefined;
  return { attempts, exit: limit.exit, say, widgets };
}
