import type { BranchOn } from '../../script/script.ts';
import type { Unknown } from '../../script/values.ts';

/** What a decision looks at, and the case in which it says yes; turned round, in which it says no. */
export interface Decision {
  readonly on: BranchOn;
  readonly when: string;
  readonly isNegated: boolean;
}

/** A variable, one sign, and a text, a number or a truth value. */
const comparison =
  /^((?:Flow|Task|State|Call|Session)\.[\w.]{1,80}) {0,9}(==|!=|>=|<=|>|<) {0,9}(?:"([^"\\]{0,200})"|(-?\d{1,15}(?:\.\d{1,9})?|true|false))$/;

const sameSigns = new Set(['==', '!=']);

/**
 * Reads the condition of a decision: one comparison of a variable. What is more than that is asked for
 * as a whole, by `yes` or `no`, and never run.
 */
export function readDecision(condition: string | Unknown | undefined): Decision {
  const asked = typeof condition === 'string' ? condition : (condition?.unknown ?? 'a condition');
  const [, attribute, sign = '', text, other = ''] = comparison.exec(asked.trim()) ?? [];
  const isSame = sameSigns.has(sign);
  if (attribute === undefined || (text !== undefined && !isSame))
    return { on: { result: asked }, when: 'yes', isNegated: false };
  const isNumber = text === undefined && /\d/.test(other);
  const shown = text === '' ? '(empty)' : (text ?? (isNumber && isSame ? `= ${other}` : other));
  return {
    on: { attribute },
    when: isSame ? shown : `${sign} ${shown}`,
    isNegated: sign === '!=',
  };
}
