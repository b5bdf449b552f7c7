import type { FlowNode } from '../flow/call-flow.ts';
import { retryPolicy } from '../flow/retry-policy.ts';
import { formatDuration, type Prompt } from '../script/values.ts';
import type { Fact, PrintedError, Reference } from './printout.ts';
import { isErrorWay, type PrintSources } from './print-section.ts';
import { saidOf } from './spoken-of.ts';

type ErrorTrigger = PrintedError['trigger'];
type OneError = Omit<PrintedError, 'number' | 'sections'>;

/** What is said and done before a menu or question gives up. */
function retryOf(
  { node }: FlowNode,
  trigger: 'noInput' | 'noMatch',
  { flow }: PrintSources,
): { readonly facts: readonly Fact[]; readonly say: Prompt | undefined } {
  if (node.kind !== 'menu' && node.kind !== 'collect') return { facts: [], say: undefined };
  const { attempts, wait, say } = retryPolicy(flow.script, node, trigger);
  const asked = attempts === 1 ? 'Asked once' : `Asked ${attempts} times in all`;
  const silence =
    attempts === 1
      ? `, and given up after ${formatDuration(wait)} of silence`
      : `, with ${formatDuration(wait)} of silence each time`;
  return { facts: [`${asked}${trigger === 'noInput' ? silence : ''}.`], say };
}

function factsOf(at: FlowNode, trigger: ErrorTrigger): readonly Fact[] {
  const { node } = at;
  if (trigger === 'overflow' && node.kind === 'queue' && node.overflow?.after !== undefined)
    return [`After ${formatDuration(node.overflow.after)} of waiting.`];
  return [];
}

/** The errors of one node; a menu or question always has two, whatever the script says of them. */
function errorsAt(at: FlowNode, from: PrintSources): readonly OneError[] {
  const number = from.numbers.of(at.id);
  const asks = at.node.kind === 'menu' || at.node.kind === 'collect';
  const own = at.exits.filter(isErrorWay).map((exit): OneError => {
    const trigger = exit.trigger as ErrorTrigger;
    const leads = from.numbers.reference(exit, number);
    if (trigger !== 'noInput' && trigger !== 'noMatch')
      return { trigger, facts: factsOf(at, trigger), says: undefined, leads };
    const { facts, say } = retryOf(at, trigger, from);
    return { trigger, facts, says: saidOf(say, from), leads };
  });
  if (!asks) return own;
  const silent = (['noInput', 'noMatch'] as const)
    .filter((trigger) => !own.some((one) => one.trigger === trigger))
    .map((trigger): OneError => {
      const { facts, say } = retryOf(at, trigger, from);
      return { trigger, facts, says: saidOf(say, from), leads: { to: 'nowhere' } };
    });
  return [...own, ...silent];
}

const order: readonly ErrorTrigger[] = [
  'noInput',
  'noMatch',
  'failure',
  'closed',
  'overflow',
  'error',
];

/** What a reader can't tell apart is one error, whatever the direction in which its target lies. */
function keyOf({ trigger, facts, says, leads }: OneError): string {
  const said = says?.map(({ text, recording }) => [text, recording]);
  return JSON.stringify([trigger, facts, said, seenFromBehind(leads)]);
}

/** All ways that calls take when something goes wrong: the same ones of several sections once. */
export function printErrors(
  nodes: readonly FlowNode[],
  from: PrintSources,
): readonly PrintedError[] {
  const groups = new Map<string, { readonly one: OneError; readonly sections: number[] }>();
  for (const trigger of order) {
    for (const at of nodes) {
      for (const one of errorsAt(at, from)) {
        if (one.trigger !== trigger) continue;
        const number = from.numbers.of(at.id);
        const group = groups.get(keyOf(one));
        if (group === undefined) groups.set(keyOf(one), { one, sections: [number] });
        else if (!group.sections.includes(number)) group.sections.push(number);
      }
    }
  }
  return [...groups.values()].map(({ one, sections }, index) => ({
    ...one,
    leads: seenFromBehind(one.leads),
    number: `E${index + 1}`,
    sections,
  }));
}

/** In an appendix every section stands before. */
const seenFromBehind = (leads: Reference): Reference =>
  leads.to === 'section' ? { ...leads, isEarlier: true } : leads;
