/** What a route asks for, as far as a script can say it. Conditions are read, never run. */
export type Condition =
  | { readonly kind: 'always' }
  | { readonly kind: 'filled' }
  | { readonly kind: 'equal'; readonly attribute: string; readonly when: string }
  | { readonly kind: 'unequal'; readonly attribute: string; readonly when: string }
  | { readonly kind: 'other'; readonly attribute: string; readonly when: string };

/** One parameter, one sign, one value that is quoted or has no blanks in it. */
const comparison =
  /^\$(session|page|flow|intent)\.params\.([\w.-]+) {0,9}(!=|>=|<=|=|>|<|:) {0,9}("[^"]*"|'[^']*'|[^\s"'()$=<>!]+)$/;

const unquoted = (value: string): string => value.replace(/^(["'])(.*)\1$/s, '$2');

/**
 * Reads a condition: https://cloud.google.com/dialogflow/cx/docs/reference/condition. What is more
 * than one comparison is asked for as a whole.
 */
export function readCondition(written: string): Condition {
  const text = written.trim();
  if (text === '' || /^["']?true["']?$/i.test(text)) return { kind: 'always' };
  const found = comparison.exec(text.replace(/\s/g, ' '));
  if (found === null) return { kind: 'other', attribute: text, when: 'true' };
  const [, scope, attribute = '', sign = '', raw = ''] = found;
  const value = unquoted(raw);
  if (scope === 'page' && attribute === 'status' && sign === '=' && value === 'FINAL')
    return { kind: 'filled' };
  const isNull = raw === 'null' || value === '';
  switch (sign) {
    case '=':
      return { kind: 'equal', attribute, when: isNull ? '(empty)' : value };
    case '!=':
      return isNull
        ? { kind: 'other', attribute, when: 'exists' }
        : { kind: 'unequal', attribute, when: value };
    case ':':
      return { kind: 'other', attribute, when: `contains ${value}` };
    default:
      return { kind: 'other', attribute, when: `${sign} ${value}` };
  }
}
