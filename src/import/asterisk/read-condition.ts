import type { BranchOn } from '../../script/script.ts';
import { whensOfPattern } from '../plain-pattern.ts';
import { expressionTokens, type Token } from './evaluate-expression.ts';
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
      /** The cases in which it is so; for `!=`, in which it isn't. */
      readonly whens: readonly string[];
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

type Compared = Extract<Condition, { kind: 'compared' }>;

/** What a `GotoIf` takes for yes: a number that begins the text and isn't zero, or any text without one. */
function isTrue(text: string): boolean {
  const [, number] = /^\s*([+-]?\d{1,30})/.exec(text) ?? [];
  return number === undefined ? text !== '' : Number(number) !== 0;
}

/** A pattern that lists texts; one with brackets gives a part of the text, which may be no again. */
function matched(variable: string, written: string, lookUp: LookUp): Compared | undefined {
  const part = unknownPart(variable);
  const pattern = substitute(written, lookUp);
  if (part === undefined || part.before + part.behind !== '') return undefined;
  // How much fits is what Asterisk gives: nothing at all is no, too.
  if (pattern === undefined || pattern === '^$' || pattern.includes('(')) return undefined;
  const whens = whensOfPattern(pattern, true);
  return whens === undefined
    ? undefined
    : {
        kind: 'compared',
        on: subjectOf(part.name),
        variable: part.name,
        operator: '=~',
        operand: pattern,
        whens,
        isNegated: false,
      };
}

/** One comparison of a variable with what is known. */
function compared(tokens: readonly Token[], lookUp: LookUp): Compared | undefined {
  const [one, sign, other, more] = tokens;
  if (more !== undefined) return undefined;
  if (one === undefined || sign?.isOperator !== true || other === undefined) return undefined;
  if (one.isOperator || other.isOperator) return undefined;
  if (sign.text === '=~') return matched(one.text, other.text, lookUp);
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
      whens: [isSame ? shown : `${operator} ${shown}`],
      isNegated: operator === '!=',
    };
  }
  return undefined;
}

/** Takes brackets away that stand around all of a comparison. */
function bare(tokens: readonly Token[]): readonly Token[] {
  const isAround = tokens.length === 5 && tokens[0]?.text === '(' && tokens[4]?.text === ')';
  return isAround ? tokens.slice(1, -1) : tokens;
}

/**
 * Comparisons of one variable that `|` joins, or with `!=` that `&` joins: one question with several
 * cases. What joins anything else isn't told apart.
 */
function joined(inner: string, lookUp: LookUp): Compared | undefined {
  const tokens = expressionTokens(inner) ?? [];
  const signs = new Set(
    ['|', '&'].filter((sign) => tokens.some(({ text, isOperator }) => isOperator && text === sign)),
  );
  const [sign, another] = signs;
  if (another !== undefined) return undefined;
  const pieces: Token[][] = [[]];
  for (const token of tokens) {
    if (token.isOperator && token.text === sign) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  const all = pieces.map((piece) => compared(bare(piece), lookUp));
  const [first] = all;
  if (first === undefined || sign === undefined) return first;
  const isNegated = sign === '&';
  const isOne = (one: Compared | undefined): one is Compared =>
    one?.variable === first.variable && one.isNegated === isNegated;
  return all.every(isOne)
    ? { ...first, operator: sign, operand: '', whens: all.flatMap(({ whens }) => whens) }
    : undefined;
}

/** Reads the condition of GotoIf, ExecIf, GosubIf and While with what is known of variables. */
export function readCondition(
  text: string,
  lookUp: LookUp,
  isFilled: (name: string) => boolean = () => false,
): Condition {
  const known = substitute(text, lookUp);
  if (known !== undefined && !known.includes('\u0000'))
    return { kind: 'known', yes: isTrue(known) };
  const inner = /^\s*\$\[([\s\S]*)\]\s*$/.exec(text)?.[1];
  const comparison = inner === undefined ? undefined : joined(inner, lookUp);
  if (
    comparison?.operand === '' &&
    (comparison.operator === '=' || comparison.operator === '!=') &&
    isFilled(comparison.variable)
  ) {
    return { kind: 'known', yes: comparison.isNegated };
  }
  return comparison ?? { kind: 'other', text: text.trim() };
}
