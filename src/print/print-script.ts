import { nodeAt, type CallFlow } from '../flow/call-flow.ts';
import type { Directory } from '../routing/directory.ts';
import type { NodeId } from '../script/names.ts';
import { isUnknown, type Language } from '../script/values.ts';
import { printErrors } from './print-errors.ts';
import { printHours } from './print-hours.ts';
import { printSection, type PrintSources } from './print-section.ts';
import type { PrintedSection, Printout } from './printout.ts';
import { readingNumbers } from './reading-numbers.ts';

/** What is printed besides the menu itself. */
export interface PrintOptions {
  /** The languages to print side by side; the script's own alone where none is given. */
  readonly languages?: readonly Language[] | undefined;
  readonly directory?: Directory | undefined;
}

/**
 * A menu as its callers hear it, in reading order: every node once, numbered, with the seconds that
 * it takes and where each way leads, by number; queues with their hours; and apart from it all that
 * happens when a call goes wrong. The same script gives the same printout in any place.
 */
export function printScript(flow: CallFlow, options: PrintOptions = {}): Printout {
  const { script } = flow;
  const numbers = readingNumbers(flow);
  const languages = options.languages ?? [script.language];
  const { directory } = options;
  const from: PrintSources = { flow, numbers, directory, languages, own: script.language };
  const nodes = [...numbers.reached, ...numbers.unreached].map((id) => nodeAt(flow, id));
  const errors = printErrors(nodes, from);
  const sectionOf = (id: NodeId): PrintedSection => {
    const section = printSection(nodeAt(flow, id), from);
    const own = errors.filter(({ sections }) => sections.includes(section.number));
    return { ...section, errors: own.map(({ number }) => number) };
  };
  return {
    id: script.id,
    title: script.title ?? script.id,
    version: script.version,
    languages,
    entries: script.entries.map(({ title, number, language, start }) => ({
      title,
      number: number === undefined || isUnknown(number) ? undefined : number,
      language,
      leads: numbers.reference({ to: start }, 0),
    })),
    sections: numbers.reached.map(sectionOf),
    unreached: numbers.unreached.map(sectionOf),
    errors,
    hours: printHours(flow, numbers, directory),
  };
}
