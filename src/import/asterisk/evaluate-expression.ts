/** What an expression is made of. */
export interface Token {
  readonly text: string;
  readonly isOperator: boolean;
}

const operators = [
  '!=',
  '<=',
  '>=',
  '=~',
  '==',
  '=',
  '<',
  '>',
  '&',
  '|',
  '+',
  '-',
  '*',
  '/',
  '%',
  '(',
  ')',
  '!',
];
/** No condition of a dialplan is longer. */
const mostTokens = 200;

/** Takes an expression apart: words, texts in quotes, operators. */
export function expressionTokens(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (tokens.length >= mostTokens) return undefined;
    const sign = text.charAt(at);
    if (/\s/.test(sign)) {
      at += 1;
      continue;
    }
    if (sign === '"') {
      const close = text.indexOf('"', at + 1);
      if (close === -1) return undefined;
      tokens.push({ text: text.slice(at + 1, close), isOperator: false });
      at = close + 1;
      continue;
    }
    const operator = operators.find((one) => text.startsWith(one, at));
    if (operator !== undefined) {
      tokens.push({ text: operator === '==' ? '=' : operator, isOperator: true });
      at += operator.length;
      continue;
    }
    const start = at;
    while (at < text.length && !/\s/.test(text.charAt(at)) && text.charAt(at) !== '"') {
      // A variable that isn't known yet is one word, whatever stands in it.
      if (text.startsWith('${', at)) at = endOfVariable(text, at);
      else if (operators.some((one) => text.startsWith(one, at))) break;
      else at += 1;
    }
    tokens.push({ text: text.slice(start, at), isOperator: false });
  }
  return tokens;
}

function endOfVariable(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && (depth -= 1) === 0) return at + 1;
  }
  return text.length;
}

const isNumber = (text: string): boolean => /^-?\d{1,15}(\.\d{1,9})?$/.test(text);
/** Empty and zero are no; everything else is yes. */
const isYes = (text: string): boolean => (isNumber(text) ? Number(text) !== 0 : text.trim() !== '');
const truth = (yes: boolean): string => (yes ? '1' : '0');

const ranks: Readonly<Record<string, number>> = {
  '|': 1,
  '&': 2,
  '=': 3,
  '!=': 3,
  '<': 3,
  '>': 3,
  '<=': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
};

function compare(left: string, right: string): number | undefined {
  // What is only known not to be this or that has no order.
  if (left.includes('\u0000') || right.includes('\u0000')) return undefined;
  if (isNumber(left) && isNumber(right)) return Number(left) - Number(right);
  return left < right ? -1 : left > right ? 1 : 0;
}

function calculate(operator: string, left: string, right: string): string | undefined {
  if (!isNumber(left) || !isNumber(right)) return undefined;
  const [a, b] = [Number(left), Number(right)];
  if ((operator === '/' || operator === '%') && b === 0) return undefined;
  const results: Readonly<Record<string, number>> = {
    '+': a + b,
    '-': a - b,
    '*': a * b,
    '/': a / b,
    '%': a % b,
  };
  const result = results[operator];
  return result === undefined ? undefined : String(result);
}

function apply(operator: string, left: string, right: string): string | undefined {
  if (operator === '|') return isYes(left) ? left : right;
  if (operator === '&') return isYes(left) && isYes(right) ? left : '0';
  if (operator === '=' || operator === '!=') {
    const same =
      isNumber(left) && isNumber(right) ? Number(left) === Number(right) : left === right;
    return truth(same === (operator === '='));
  }
  if (operator === '<' || operator === '>' || operator === '<=' || operator === '>=') {
    const order = compare(left, right);
    if (order === undefined) return undefined;
    return truth(
      (operator.startsWith('<') && order < 0) ||
        (operator.startsWith('>') && order > 0) ||
        (operator.endsWith('=') && order === 0),
    );
  }
  return calculate(operator, left, right);
}

/**
 * What `$[…]` comes to, once its variables are filled in; nothing where it can't be told. Comparisons,
 * `&`, `|`, `!`, sums and brackets, with numbers compared as numbers.
 * https://docs.asterisk.org/Configuration/Dialplan/Expressions/
 */
export function evaluateExpression(text: string): string | undefined {
  const tokens = expressionTokens(text);
  if (tokens === undefined) return undefined;
  const values: string[] = [];
  const waiting: string[] = [];
  let expectsValue = true;

  const reduce = (): boolean => {
    const operator = waiting.pop();
    if (operator === '!') {
      const value = values.pop();
      if (value === undefined) return false;
      values.push(truth(!isYes(value)));
      return true;
    }
    const right = values.pop();
    const left = values.pop();
    if (operator === undefined || left === undefined || right === undefined) return false;
    const result = apply(operator, left, right);
    if (result === undefined) return false;
    values.push(result);
    return true;
  };

  for (const { text: word, isOperator } of tokens) {
    if (!isOperator) {
      if (!expectsValue) return undefined;
      values.push(word);
      expectsValue = false;
    } else if (word === '(') {
      if (!expectsValue) return undefined;
      waiting.push(word);
    } else if (word === ')') {
      while (waiting.length > 0 && waiting.at(-1) !== '(') if (!reduce()) return undefined;
      if (waiting.pop() !== '(') return undefined;
    } else if (word === '!') {
      if (!expectsValue) return undefined;
      waiting.push(word);
    } else if (expectsValue) {
      // A value that is empty, as Asterisk's own expressions know it, is no number.
      return undefined;
    } else {
      const rank = ranks[word];
      if (rank === undefined) return undefined;
      for (let top = waiting.at(-1); top !== undefined && top !== '('; top = waiting.at(-1)) {
        if (top !== '!' && (ranks[top] ?? 0) < rank) break;
        if (!reduce()) return undefined;
      }
      waiting.push(word);
      expectsValue = true;
    }
  }
  if (expectsValue) return undefined;
  while (waiting.length > 0) if (waiting.at(-1) === '(' || !reduce()) return undefined;
  return values.length === 1 ? values[0] : undefined;
}
