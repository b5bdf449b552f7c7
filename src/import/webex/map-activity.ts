import { nameFrom, type NodeId, type QueueId } from '../../script/names.ts';
import type { NodeOfKind, ScriptNode } from '../../script/script.ts';
import type { Unknown } from '../../script/values.ts';
import { numberBelow, textBelow } from '../tree-values.ts';
import {
  isExpression,
  knownOr,
  nameBeside,
  readExpression,
  readSay,
  readSet,
} from './read-values.ts';
import type { FlowNode } from './webex-flow.ts';

/** The ways out of a node that becomes part of a script; each that is asked for counts as said. */
export interface Exits {
  /** Where the first of these ports leads that has an edge. */
  readonly to: (...ports: readonly string[]) => NodeId | undefined;
  readonly ports: readonly string[];
  readonly tell: (message: string) => void;
}

type Mapper = (node: FlowNode, exits: Exits) => ScriptNode;
type Settings = NonNullable<NodeOfKind<'collect'>['digits']>;

const onward = ['default', 'out', 'success'] as const;
const key = /^[0-9*#]$/;

function queueOf({ properties }: FlowNode, ...fields: readonly string[]): QueueId | Unknown {
  for (const field of fields) {
    const name = nameBeside(properties, field);
    if (name === undefined) continue;
    return isExpression(name) ? { unknown: name } : (nameFrom(name, 'queue') as QueueId);
  }
  return { unknown: 'no queue is chosen' };
}

/** Nobody is asked again by the node itself: silence and wrong keys leave at once. */
function retries({ properties }: FlowNode, { to }: Exits) {
  return {
    noInput: { wait: numberBelow(properties, 'entryTimeout'), attempts: 1, to: to('timeout') },
    noMatch: { attempts: 1, to: to('invalid') },
  };
}

const mapMenu: Mapper = (node, exits) => ({
  kind: 'menu',
  say: readSay(node.properties),
  options: exits.ports
    .filter((port) => key.test(port))
    .map((port) => ({ key: port, to: exits.to(port) })),
  ...retries(node, exits),
  interDigit: numberBelow(node.properties, 'interDigitTimeout'),
  error: exits.to('error'),
});

const countOf = (value: number | undefined, least: number): number | undefined =>
  value !== undefined && Number.isInteger(value) && value >= least ? value : undefined;

const mapCollect: Mapper = (node, exits) => {
  const end = textBelow(node.properties, 'terminatorSymbol');
  const digits: Settings = {
    min: countOf(numberBelow(node.properties, 'minDigits'), 0),
    max: countOf(numberBelow(node.properties, 'maxDigits'), 1),
    end: end !== undefined && key.test(end) ? end : undefined,
    interDigit: numberBelow(node.properties, 'interDigitTimeout'),
  };
  return {
    kind: 'collect',
    say: readSay(node.properties),
    digits,
    to: exits.to(...onward),
    ...retries(node, exits),
    error: exits.to('error'),
  };
};

const mapPlay: Mapper = ({ properties }, { to }) => ({
  kind: 'announcement',
  say: readSay(properties),
  to: to(...onward),
  error: to('error'),
});

const mapQueue: Mapper = (node, exits) => {
  const waits = exits.to(...onward);
  if (waits !== undefined)
    exits.tell('The flow goes on from here while callers wait; the script has it as overflow.');
  const failed = exits.to('failure', 'error');
  return {
    kind: 'queue',
    queue: queueOf(node, 'queueId', 'destination'),
    overflow: waits === undefined ? undefined : { to: waits },
    error: failed,
  };
};

const mapTransfer: Mapper = ({ properties }, { to }) => ({
  kind: 'transfer',
  number: knownOr(textBelow(properties, 'transfertodn'), 'no number is written'),
  wait: numberBelow(properties, 'timeout'),
  to: to(...onward),
  failure: to('failure', 'error'),
});

const mapHours: Mapper = ({ properties }, { to, ports }) => {
  const states = [
    ['workingHours', 'open'],
    ['holidays', 'holiday'],
    ['override', 'emergency'],
  ] as const;
  const name =
    nameBeside(properties, 'businessHoursId') ?? textBelow(properties, 'businessHoursVariable');
  return {
    kind: 'branch',
    on: { calendar: { unknown: name ?? 'no business hours are chosen' } },
    cases: states
      .filter(([port]) => ports.includes(port))
      .map(([port, when]) => ({ when, to: to(port) })),
    otherwise: to('default'),
    error: to('error'),
  };
};

const mapCondition: Mapper = ({ properties }, { to }) => {
  const { on, when, isNegated } = readExpression(textBelow(properties, 'expression') ?? '');
  const [yes, no] = [to('true'), to('false', 'default')];
  return {
    kind: 'branch',
    on,
    cases: [{ when, to: isNegated ? no : yes }],
    otherwise: isNegated ? yes : no,
    error: to('error'),
  };
};

const mapCase: Mapper = ({ properties }, { to, ports }) => {
  const { on } = readExpression(textBelow(properties, 'expression') ?? '');
  const values = ports.filter((port) => !['default', 'error', ''].includes(port));
  return {
    kind: 'branch',
    on,
    cases: values.map((when) => ({ when, to: to(when) })),
    otherwise: to('default'),
    error: to('error'),
  };
};

const mapSet: Mapper = ({ properties }, { to, tell }) => {
  const { set, unknown } = readSet(properties);
  if (unknown.length > 0) tell(`What it sets isn't known before the call: ${unknown.join(', ')}.`);
  return {
    kind: 'task',
    task: 'set variables',
    selfService: false,
    set,
    success: to(...onward),
    failure: to('error'),
  };
};

const mapTask: Mapper = ({ name }, { to, ports }) => {
  const next = to(...onward);
  const fails = ['failure', 'error', 'insufficientdata'].some((port) => ports.includes(port));
  return {
    kind: 'task',
    task: name,
    selfService: false,
    success: next,
    failure: fails ? to('failure', 'error', 'insufficientdata') : next,
  };
};

const mapCallback: Mapper = (node, { to }) => ({
  kind: 'callback',
  queue: queueOf(node, 'callbackQueue'),
  to: to(...onward),
  failure: to('failure', 'error'),
});

const mapSubflow: Mapper = ({ properties }, { to }) => ({
  kind: 'subflow',
  script: {
    unknown:
      nameBeside(properties, 'subflow') ??
      textBelow(properties, 'subflowVersion', 'id') ??
      'no subflow is chosen',
  },
  to: to(...onward),
  error: to('error'),
});

/** Activities by their names in the registry. */
export const activities: ReadonlyMap<string, Mapper> = new Map<string, Mapper>([
  ['play-message', mapPlay],
  ['play-music', mapPlay],
  ['ivr-menu', mapMenu],
  ['ivr-collectdigits', mapCollect],
  ['queue-contact', mapQueue],
  ['blind-transfer', mapTransfer],
  ['bridged-transfer', mapTransfer],
  ['business-hours', mapHours],
  ['condition-activity', mapCondition],
  ['case-statement', mapCase],
  ['set-variable', mapSet],
  ['http-request-v2', mapTask],
  ['fn-activity', mapTask],
  ['parse-activity', mapTask],
  ['bre-request', mapTask],
  ['callback', mapCallback],
  ['subflow-handoff', mapSubflow],
  ['disconnect-contact', () => ({ kind: 'hangup' })],
  ['end', () => ({ kind: 'hangup' })],
  [
    'end-subflow',
    () => ({
      kind: 'subflow',
      title: 'Return',
      script: { unknown: 'the flow that began this one' },
    }),
  ],
]);

/** Every other activity, with all its ways. */
export const mapOpaque: Mapper = ({ activity }, { to, ports }) => ({
  kind: 'opaque',
  vendor: 'webex',
  type: activity,
  exits: ports.map((port) => ({
    trigger: port === 'error' ? 'error' : port === 'failure' ? 'failure' : 'case',
    when: port === '' ? undefined : port,
    to: to(port),
  })),
});
