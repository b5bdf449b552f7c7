import { errorOf, type Action, type Condition, type Link } from './action.ts';
import { comparisonOf } from './comparison.ts';
import type { FlowContext } from './flow-context.ts';
import { below, isTrue, textBelow } from '../tree-values.ts';

/** A menu that is written as two actions: one stores what callers press, the next compares it. */
export interface StoredMenu {
  readonly compare: Action;
  /** The conditions for keys, in their order. */
  readonly keys: readonly Condition[];
  /** Callers who press nothing have stored the word `Timeout`. */
  readonly timeout: Condition | undefined;
  /** Where everything else goes. */
  readonly otherwise: { readonly link: Link; readonly at: Link['at'] } | undefined;
}

const isTimeout = ({ operator, operand }: Condition) =>
  operator === 'Equals' && operand.toLowerCase() === 'timeout';

/** A key, or two for menus of more than ten; longer entries are numbers and no choices. */
const isKey = ({ operator, operand }: Condition) =>
  operator === 'Equals' && /^[0-9*#]{1,2}$/.test(operand);

/** True for an input that keeps what callers enter for the actions behind it. */
export function storesInput(action: Action): boolean {
  return (
    action.type === 'GetParticipantInput' &&
    action.conditions.length === 0 &&
    isTrue(textBelow(action.parameters, 'StoreInput'))
  );
}

/**
 * A comparison behind an input that only tells silence from all that was entered: together they collect
 * a number.
 */
export function silenceCheckOf(
  input: Action,
  actionAt: FlowContext['actionAt'],
): Pick<StoredMenu, 'compare' | 'timeout' | 'otherwise'> | undefined {
  if (!storesInput(input)) return undefined;
  const compare = actionAt(input.next);
  if (compare?.type !== 'Compare' || !comparisonOf(compare).isStoredInput) return undefined;
  const [timeout, another] = compare.conditions;
  const noMatch = errorOf(compare, 'NoMatchingCondition');
  if (timeout === undefined || another !== undefined || !isTimeout(timeout)) return undefined;
  return noMatch === undefined ? undefined : { compare, timeout, otherwise: noMatch };
}

/** The comparison that is a part of what an input becomes. */
export const comparedBehind = (
  input: Action,
  actionAt: FlowContext['actionAt'],
): Action | undefined =>
  (storedMenuOf(input, actionAt) ?? silenceCheckOf(input, actionAt))?.compare;

/** Where callers go who enter nothing, when the input leads to a comparison that knows them. */
export function timeoutBehind(
  input: Action,
  actionAt: FlowContext['actionAt'],
): Condition | undefined {
  const behind = actionAt(input.next);
  if (behind?.type !== 'Compare' || !comparisonOf(behind).isStoredInput) return undefined;
  return behind.conditions.find(isTimeout);
}

/** The menu that an input makes together with the comparison behind it, or nothing. */
export function storedMenuOf(
  input: Action,
  actionAt: FlowContext['actionAt'],
): StoredMenu | undefined {
  if (!storesInput(input)) return undefined;
  const { parameters } = input;
  if (below(parameters, 'InputEncryption') !== undefined) return undefined;
  if (below(parameters, 'InputValidation', 'PhoneNumberValidation') !== undefined) return undefined;
  const compare = actionAt(input.next);
  if (compare?.type !== 'Compare' || !comparisonOf(compare).isStoredInput) return undefined;
  const keys = compare.conditions.filter(isKey);
  const timeouts = compare.conditions.filter(isTimeout);
  const isMenu = keys.length > 0 && keys.length + timeouts.length === compare.conditions.length;
  if (!isMenu || timeouts.length > 1) return undefined;
  const noMatch = errorOf(compare, 'NoMatchingCondition');
  const { next } = compare;
  const otherwise = noMatch ?? (next === undefined ? undefined : { link: next, at: next.at });
  return { compare, keys, timeout: timeouts[0], otherwise };
}
