import { buildCallFlow } from '../flow/build-call-flow.ts';
import { edgesFrom, type CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeOfKind, ScriptNode } from '../script/script.ts';
import { isUnknown } from '../script/values.ts';
import type { Finding } from '../source/finding.ts';
import { retriesOf } from './asking.ts';
import { exportFinding } from './export-finding.ts';
import type { Exporter } from './exporter.ts';
import { typescriptLiteral } from './typescript-literal.ts';

/** Ends of a call that are no node of the script; no node can be called so. */
const ends = ['_answered', '_transferred', '_disconnected', '_left'] as const;
type End = (typeof ends)[number];

interface Way {
  readonly target?: string;
  readonly guard?: { readonly type: string; readonly params: { readonly attempts: number } };
  readonly actions?: string;
  readonly reenter?: true;
}
type Ways = Readonly<Record<string, Way | readonly Way[]>>;

/** A way to a node; a way that leads nowhere ends the call. */
function to(flow: CallFlow, id: string | undefined, otherwise: End = '_disconnected'): Way {
  return { target: id !== undefined && flow.nodes.some((node) => node.id === id) ? id : otherwise };
}

/** Asking again while there are attempts left, and the way behind the last. */
function asking(
  flow: CallFlow,
  node: NodeOfKind<'menu' | 'collect'>,
  trigger: 'noInput' | 'noMatch',
) {
  const { attempts, to: target } = retriesOf(flow.script, node, trigger);
  const isLast = {
    type: trigger === 'noInput' ? 'lastSilence' : 'lastMismatch',
    params: { attempts },
  };
  return [
    { ...to(flow, target), guard: isLast },
    { actions: trigger === 'noInput' ? 'countSilence' : 'countMismatch' },
  ];
}

const questions = (flow: CallFlow, node: NodeOfKind<'menu' | 'collect'>): Ways => ({
  noInput: asking(flow, node, 'noInput'),
  noMatch: asking(flow, node, 'noMatch'),
});

/** A star in the name of an event means "all": keys have names instead. */
const eventNamed = (kind: 'key' | 'say' | 'case', value: string): string =>
  `${kind}.${value.replaceAll('*', 'star').replaceAll('#', 'hash')}`;

function optionWays(flow: CallFlow, id: NodeId, node: NodeOfKind<'menu'>): Ways {
  const ways: Record<string, Way> = {};
  node.options.forEach((option, index) => {
    const { key, intent = '' } = option;
    const event = key === undefined ? eventNamed('say', intent) : eventNamed('key', key);
    if (Object.hasOwn(ways, event)) return;
    const edge = edgesFrom(flow, id).find((one) => one.option === index);
    ways[event] = option.do === 'repeat' ? { target: id, reenter: true } : to(flow, edge?.to);
  });
  return ways;
}

function waysOf(flow: CallFlow, id: NodeId, node: ScriptNode): Ways {
  switch (node.kind) {
    case 'announcement':
    case 'voicemail':
    case 'subflow':
      return { next: to(flow, node.to) };
    case 'menu':
      return { ...optionWays(flow, id, node), ...questions(flow, node) };
    case 'collect':
      return { digits: to(flow, node.to), ...questions(flow, node) };
    case 'branch':
      return {
        ...Object.fromEntries(
          node.cases.toReversed().map((one) => [eventNamed('case', one.when), to(flow, one.to)]),
        ),
        otherwise: to(flow, node.otherwise),
      };
    case 'task':
    case 'callback':
      return {
        success: to(flow, node.kind === 'task' ? node.success : node.to),
        failure: to(flow, node.failure),
      };
    case 'queue':
      return {
        answered: { target: '_answered' },
        ...(node.overflow === undefined ? {} : { overflow: to(flow, node.overflow.to) }),
        ...(node.closed === undefined ? {} : { closed: to(flow, node.closed.to) }),
      };
    case 'transfer':
      return { success: to(flow, node.to, '_transferred'), failure: to(flow, node.failure) };
    case 'opaque':
      return Object.fromEntries(
        node.exits.map((exit, index) => [`exit.${index}`, to(flow, exit.to)]),
      );
    case 'hangup':
      return {};
  }
}

