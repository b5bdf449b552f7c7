import { nameFrom } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import type { Unknown } from '../../script/values.ts';
import type { Extent, Field, Tree } from '../../source/tree.ts';
import { below, fieldsOf, scalarBelow, textBelow, type Names } from '../tree-values.ts';
import { asWritten, isTemplate } from './fill-templates.ts';

/** A prompt as scripts hold it. */
export type Say = NonNullable<NodeOfKind<'announcement'>['say']>;

/** The one field of an item such as `- playAudio: {…}`: its kind and its body. */
export function entryOf(item: Tree): Field | undefined {
  const [only] = fieldsOf(item);
  return only;
}

/** A value that is written as it is: `lit: 3`, `lit: {name: Sales}`, or bare. */
export function literalBelow(tree: Tree | undefined, ...path: Names): string | undefined {
  const value = below(tree, ...path);
  if (value?.kind === 'scalar') return textBelow(tree, ...path);
  return textBelow(value, 'lit') ?? textBelow(value, 'lit', 'name') ?? textBelow(value, 'name');
}

/** What only the running flow knows: an expression or a variable. */
function expressionBelow(tree: Tree | undefined, ...path: Names): string | undefined {
  const value = below(tree, ...path);
  return textBelow(value, 'exp') ?? textBelow(value, 'var');
}

/** A thing by its name; what only the running flow, or a tool, knows is unknown. */
export function namedBelow(tree: Tree | undefined, ...path: Names): string | Unknown | undefined {
  const literal = literalBelow(tree, ...path);
  if (literal !== undefined) return isTemplate(literal) ? { unknown: asWritten(literal) } : literal;
  const expression = expressionBelow(tree, ...path);
  return expression === undefined ? undefined : { unknown: asWritten(expression) };
}

/** The same as a name in scripts: that of a queue or of a calendar. */
export function idBelow(
  tree: Tree | undefined,
  fallback: string,
  ...path: Names
): string | Unknown {
  const name = namedBelow(tree, ...path) ?? { unknown: `no ${fallback} is chosen` };
  return typeof name === 'string' ? nameFrom(name, fallback) : name;
}

/** Seconds of a length of time: `lit: {seconds: 5}`, `{ms: 500}`, `{minutes: 1}`. */
export function secondsBelow(tree: Tree | undefined, ...path: Names): number | undefined {
  const units = { ms: 0.001, seconds: 1, minutes: 60, hours: 3600 } as const;
  for (const [unit, factor] of Object.entries(units)) {
    const text = textBelow(below(tree, ...path), 'lit', unit);
    if (text !== undefined && /^\d{1,6}$/.test(text)) return Number(text) * factor;
  }
  return undefined;
}

/** The same, by what the flow sets for all such actions where the action says nothing of its own. */
export function secondsOrDefault(
  tree: Tree,
  defaults: Tree | undefined,
  field: string,
): number | undefined {
  if (expressionBelow(tree, field) !== undefined) return undefined;
  return secondsBelow(tree, field) ?? secondsBelow(defaults, field);
}

export function countBelow(tree: Tree | undefined, ...path: Names): number | undefined {
  const text = literalBelow(tree, ...path);
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

/** What callers hear, with the place where it is written. */
export interface ReadAudio {
  readonly say: Say | undefined;
  readonly at: Extent | undefined;
}

const spokenIn = /ToAudioTTS\(\s{0,9}"((?:[^"\\]|\\.){0,5000})"/g;

/** The words of an expression, where it only puts words and pauses together. */
function spokenByExpression(expression: string): Say {
  const words = [...expression.matchAll(spokenIn)].map(([, text = '']) =>
    text.replace(/\\(.)/g, '$1'),
  );
  const text = words.join(' ').replace(/\s+/g, ' ').trim();
  const rest = expression
    .replace(spokenIn, '')
    .replace(/\b(?:AudioPlaybackOptions|Append|ToAudioBlank|true|false)\b|[\d\s(),]/g, '');
  if (text === '') return { unknown: asWritten(expression) };
  return rest === '' && !isTemplate(text)
    ? { text }
    : { unknown: asWritten(expression), text: asWritten(text) };
}

/** Reads `audio: {tts: …}`, `{exp: …}`, `{prompt: …}`; `noValue` says nothing. */
export function audioBelow(tree: Tree | undefined, ...path: Names): ReadAudio {
  const audio = below(tree, ...path);
  const spoken = scalarBelow(audio, 'tts');
  if (spoken !== undefined) {
    const text = String(spoken.value).trim();
    const written = asWritten(text);
    const say: Say = isTemplate(text) ? { unknown: written } : { text };
    return text === '' ? { say: undefined, at: undefined } : { say, at: spoken };
  }
  const expression = scalarBelow(audio, 'exp');
  if (expression !== undefined) {
    return { say: spokenByExpression(String(expression.value)), at: expression };
  }
  const prompt = textBelow(audio, 'prompt') ?? literalBelow(audio);
  if (prompt === undefined) return { say: undefined, at: undefined };
  const say: Say = isTemplate(prompt) ? { unknown: asWritten(prompt) } : { recording: prompt };
  return { say, at: audio };
}
