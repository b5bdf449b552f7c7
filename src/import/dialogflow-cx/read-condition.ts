/** What a route asks for, as far as a script can say it. Conditions are read, never run. */
export type Condition = { readonly kind: 'always' } | { readonly kind: 'filled' } | Asked;

/** Any of these cases of an attribute; for `unequal` none of them. */
export interface Asked {
  readonly kind: 'equal' | 'unequal' | 'other';
  readonly attribute: string;
  readonly whens: readonly string[];
}

/** One parameter, one sign, one value that is quoted or has no blanks in it. */
const comparison =
  /^\$(session|page|flow|intent)\.params\.([\w.-]+) {0,9}(!=|>=|<=|=|>|<|:) {0,9}("[^"]*"|'[^']*'|[^\s"'()$=<>!]+)$/;

const unquoted = (value: string): string => value.replace(/^(["'])(.*)\1$/s, '$2');

function readComparison(text: string): Condition | undefined {
  const found = comparison.exec(text.trim());
  if (found === null) return undefined;
  const [, scope, attribute = '', sign = '', raw = ''] = found;
  const value = unquoted(raw);
  if (scope === 'page' && attribute === 'status' && sign === '=' && value === 'FINAL')
    return { kind: 'filled' };
  const isNull = raw === 'null' || value === '';
  switch (sign) {
    case '=':
      return { kind: 'equal', attribute, whens: [isNull ? '(empty)' : value] };
    case '!=':
      return isNull
        ? { kind: 'other', attribute, whens: ['exists'] }
        : { kind: 'unequal', attribute, whens: [value] };
    case ':':
      return { kind: 'other', attribute, whens: [`contains ${value}`] };
    default:
      return { kind: 'other', attribute, whens: [`${sign} ${value}`] };
  }
}

const isAsked = (condition: Condition | undefined): condition is Asked =>
  condition !== undefined && 'attribute' in condition;

/** Comparisons of one attribute that `OR` joins, or with `!=` that `AND` joins. */
function readJoined(text: string): Condition | undefined {
  const joins = new Set([...text.matchAll(/ (AND|OR) /g)].map(([, word]) => word));
  const [join, another] = joins;
  if (join === undefined || another !== undefined) return readComparison(text);
  const parts = text.split(` ${join} `).map(readComparison);
  const [first] = parts;
  if (!isAsked(first)) return undefined;
  const isOne = (part: Condition | undefined): part is Asked =>
    isAsked(part) &&
    part.attribute === first.attribute &&
    (part.kind === 'unequal') === (join === 'AND');
  return parts.every(isOne)
    ? {
        kind: parts.some(({ kind }) => kind === 'other') ? 'other' : first.kind,
        attribute: first.attribute,
        whens: parts.flatMap(({ whens }) => whens),
      }
    : undefined;
}

/**
 * Reads a condition: https://cloud.google.com/dialogflow/cx/docs/reference/condition. What is more
 * than comparisons of one attribute is asked for as a whole.
 */
export function readCondition(written: string): Condition {
  const text = written.trim();
  if (text === '' || /^["']?true["']?$/i.test(text)) return { kind: 'always' };
  const asked = text.length > 2000 ? undefined : readJoined(text.replace(/\s/g, ' '));
  return asked ?? { kind: 'other', attribute: text, whens: ['true'] };
}
