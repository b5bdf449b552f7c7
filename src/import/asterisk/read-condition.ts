import type { BranchOn } from '../../script/script.ts';
import { expressionTokens, isYes } from './evaluate-expression.ts';
import { substitute, type LookUp } from './substitute.ts';

/** What decides at a GotoIf, as far as it can be told. */
export type Condition =
  | { readonly kind: 'known'; readonly yes: boolean }
  | {
      readonly kind: 'compared';
      readonly on: BranchOn;
      /** The variable that is looked at. */
      readonly variable: string;
      readonly operator: string;
      readonly operand: string;
      /** The case in which it is so; for `!=`, in which it isn't. */
      readonly when: string;
      readonly isNegated: boolean;
    }
  | { readonly kind: 'other'; readonly text: string };

/** Variables in which applications leave how they went. */
const isResult = (name: string): boolean => /^[A-Z]+(?:STATUS|RESULT)$/.test(name);

const subjectOf = (name: string): BranchOn =>
  name === 'CHANNEL(language)' || name === 'LANGUAGE()'
    ? 'language'
    : isResult(name)
      ? { result: name }
      : { attribute: name };

/** The variable of an operand such as `x${X}`, with what stands around it. */
function unknownPart(
  operand: string,
): { readonly name: string; readonly before: string; readonly behind: string } | undefined {
  const found = /^([^$]*)\$\{([A-Za-z_][A-Za-z0-9_]*(?:\([A-Za-z_]*\))?)\}([^$]*)$/.exec(operand);
  if (found === null) return undefined;
  const [, before = '', name = '', behind = ''] = found;
  return { name, before, behind };
}

const swapped: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };

function compared(inner: string, lookUp: LookUp): Condition | undefined {
  const tokens = expressionTokens(inner);
  if (tokens?.length !== 3) return undefined;
  const [one, sign, other] = tokens;
  if (one === undefined || sign?.isOperator !== true || other === undefined) return undefined;
  if (one.isOperator || other.isOperator || sign.text === '=~') return undefined;
  for (const [left, right, operator] of [
    [one.text, other.text, sign.text],
    [other.text, one.text, swapped[sign.text] ?? sign.text],
  ] as const) {
    const part = unknownPart(left);
    const known = substitute(right, lookUp);
    if (part === undefined || known === undefined) continue;
    const { name, before, behind } = part;
    const isWithin = known.startsWith(before) && known.endsWith(behind);
    const isSame = operator === '=' || operator === '!=';
    if (!isWithin || known.length < before.length + behind.length) continue;
    if (!isSame && before + behind !== '') continue;
    const operand = known.slice(before.length, known.length - behind.length);
    const shown = operand === '' ? '(empty)' : operand;
    if (!isSame && !['<', '>', '<=', '>='].includes(operator)) continue;
    return {
      kind: 'compared',
      on: subjectOf(name),
      variable: name,
      operator,
      operand,
      when: isSame ? shown : `${operator} ${shown}`,
      isNegated: operator === '!=',
    };
  }
  return undefined;
}

/** Reads the condition of GotoIf, ExecIf, GosubIf and While with what is known of variables. */
export function readCondition(
  text: string,
  lookUp: LookUp,
  isFilled: (name: string) => boolean = () => false,
): Condition {
  const known = substitute(text, lookUp);
  if (known !== undefined && !known.includes('\u0000')) return { kind: 'known', yes: isYes(known) };
  const inner = /^\s*\$\[([\s\S]*)\]\s*$/.exec(text)?.[1];
  const comparison = inner === undefined ? undefined : compared(inner, lookUp);
  if (
    comparison?.kind === 'compared' &&
    comparison.operand === '' &&
    (comparison.operator === '=' || comparison.operator === '!=') &&
    isFilled(comparison.variable)
  ) {
    return { kind: 'known', yes: comparison.isNegated };
  }
  return comparison ?? { kind: 'other', text: text.trim() };
}
