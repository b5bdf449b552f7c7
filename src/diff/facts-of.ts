import type { NodeId } from '../script/names.ts';
import { formatDuration, isUnknown, type Prompt } from '../script/values.ts';
import type { Path } from '../source/tree.ts';
import type { Destination } from './difference.ts';
import { leavesOf } from './leaves-of.ts';

/** One thing that a node, an option, a case, an entry or the script's head says, under its field. */
export type Fact = { readonly path: Path } & (
  | { readonly type: 'value'; readonly text: string }
  | { readonly type: 'target'; readonly destination: Destination }
  | { readonly type: 'prompt'; readonly prompt: Prompt }
);

/** Fields that name the node where a call goes on. */
const targetFields = new Set(['to', 'success', 'failure', 'otherwise', 'error', 'start']);

/** Fields that are compared elsewhere, or that tell nothing to callers. */
const elsewhere = new Set<string | number>([
  ...['kind', 'origin', 'options', 'cases', 'exits', 'key', 'when', 'trigger', 'do'],
  ...['entries', 'nodes', 'ivr', '$schema'],
]);

/** Lengths of time; in scripts they are seconds. */
const durations = new Set([...['wait', 'interDigit', 'duration', 'maxLength', 'after', 'every']]);

/** Fields whose ways are there even where they lead nowhere. */
const holders = new Set(['closed', 'overflow']);

interface Item {
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: Path;
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnknown(value);

/** `calendar office`, `language`: what a branch looks at, in one text. */
const onText = (on: unknown): string =>
  typeof on === 'string'
    ? on
    : leavesOf(on as object)
        .map(({ path, text }) => `${path.join('.')} ${text}`)
        .join(', ');

function valueFacts(name: string, value: unknown, path: Path): readonly [string, Fact][] {
  const field = path.join('.');
  if (typeof value === 'number' && durations.has(name))
    return [[field, { type: 'value', text: formatDuration(value), path }]];
  return leavesOf({ [name]: value }).map((leaf) => {
    const way = [...path.slice(0, -1), ...leaf.path];
    return [way.join('.'), { type: 'value', text: leaf.text, path: way }];
  });
}

/**
 * All that a part of a script says for itself, by the field that says it; its lists (options, cases,
 * entries, nodes) are parts of their own. Two parts that say the same have equal facts, in whatever
 * order their fields were written.
 */
export function factsOf(part: object): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  const { do: does } = part as { readonly do?: Destination['does'] };
  if (does !== undefined)
    facts.set('to', { type: 'target', destination: { to: undefined, does }, path: ['do'] });
  const waiting: Item[] = [{ value: part as Item['value'], path: [] }];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    for (const [name, value] of Object.entries(here.value)) {
      if (value === undefined || (here.path.length === 0 && elsewhere.has(name))) continue;
      const path = [...here.path, name];
      const field = path.join('.');
      if (name === 'raw' || name === 'set') {
        for (const [way, fact] of valueFacts(name, value, path)) facts.set(way, fact);
      } else if (targetFields.has(name)) {
        const destination = { to: value as NodeId, does: undefined };
        facts.set(field, { type: 'target', destination, path });
      } else if (name === 'say') {
        facts.set(field, { type: 'prompt', prompt: value as Prompt, path });
      } else if (name === 'on') {
        facts.set(field, { type: 'value', text: onText(value), path });
      } else if (isFields(value)) {
        if (holders.has(name) && value['to'] === undefined) {
          const destination = { to: undefined, does: undefined };
          facts.set(`${field}.to`, { type: 'target', destination, path });
        }
        waiting.push({ value, path });
      } else for (const [way, fact] of valueFacts(name, value, path)) facts.set(way, fact);
    }
  }
  return facts;
}
