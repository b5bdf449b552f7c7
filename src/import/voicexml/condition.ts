/** What is known of one variable while a document is read: what a caller has entered. */
export interface Known {
  readonly name: string;
  readonly value: string;
}

/** A comparison of a variable with a text, or a variable that is true or not. */
interface Comparison {
  readonly name: string;
  readonly value: string;
  readonly isEqual: boolean;
}

const name = '([A-Za-z_$][\\w$.]{0,60})';
const literal = '(?:\'([^\']*)\'|"([^"]*)"|(-?\\d{1,12}|true|false))';
const nameFirst = new RegExp(`^${name}\\s*(===?|!==?)\\s*${literal}$`);
const literalFirst = new RegExp(`^${literal}\\s*(===?|!==?)\\s*${name}$`);
const nameAlone = new RegExp(`^(!?)\\s*${name}$`);

function comparisonIn(text: string): Comparison | undefined {
  const bare = text.trim().replace(/^\((.*)\)$/, '$1');
  const first = nameFirst.exec(bare);
  if (first !== null) {
    const [, variable = '', operator = '', single, double, other] = first;
    const value = single ?? double ?? other ?? '';
    return { name: variable, value, isEqual: operator.startsWith('=') };
  }
  const last = literalFirst.exec(bare);
  if (last !== null) {
    const [, single, double, other, operator = '', variable = ''] = last;
    const value = single ?? double ?? other ?? '';
    return { name: variable, value, isEqual: operator.startsWith('=') };
  }
  const alone = nameAlone.exec(bare);
  return alone?.[2] === undefined
    ? undefined
    : { name: alone[2], value: 'true', isEqual: alone[1] === '' };
}

/** The variable without the ways that platforms write to it: `dialog.x`, `x$.interpretation`. */
const plainName = (name: string): string =>
  name
    .replace(/^(?:dialog|application\.lastresult\$|document)\./, '')
    .replace(/\$\.(?:interpretation|utterance)$/, '')
    .replace(/\.(?:value|choice)$/, '');

/**
 * Whether a condition holds when one variable is known; nothing where that isn't all it asks. No
 * expression is run: only comparisons with `==` and `!=`, joined by `||` or by `&&`, are read.
 */
export function holds(condition: string, known: Known): boolean | undefined {
  if (condition.length > 2000) return undefined;
  const isAny = condition.includes('||');
  if (isAny && condition.includes('&&')) return undefined;
  const answers = condition.split(isAny ? '||' : '&&').map((part) => {
    const found = comparisonIn(part);
    if (found === undefined || plainName(found.name) !== known.name) return undefined;
    return (found.value === known.value) === found.isEqual;
  });
  if (isAny) return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

/** The texts that a condition compares a variable with. */
export function comparedWith(condition: string, variable: string): readonly string[] {
  return condition.split(/\|\||&&/).flatMap((part) => {
    const found = comparisonIn(part);
    const isBare = nameAlone.test(part.trim());
    return found !== undefined && !isBare && plainName(found.name) === variable
      ? [found.value]
      : [];
  });
}

/** What a condition asks of one variable: these cases, or, turned round, none of them. */
export interface Asked {
  readonly name: string;
  readonly whens: readonly string[];
  readonly isNegated: boolean;
}

const limit = '(-?\\d{1,12}(?:\\.\\d{1,9})?)';
const nameBeforeLimit = new RegExp(`^${name}\\s*(<=?|>=?)\\s*${limit}$`);
const limitBeforeName = new RegExp(`^${limit}\\s*(<=?|>=?)\\s*${name}$`);
const swapped: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };

function askedByPart(text: string): Asked | undefined {
  const bare = text
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .trim();
  const [, variable, sign = '', bound = ''] = nameBeforeLimit.exec(bare) ?? [];
  if (variable !== undefined)
    return { name: variable, whens: [`${sign} ${bound}`], isNegated: false };
  const [, first = '', turned = '', last] = limitBeforeName.exec(bare) ?? [];
  if (last !== undefined)
    return { name: last, whens: [`${swapped[turned] ?? turned} ${first}`], isNegated: false };
  const found = comparisonIn(text);
  if (found === undefined) return undefined;
  const when = found.value === '' ? '(empty)' : found.value;
  return { name: found.name, whens: [when], isNegated: !found.isEqual };
}

/**
 * Reads a condition that asks one thing of one variable, or several joined by `||`, or by `&&` with
 * `!=`; nothing for any other. No expression is run.
 */
export function askedBy(condition: string): Asked | undefined {
  if (condition.length > 2000) return undefined;
  const isAny = condition.includes('||');
  if (isAny && condition.includes('&&')) return undefined;
  const parts = condition.split(isAny ? '||' : '&&').map(askedByPart);
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first;
  const isOne = (part: Asked | undefined): part is Asked =>
    part?.name === first.name && part.isNegated === !isAny;
  return parts.every(isOne) ? { ...first, whens: parts.flatMap(({ whens }) => whens) } : undefined;
}

/** A condition that does nothing but compare a variable with a text that isn't empty. */
export function equalityIn(condition: string): Known | undefined {
  if (condition.length > 2000 || /\|\||&&/.test(condition)) return undefined;
  const found = comparisonIn(condition);
  const isBare = nameAlone.test(condition.trim());
  return found?.isEqual === true && !isBare && found.value !== ''
    ? { name: found.name, value: found.value }
    : undefined;
}
