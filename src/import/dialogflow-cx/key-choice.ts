import { isFinal, type ConditionRoute } from './conditions.ts';
import type { Part } from './part.ts';
import type { Here } from './ways.ts';
import { parameterName } from './write-collect.ts';

/** A question whose answers are keys. */
export interface KeyChoice {
  readonly parameter: Part;
  readonly keys: readonly { readonly route: Part; readonly key: string }[];
  /** The route of every other answer. */
  readonly other: Part | undefined;
}

/** The keys of a page that asks for one parameter and only tells its values apart. */
export function keyChoiceOf(
  asked: readonly Part[],
  routes: readonly ConditionRoute[],
  here: Here,
): KeyChoice | undefined {
  const [parameter, another] = asked;
  if (parameter === undefined || another !== undefined) return undefined;
  const keys = new Map<string, Part>();
  let other: Part | undefined;
  for (const one of routes) {
    const { route, condition } = one;
    if (isFinal(one, true, here)) {
      other = route;
      break;
    }
    const isKey =
      condition.kind === 'equal' &&
      condition.attribute === parameterName(parameter) &&
      condition.whens.every((when) => /^[0-9*#]{1,8}$/.test(when) && !keys.has(when));
    if (!isKey) return undefined;
    for (const when of condition.whens) keys.set(when, route);
  }
  if (keys.size === 0) return undefined;
  return { parameter, keys: [...keys].map(([key, route]) => ({ key, route })), other };
}
