import type { BranchOn } from '../../script/script.ts';
import type { Unknown } from '../../script/values.ts';
import type { Tree } from '../../source/tree.ts';
import type { Said } from '../said.ts';
import { stripSsml } from '../strip-ssml.ts';
import { below, itemsOf, textBelow } from '../tree-values.ts';

/** Expressions in double braces are known only while the flow runs. */
export const isExpression = (text: string): boolean => text.includes('{{');

export const knownOr = (text: string | undefined, otherwise: string): string | Unknown =>
  text === undefined || isExpression(text) ? { unknown: text ?? otherwise } : text;

/** What a node says: its texts where it speaks, else its recordings. */
export function readSay(properties: Tree | undefined): Said | undefined {
  const words = itemsOf(below(properties, 'promptsTts')).flatMap(
    (item) => textBelow(item, 'value') ?? textBelow(item, 'name') ?? [],
  );
  const spoken = words.map((text) => (text.includes('<') ? stripSsml(text) : text.trim()));
  const text = spoken.filter((one) => one !== '').join(' ');
  if (text !== '') {
    if (!isExpression(text)) return { text };
    const known = text
      .replace(/\{\{[^{}]*\}\}/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    return known === '' ? { unknown: text } : { unknown: text, text: known };
  }
  const files = itemsOf(below(properties, 'prompts')).flatMap(
    (item) => textBelow(item, 'name') ?? textBelow(item, 'value') ?? [],
  );
  const [file = textBelow(properties, 'prompt'), more] = files;
  if (file === undefined) return undefined;
  return more !== undefined || isExpression(file)
    ? { unknown: [file, more].filter((one) => one !== undefined).join(', ') }
    : { recording: file };
}

/** A name that stands beside an id, as `queueId:name` or `queueId_name`, else what can be known. */
export function nameBeside(properties: Tree | undefined, field: string): string | undefined {
  return (
    textBelow(properties, `${field}:name`) ??
    textBelow(properties, `${field}_name`) ??
    textBelow(properties, field)
  );
}

/** What a condition asks for, and the word for which it holds: `{{tries >= 3}}`. */
export function readExpression(written: string): {
  readonly on: BranchOn;
  readonly when: string;
  /** True where the condition holds for every other value. */
  readonly isNegated: boolean;
} {
  const whole = /^\s{0,9}\{\{([^{}]*)\}\}\s{0,9}$/.exec(written)?.[1]?.trim() ?? written.trim();
  const [, name = '', sign = '', raw = ''] =
    /^([\w.]+) {0,9}(==|!=|>=|<=|>|<) {0,9}("[^"]*"|'[^']*'|[\w.+-]+)$/.exec(whole) ?? [];
  if (name === '')
    return { on: { attribute: whole === '' ? 'nothing' : whole }, when: 'true', isNegated: false };
  const value = raw.replace(/^["']|["']$/g, '');
  const shown = value === '' ? '(empty)' : value;
  return {
    on: { attribute: name },
    when: sign === '==' || sign === '!=' ? shown : `${sign} ${shown}`,
    isNegated: sign === '!=',
  };
}

/** The variables that a node sets to something known, and the names of the others. */
export function readSet(properties: Tree | undefined): {
  readonly set: Readonly<Record<string, string>> | undefined;
  readonly unknown: readonly string[];
} {
  const list = itemsOf(below(properties, 'setVariablesArray'));
  const items = list.length > 0 ? list : properties === undefined ? [] : [properties];
  const set = new Map<string, string>();
  const unknown: string[] = [];
  for (const item of items) {
    const name = textBelow(item, 'srcVariable');
    const value = textBelow(item, 'literal');
    if (name === undefined) continue;
    if (value === undefined || isExpression(value) || name === '__proto__') unknown.push(name);
    else set.set(name, value);
  }
  return { set: set.size === 0 ? undefined : Object.fromEntries(set), unknown };
}
