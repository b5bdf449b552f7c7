import type { NodeId } from '../../script/names.ts';
import type { ScriptNode } from '../../script/script.ts';
import type { Place } from '../../source/source.ts';
import { textBelow } from '../tree-values.ts';
import { findNamed, lastPart, type Flow, type Named } from './agent.ts';
import { isStartPage, type FlowReader } from './flow-reader.ts';
import { partBelow, placeBelow, placeOf, type Part } from './part.ts';
import { readFulfillment, type Step } from './read-fulfillment.ts';
import { scriptIdOf } from './script-id.ts';

/** A page while its nodes are made. */
export interface Here {
  readonly page: Named;
  readonly reader: FlowReader;
  /** Where the call is when the page is entered. */
  readonly entry: GoOn;
  /** Where a webhook leads that fails; nothing where it goes on as if it hadn't. */
  readonly onError: () => NodeId | undefined;
}

/** Where a call goes on that a way leads nowhere; asked for only then, since it may make a node. */
export type GoOn = () => NodeId;

export const hasTarget = ({ tree }: Part): boolean =>
  ['targetPage', 'targetFlow', 'targetPlaybook'].some(
    (name) => textBelow(tree, name) !== undefined,
  );

function previousPage({ reader, page }: Here, at: Place): NodeId {
  const idOf = (other: Named) => (isStartPage(other, reader) ? reader.start() : reader.idOf(other));
  const { pages, more } = reader.pagesBefore(page);
  const [only, another] = pages;
  if (only !== undefined && another === undefined) return idOf(only);
  if (more > 0)
    reader.writer.tell(
      `Calls may come from ${more} more pages; the script doesn't lead back to those.`,
      placeOf(page.part),
    );
  return reader.onceFor(page, () => {
    const id = reader.writer.freshId(`back-from-${page.title}`, 'previous-page');
    const exits = pages.map((other) => ({
      trigger: 'case' as const,
      when: other.title,
      to: idOf(other),
    }));
    return reader.writer.add(
      id,
      { kind: 'opaque', vendor: 'dialogflow-cx', type: 'PREVIOUS_PAGE', exits },
      at,
    );
  });
}

function pageTarget(written: string, here: Here, at: Place): NodeId {
  const { reader, entry } = here;
  const found = findNamed(reader.flow.pages, written);
  if (found !== undefined) return reader.idOf(found);
  const name = lastPart(written);
  if (name === 'START_PAGE') return reader.start();
  if (name === 'CURRENT_PAGE') return entry();
  if (name === 'PREVIOUS_PAGE') return previousPage(here, at);
  if (name === 'END_SESSION') return reader.end();
  return name.startsWith('END_FLOW') ? reader.giveBack() : reader.missing(written);
}

const returning = new WeakMap<Flow, boolean>();

/** False for a flow that is known and never gives a call back. */
function mayReturn(flow: Flow | undefined): boolean {
  if (flow === undefined) return true;
  const known = returning.get(flow);
  if (known !== undefined) return known;
  const files = new Set([flow, ...flow.pages, ...flow.groups].map(({ part }) => part.source));
  const may = [...files].some(({ text }) => text.includes('END_FLOW'));
  returning.set(flow, may);
  return may;
}

function flowTarget(written: string, { reader }: Here, goOn: GoOn, at: Place): NodeId {
  const { agent, flow, writer } = reader;
  const found = findNamed(agent.flows, written);
  if (found === flow) return reader.start();
  const isPath = found === undefined && written.includes('/');
  const title = found?.title ?? written;
  const script = isPath ? { unknown: written } : scriptIdOf(title);
  const id = writer.freshId(`to-${title}`, 'to-flow');
  return writer.add(
    id,
    { kind: 'subflow', title, script, to: mayReturn(found) ? goOn() : undefined },
    at,
    [[['script'], at]],
  );
}

