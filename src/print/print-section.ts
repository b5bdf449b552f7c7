import type { CallFlow, FlowNode } from '../flow/call-flow.ts';
import { promptTimeline } from '../flow/prompt-timeline.ts';
import { defaultSpeechFigures } from '../prompt/speech-figures.ts';
import type { Directory } from '../routing/directory.ts';
import { optionLabel } from '../script/option-label.ts';
import { printFacts } from './print-facts.ts';
import type { PrintedSection, PrintedWay, Reference } from './printout.ts';
import type { ReadingNumbers } from './reading-numbers.ts';
import { saidOf, type PrintLanguages } from './spoken-of.ts';

/** What sections are printed from. */
export interface PrintSources extends PrintLanguages {
  readonly flow: CallFlow;
  readonly numbers: ReadingNumbers;
  readonly directory: Directory | undefined;
}

const errorTriggers = new Set(['noInput', 'noMatch', 'failure', 'closed', 'overflow', 'error']);

/** Whether a way is one that calls take when something goes wrong: those are printed behind. */
export const isErrorWay = ({ trigger }: { readonly trigger: string }): boolean =>
  errorTriggers.has(trigger);

/** When a node has said what, in one language. */
interface Timing {
  readonly seconds: number;
  readonly isKnown: boolean;
  /** By option, from the first word on. */
  readonly saidBy: ReadonlyMap<number, number>;
}

function timingsOf({ node }: FlowNode, { flow, languages }: PrintSources): readonly Timing[] {
  return languages.map((language) => {
    const timeline = promptTimeline(flow.script, node, language, defaultSpeechFigures);
    const before = timeline.parts.find(({ name }) => name === 'before')?.to ?? 0;
    const saidBy = new Map(
      timeline.parts.flatMap(({ option, saidBy: end }) =>
        option === undefined ? [] : [[option, end - before] as const],
      ),
    );
    return { seconds: timeline.seconds - before, isKnown: timeline.isKnown, saidBy };
  });
}

function labelOf({ node }: FlowNode, exit: FlowNode['exits'][number]): string {
  const { trigger, value, option, path } = exit;
  if (node.kind === 'menu' && option !== undefined) {
    const own = node.options[option];
    return own === undefined ? '' : optionLabel(own);
  }
  if (node.kind === 'branch' && trigger === 'case')
    return node.cases[Number(path[3])]?.title ?? value ?? '';
  if (node.kind === 'branch') return 'otherwise';
  if (node.kind === 'opaque') return value ?? trigger;
  return trigger === 'success' ? 'when that is done' : 'then';
}

/** A node as its callers meet it; the ways that only errors take are left to the appendix. */
export function printSection(at: FlowNode, from: PrintSources): Omit<PrintedSection, 'errors'> {
  const { numbers } = from;
  const { id, node, kind } = at;
  const number = numbers.of(id);
  const timings = timingsOf(at, from);
  const ways = at.exits
    .filter((exit) => !isErrorWay(exit))
    .map((exit, index): PrintedWay => {
      const option = node.kind === 'menu' ? node.options[exit.option ?? -1] : undefined;
      const leads: Reference = numbers.reference(exit, number);
      return {
        number: `${number}.${index + 1}`,
        key: exit.trigger === 'key' ? exit.value : undefined,
        label: labelOf(at, exit),
        says: saidOf(option?.say, from, option?.language),
        saidBy: timings.map(({ saidBy }) => saidBy.get(exit.option ?? -1)),
        leads,
      };
    });
  return {
    number,
    id,
    title: numbers.titleOf(id),
    kind,
    says: 'say' in node ? saidOf(node.say, from) : undefined,
    facts: printFacts(node, from.directory),
    ways,
    seconds: timings.map(({ seconds, isKnown }) => ({ seconds, isKnown })),
  };
}
