import type { ConfEntry, ConfText } from '../../source/conf-file.ts';
import type { Finding } from '../../source/finding.ts';
import { readConf } from '../../source/read-conf.ts';
import { resolveConf } from '../../source/resolve-conf.ts';
import type { Source } from '../../source/source.ts';
import { partOf, partsOf } from './conf-part.ts';
import type { Context, Dialplan, Extension, Include, Leftover, Step } from './dialplan.ts';
import { comparePatterns, isPattern } from './extension-pattern.ts';
import { readPriority, type WrittenStep } from './read-priority.ts';

/** What reading a dialplan gave: what could be read, and what is wrong. */
export interface DialplanReading {
  readonly dialplan: Dialplan;
  readonly findings: readonly Finding[];
}

interface OpenExtension {
  readonly name: string;
  readonly at: ConfText;
  readonly steps: Map<number, Step>;
  readonly labels: Map<string, number>;
}

interface OpenContext {
  readonly name: string;
  readonly at: ConfText;
  readonly title: string | undefined;
  readonly extensions: Map<string, OpenExtension>;
  readonly includes: Include[];
}

/** Settings of a context that are no part of a call. */
const settings = new Set(['ignorepat', 'autohints', 'hint']);

const isOff = (value: string): boolean => /^(no|false|off|0|n|f)$/i.test(value);

/** What a comment right behind the header of a section says. */
function titleBehind({ text }: Source, offset: number): string | undefined {
  const end = text.indexOf('\n', offset);
  const rest = text.slice(offset, end === -1 ? Math.min(text.length, offset + 200) : end).trim();
  const title = /^;+[ \t]*([^;].{0,120})$/.exec(rest)?.[1]?.trim();
  return title === undefined || title === '' ? undefined : title;
}

function readInclude(value: ConfText): Include {
  const [context, hours] = partsOf(value, value.text.includes(',') ? ',' : '|', 2);
  return {
    context: context?.text ?? '',
    hours: hours === undefined || hours.text === '' ? undefined : hours.text,
    at: { start: value.start, end: value.end },
  };
}

/**
 * Reads the contexts of a dialplan: extensions with their priorities (numbers, `n`, `s`, `+`, labels),
 * `same`, includes and globals. What Asterisk passes over is left over, and told. Linear in the text.
 * https://docs.asterisk.org/Configuration/Dialplan/Contexts-Extensions-and-Priorities/
 */
export function readDialplan(source: Source): DialplanReading {
  const { file, findings: ofFile } = readConf(source);
  const { sections, findings: ofSections } = resolveConf(source, file);
  const contexts = new Map<string, OpenContext>();
  const globals = new Map<string, string>();
  const steps: Step[] = [];
  const leftovers: Leftover[] = [];
  let endsByItself = true;

  const leave = (message: string, { start, end }: ConfText) =>
    leftovers.push({ message, at: { start, end } });

  const addStep = (context: OpenContext, name: ConfText, written: WrittenStep) => {
    const { priority, label, application, at } = written;
    let extension = context.extensions.get(name.text);
    if (extension === undefined) {
      extension = { name: name.text, at: name, steps: new Map(), labels: new Map() };
      context.extensions.set(name.text, extension);
    }
    if (extension.steps.has(priority)) {
      leave(
        `Priority ${priority} of "${name.text}" is written twice; Asterisk keeps the first.`,
        written.arguments,
      );
      return;
    }
    const step: Step = {
      index: steps.length,
      context: context.name,
      extension: name.text,
      priority,
      label,
      application,
      arguments: written.arguments,
      at,
    };
    steps.push(step);
    extension.steps.set(priority, step);
    if (label !== undefined && !extension.labels.has(label)) extension.labels.set(label, priority);
  };

  const readContext = (context: OpenContext, entries: readonly ConfEntry[]) => {
    let last = 0;
    let current: ConfText | undefined;
    for (const { name, value } of entries) {
      const word = name.text.toLowerCase();
      if (word === 'exten' || word === 'same') {
        let rest = value;
        if (word === 'exten') {
          const [dialled, behind] = partsOf(value, ',', 2);
          if (dialled === undefined || behind === undefined) {
            leave('Asterisk passes over this: it has no priority.', value);
            continue;
          }
          current = dialled;
          rest = behind;
        }
        if (current === undefined) {
          leave('Asterisk passes over this: "same" comes before any extension.', value);
          continue;
        }
        const labels = context.extensions.get(current.text)?.labels;
        const written = readPriority(rest, last, labels);
        if (typeof written === 'string') {
          if (written !== '') leave(written, value);
          continue;
        }
        last = written.priority;
        addStep(context, current, written);
      } else if (word === 'include') context.includes.push(readInclude(value));
      else if (word === 'switch' || word === 'lswitch' || word === 'eswitch') {
        leave(`Extensions of "${value.text}" count here too; they stand on another server.`, value);
      } else if (!settings.has(word)) leave(`Asterisk passes over "${name.text}" here.`, name);
    }
  };

  for (const section of sections) {
    const name = section.name.text;
    const kind = name.toLowerCase();
    if (section.isTemplate) continue;
    if (kind === 'general') {
      for (const { name: field, value } of section.entries) {
        if (field.text.toLowerCase() === 'autofallthrough') endsByItself = !isOff(value.text);
      }
    } else if (kind === 'globals') {
      for (const { name: variable, value } of section.entries) {
        globals.set(variable.text, value.text);
      }
    } else {
      let context = contexts.get(name);
      if (context === undefined) {
        const title = titleBehind(source, section.written[0]?.header.end ?? section.name.end);
        context = { name, at: section.name, title, extensions: new Map(), includes: [] };
        contexts.set(name, context);
      }
      readContext(context, section.entries);
    }
  }
  const dialplan: Dialplan = {
    contexts: new Map([...contexts].map(([name, context]) => [name, withPatterns(context)])),
    globals,
    endsByItself,
    steps,
    leftovers,
  };
  return { dialplan, findings: [...ofFile, ...ofSections] };
}

function withPatterns({ at, ...context }: OpenContext): Context {
  const patterns = [...context.extensions.values()]
    .filter(({ name }) => isPattern(name))
    .sort((a, b) => comparePatterns(a.name, b.name));
  const extensions = context.extensions as ReadonlyMap<string, Extension>;
  return { ...context, at: partOf(at, 0, at.text.length), extensions, patterns };
}