/** Where a route or a handler leads; where it names no target, the call goes on at `goOn`. */
function targetOf(way: Part, here: Here, goOn: GoOn): NodeId {
  const page = textBelow(way.tree, 'targetPage');
  if (page !== undefined) return pageTarget(page, here, placeBelow(way, 'targetPage'));
  const flow = textBelow(way.tree, 'targetFlow');
  if (flow !== undefined) return flowTarget(flow, here, goOn, placeBelow(way, 'targetFlow'));
  const playbook = textBelow(way.tree, 'targetPlaybook');
  if (playbook === undefined) return goOn();
  const { writer } = here.reader;
  const exits = [{ trigger: 'next' as const, to: goOn() }];
  return writer.add(
    writer.freshId(playbook, 'playbook'),
    {
      kind: 'opaque',
      title: lastPart(playbook) || 'playbook',
      vendor: 'dialogflow-cx',
      type: 'targetPlaybook',
      exits,
    },
    placeBelow(way, 'targetPlaybook'),
  );
}

/** A step as a node that leads on; words in front of it are said there. */
function nodeOf(step: Step, say: Said, to: GoOn, failure: () => NodeId | undefined): ScriptNode {
  switch (step.does) {
    case 'say':
      return { kind: 'announcement', say: step.say, to: to() };
    case 'task':
      return {
        kind: 'task',
        say,
        task: step.task,
        selfService: false,
        set: step.set,
        success: to(),
        failure: step.isWebhook ? (failure() ?? to()) : undefined,
      };
    case 'queue':
      return { kind: 'queue', say, queue: { unknown: 'whom the hand-over to an agent reaches' } };
    case 'transfer':
      return { kind: 'transfer', say, number: step.number };
    case 'hangup':
      return { kind: 'hangup', say };
  }
}
type Said = Extract<Step, { does: 'say' }>['say'] | undefined;

/** True for steps behind which the call is elsewhere. */
export const isLeft = (steps: readonly Step[]): boolean =>
  steps.some(({ does }) => does !== 'say' && does !== 'task');

/** Writes steps one behind the other, the first under a name that is given; gives where they begin. */
export function writeSteps(
  steps: readonly Step[],
  { reader: { writer } }: Pick<Here, 'reader'>,
  names: { readonly first?: NodeId; readonly wanted: string },
  to: GoOn,
  failure: () => NodeId | undefined = () => undefined,
): NodeId {
  const jobs: { step: Step; say: Said; sayAt: Place | undefined }[] = [];
  for (const step of steps) {
    const last = jobs.at(-1);
    if (step.does !== 'say' && last?.step.does === 'say')
      jobs.splice(-1, 1, { step, say: last.step.say, sayAt: last.step.at });
    else jobs.push({ step, say: undefined, sayAt: undefined });
  }
  const ids = jobs.map(({ step }, index) =>
    index === 0 && names.first !== undefined
      ? names.first
      : writer.freshId(
          step.does === 'task' ? step.task : `${step.does}-${names.wanted}`,
          step.does,
        ),
  );
  jobs.forEach(({ step, say, sayAt }, index) => {
    const id = ids[index];
    if (id === undefined) return;
    const node = nodeOf(step, say, () => ids[index + 1] ?? to(), failure);
    const spoken = step.does === 'say' ? step.at : sayAt;
    const origin = index === 0 && names.first !== undefined ? [names.wanted] : undefined;
    writer.add(id, { ...node, origin }, step.at, [[['say'], spoken]]);
  });
  return ids[0] ?? to();
}

export const stepsOf = (way: Part, { reader }: Pick<Here, 'reader'>): readonly Step[] =>
  readFulfillment(partBelow(way, 'triggerFulfillment'), reader.writer.tell);

/**
 * The nodes of a route or a handler, to where it leads. A webhook that fails on a way with a target
 * fails silently: https://cloud.google.com/dialogflow/cx/docs/concept/handler
 */
export function followWay(
  way: Part,
  here: Here,
  goOn: GoOn,
  wanted: string,
  steps: readonly Step[] = stepsOf(way, here),
): NodeId {
  const left = isLeft(steps);
  if (left && hasTarget(way) && textBelow(way.tree, 'targetPage') !== 'END_SESSION')
    here.reader.writer.tell('The call is handed over before it would go on here.', placeOf(way));
  return writeSteps(
    steps,
    here,
    { wanted },
    () => targetOf(way, here, goOn),
    hasTarget(way) ? undefined : here.onError,
  );
}