function describe(node: ScriptNode): string {
  const name =
    node.kind === 'queue' || node.kind === 'callback'
      ? node.queue
      : node.kind === 'task'
        ? node.task
        : node.kind === 'subflow'
          ? node.script
          : undefined;
  const known = isUnknown(name) ? name.unknown : name;
  return known === undefined ? node.kind : `${node.kind} ${known}`;
}

/** The configuration of a machine: a state a node, an event for all that can happen there. */
function xstateConfig(flow: CallFlow): Readonly<Record<string, unknown>> {
  const [entry] = flow.entries;
  const states: Readonly<Record<string, unknown>> = Object.fromEntries<unknown>([
    ...flow.nodes.map(({ id, kind, node }) => {
      const own = { description: describe(node), tags: [kind], entry: 'startAsking' };
      const error = node.error === undefined ? {} : { error: to(flow, node.error) };
      const on = { ...waysOf(flow, id, node), ...error };
      return [id, kind === 'hangup' ? { ...own, type: 'final' } : { ...own, on }] as const;
    }),
    ...ends.map((end) => [end, { type: 'final' }] as const),
  ]);
  return {
    id: flow.script.id,
    initial: entry?.start ?? '_disconnected',
    context: { silences: 0, mismatches: 0 },
    on: { hangup: { target: '._left' } },
    states,
  };
}

function told(flow: CallFlow, document: Parameters<Exporter>[0]): readonly Finding[] {
  const [, ...others] = flow.script.entries;
  const entries = others.map((_, index) =>
    exportFinding(document, ['entries', index + 1], {
      ruleId: 'not-exported',
      message: 'A machine begins in one place: calls that come in here are left out.',
      help: 'Write a script for each entry, or begin with a branch.',
    }),
  );
  const backs = flow.nodes.flatMap(({ id, node }) =>
    node.kind !== 'menu'
      ? []
      : node.options.flatMap((option, index) => {
          const ways = edgesFrom(flow, id).filter((edge) => edge.option === index);
          if (option.do !== 'back' || ways.length < 2) return [];
          return exportFinding(document, ['nodes', id, 'options', index, 'do'], {
            ruleId: 'exported-otherwise',
            message: `Callers who go back here always come to "${ways[0]?.to ?? ''}", whichever menu they came from.`,
            help: 'Lead to a menu instead of going back.',
          });
        }),
  );
  return [...entries, ...backs];
}

const setup = `setup({
  types: { context: {} as { silences: number; mismatches: number } },
  guards: {
    lastSilence: ({ context }, params: { attempts: number }) =>
      context.silences + 1 >= params.attempts,
    lastMismatch: ({ context }, params: { attempts: number }) =>
      context.mismatches + 1 >= params.attempts,
  },
  actions: {
    startAsking: assign({ silences: 0, mismatches: 0 }),
    countSilence: assign({ silences: ({ context }) => context.silences + 1 }),
    countMismatch: assign({ mismatches: ({ context }) => context.mismatches + 1 }),
  },
})`;

/**
 * Writes a script as a state machine of XState 5. Events: `key.1`, `key.star`, `say.…`, `digits`, `noInput`,
 * `noMatch`, `next`, `case.…`, `otherwise`, `success`, `failure`, `answered`, `overflow`, `closed`,
 * `exit.0`, `error`, and `hangup` everywhere.
 */
export const writeXstate: Exporter = (document) => {
  const flow = buildCallFlow(document.script);
  const config = typescriptLiteral(xstateConfig(flow));
  return {
    text: `import { assign, setup } from 'xstate';\n\nexport const machine = ${setup}.createMachine(${config});\n`,
    findings: told(flow, document),
  };
};
