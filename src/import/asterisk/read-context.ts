import type { ConfEntry, ConfText } from '../../source/conf-file.ts';
import { partOf, partsOf } from './conf-part.ts';
import type { Context, Extension, Include, Leftover, Step } from './dialplan.ts';
import { comparePatterns, isPattern } from './extension-pattern.ts';
import { readPriority, type WrittenStep } from './read-priority.ts';

interface OpenExtension {
  readonly name: string;
  readonly at: ConfText;
  readonly steps: Map<number, Step>;
  readonly labels: Map<string, number>;
}

/** A context that other sections may add to. */
export interface OpenContext {
  readonly name: string;
  readonly at: ConfText;
  readonly title: string | undefined;
  readonly extensions: Map<string, OpenExtension>;
  readonly includes: Include[];
}

/** What all contexts of a dialplan put their steps into, and what Asterisk passes over. */
export interface DialplanDraft {
  readonly steps: Step[];
  readonly leftovers: Leftover[];
}

/** Where reading is in a section: the extension that `same` goes on with, and the last priority. */
interface Cursor {
  extension: ConfText | undefined;
  priority: number;
}

/** Settings of a context that are no part of a call. */
const settings = new Set(['ignorepat', 'autohints', 'hint']);

function leave({ leftovers }: DialplanDraft, message: string, { start, end }: ConfText): void {
  leftovers.push({ message, at: { start, end } });
}

function readInclude(value: ConfText): Include {
  const [context, hours] = partsOf(value, value.text.includes(',') ? ',' : '|', 2);
  return {
    context: context?.text ?? '',
    hours: hours === undefined || hours.text === '' ? undefined : hours.text,
    at: { start: value.start, end: value.end },
  };
}

function addStep(
  draft: DialplanDraft,
  context: OpenContext,
  name: ConfText,
  written: WrittenStep,
): void {
  const { priority, label, application, at } = written;
  let extension = context.extensions.get(name.text);
  if (extension === undefined) {
    extension = { name: name.text, at: name, steps: new Map(), labels: new Map() };
    context.extensions.set(name.text, extension);
  }
  if (extension.steps.has(priority)) {
    const message = `Priority ${priority} of "${name.text}" is written twice; Asterisk keeps the first.`;
    leave(draft, message, written.arguments);
    return;
  }
  const step: Step = {
    index: draft.steps.length,
    context: context.name,
    extension: name.text,
    priority,
    label,
    application,
    arguments: written.arguments,
    at,
  };
  draft.steps.push(step);
  extension.steps.set(priority, step);
  if (label !== undefined && !extension.labels.has(label)) extension.labels.set(label, priority);
}

/** `exten => extension,priority,application`, and `same => priority,application` behind it. */
function readStep(
  draft: DialplanDraft,
  context: OpenContext,
  cursor: Cursor,
  { word, value }: { readonly word: 'exten' | 'same'; readonly value: ConfText },
): void {
  let rest = value;
  if (word === 'exten') {
    const [dialled, behind] = partsOf(value, ',', 2);
    if (dialled === undefined || behind === undefined) {
      leave(draft, 'Asterisk ignores this: it has no priority.', value);
      return;
    }
    cursor.extension = dialled;
    rest = behind;
  }
  const { extension } = cursor;
  if (extension === undefined) {
    leave(draft, 'Asterisk ignores this: "same" comes before any extension.', value);
    return;
  }
  const labels = context.extensions.get(extension.text)?.labels;
  const written = readPriority(rest, cursor.priority, labels);
  if (typeof written !== 'string') {
    cursor.priority = written.priority;
    addStep(draft, context, extension, written);
  } else if (written !== '') leave(draft, written, value);
}

/** Reads a section into its context. */
export function readContext(
  draft: DialplanDraft,
  context: OpenContext,
  entries: readonly ConfEntry[],
): void {
  const cursor: Cursor = { extension: undefined, priority: 0 };
  for (const { name, value } of entries) {
    const word = name.text.toLowerCase();
    if (word === 'exten' || word === 'same') readStep(draft, context, cursor, { word, value });
    else if (word === 'include') context.includes.push(readInclude(value));
    else if (word === 'switch' || word === 'lswitch' || word === 'eswitch') {
      const message = `Extensions of "${value.text}" count here too; they are on another server.`;
      leave(draft, message, value);
    } else if (!settings.has(word)) leave(draft, `Asterisk ignores "${name.text}" here.`, name);
  }
}

/** A context that is read, with its patterns in the order in which Asterisk asks them. */
export function closeContext({ at, ...context }: OpenContext): Context {
  const extensions: ReadonlyMap<string, Extension> = context.extensions;
  const patterns = [...extensions.values()]
    .filter(({ name }) => isPattern(name))
    .sort((a, b) => comparePatterns(a.name, b.name));
  return { ...context, at: partOf(at, 0, at.text.length), extensions, patterns };
}
