import type { Action } from './action.ts';
import { scalarBelow, textBelow } from '../tree-values.ts';

/**
 * Values that only the running flow, or the tool that installs it, fills in: `$.External.x`,
 * `{{name}}`, `${Name}`. Every alternative stops at a character that can't begin another one, so
 * the search is linear.
 */
const expression =
  /\$\.[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\['[^'\]]*'\])*|\{\{[^{}]*\}\}|\$\{[^{}]*\}/g;

/** True for a value that the flow looks up when it runs: which one it is, a file can't tell. */
export function isDynamic(text: string): boolean {
  return /^\s*\$\./.test(text);
}

export function hasExpression(text: string): boolean {
  return text.search(expression) !== -1;
}

/** The text without what is filled in later, with `…` in its places; empty when nothing is left. */
export function withoutExpressions(text: string): string {
  const rest = text.replace(expression, '…').replace(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : '';
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/**
 * What people call the thing that an ARN, an id or a placeholder stands for:
 * `…:function:lookup` is `lookup`, `${Q:sales:Q}` is `sales`, `{{queues.Basic.arn}}` is `Basic`.
 * Nothing for a bare UUID: that is no name.
 */
export function nameInReference(reference: string): string | undefined {
  const whole = reference.trim();
  const last = whole.slice(whole.lastIndexOf('/') + 1);
  const placeholder = /^(?:\$\{([^{}]*)\}|\{\{([^{}]*)\}\})$/.exec(last);
  if (placeholder !== null) {
    const parts = (placeholder[1] ?? placeholder[2] ?? '').trim().split(/[.:]+/);
    const named = parts.filter((part) => part !== '' && !/^(arn|id|[A-Z])$/i.test(part));
    return named.at(-1) ?? parts[1];
  }
  const [, lambda] = last.split(':function:');
  const tail = lambda === undefined ? last.slice(last.lastIndexOf(':') + 1) : lambda.split(':')[0];
  return tail === undefined || tail === '' || isUuid(tail) ? undefined : tail;
}

/** The name that the console shows for a parameter. */
function displayName(action: Action, parameter: string): string | undefined {
  const name = textBelow(action.metadata, 'parameters', parameter, 'displayName');
  return name === undefined || hasExpression(name) ? undefined : name;
}

/** The name that older exports keep in these fields of the metadata. */
function shownName({ metadata }: Action, fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const name = textBelow(metadata, field, 'text');
    if (name !== undefined && !hasExpression(name)) return name;
  }
  return undefined;
}

/** Something that an action refers to. */
export interface Reference {
  /** As the flow writes it. */
  readonly expression: string;
  /** What people call it, where the file says so. */
  readonly name: string | undefined;
  /** Only the running flow knows it. */
  readonly isDynamic: boolean;
}

/**
 * What a parameter refers to. `shown` are the ways to the name in the metadata of the action, as
 * older exports keep it, next to `parameters.<name>.displayName`. Nothing where nothing is written.
 */
export function referenceOf(
  action: Action,
  parameter: string,
  ...shown: readonly string[]
): Reference | undefined {
  const written = scalarBelow(action.parameters, parameter);
  if (written === undefined && action.metadata === undefined) return undefined;
  const name = displayName(action, parameter) ?? shownName(action, shown);
  if (written === undefined) {
    return name === undefined ? undefined : { expression: name, name, isDynamic: false };
  }
  const text = String(written.value);
  return isDynamic(text)
    ? { expression: text, name: undefined, isDynamic: true }
    : { expression: text, name: name ?? nameInReference(text), isDynamic: false };
}
