import type { Tree } from '../../source/tree.ts';
import { below, itemsOf, textBelow } from '../tree-values.ts';
import type { Condition, ErrorBranch, Link } from './action.ts';

/** The ways out of an action. */
export interface Links {
  readonly next: Link | undefined;
  readonly conditions: readonly Condition[];
  readonly errors: readonly ErrorBranch[];
}

const operators: ReadonlyMap<string, string> = new Map([
  ['Equals', 'Equals'],
  ['GreaterThan', 'NumberGreaterThan'],
  ['GreaterThanOrEqual', 'NumberGreaterOrEqualTo'],
  ['LessThan', 'NumberLessThan'],
  ['LessThanOrEqual', 'NumberLessOrEqualTo'],
  ['StartsWith', 'TextStartsWith'],
  ['Contains', 'TextContains'],
]);

/** Results that today's flows compare with a word of their own. */
const words: ReadonlyMap<string, string> = new Map([
  ['True', 'True'],
  ['False', 'False'],
  ['Looping', 'ContinueLooping'],
  ['Complete', 'DoneLooping'],
]);

const errorTypes: ReadonlyMap<string, string> = new Map([
  ['Error', 'NoMatchingError'],
  ['NoMatch', 'NoMatchingCondition'],
  ['AtCapacity', 'QueueAtCapacity'],
  ['CallFailure', 'CallFailed'],
  ['InvalidNumber', 'InvalidPhoneNumber'],
  ['NotDialable', 'CallbackNumberNotDialable'],
]);

/** What the same word means for one type of module only. */
const byType: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SetCallBackNumber: { InvalidNumber: 'InvalidCallbackNumber' },
  Transfer: { Timeout: 'ConnectionTimeLimitExceeded' },
};

const milliseconds = 1000;

/** The operand of a comparison; waits in a queue are written in milliseconds, and compared in seconds. */
function operandOf(condition: string, value: string): string {
  const isWait = condition === 'CheckQueueTime' && /^\d{1,12}$/.test(value);
  return isWait ? String(Number(value) / milliseconds) : value;
}

/** The branches of a module as the ways of an action; what has no meaning of its own is an error of that name. */
export function legacyLinks(type: string, module: Tree): Links {
  const conditions: Condition[] = [];
  const errors: ErrorBranch[] = [];
  let next: Link | undefined;
  const compare = (operator: string, operand: string, at: Tree, link: Link) =>
    conditions.push({ operator, operand, at, link });
  for (const branch of itemsOf(below(module, 'branches'))) {
    const condition = textBelow(branch, 'condition') ?? 'Success';
    const target = textBelow(branch, 'transition') ?? '';
    const link: Link = { target, at: below(branch, 'transition') ?? branch };
    const at = below(branch, 'conditionValue') ?? below(branch, 'condition') ?? branch;
    const word = words.get(condition);
    if (condition === 'Success') next ??= link;
    else if (condition === 'Timeout' && type === 'Wait')
      compare('Equals', 'WaitCompleted', at, link);
    else if (condition === 'Timeout' && type === 'LoopPrompts')
      compare('Equals', 'MessagesInterrupted', at, link);
    else if (word !== undefined) compare('Equals', word, at, link);
    else if (condition === 'Evaluate' || condition.startsWith('CheckQueue')) {
      const operator = textBelow(branch, 'conditionType') ?? 'Equals';
      const value = textBelow(branch, 'conditionValue') ?? '';
      compare(operators.get(operator) ?? operator, operandOf(condition, value), at, link);
    } else {
      const own = Object.hasOwn(byType, type) ? byType[type]?.[condition] : undefined;
      const timeout = condition === 'Timeout' ? 'InputTimeLimitExceeded' : condition;
      errors.push({ type: own ?? errorTypes.get(condition) ?? timeout, at, link });
    }
  }
  return { next, conditions, errors };
}
