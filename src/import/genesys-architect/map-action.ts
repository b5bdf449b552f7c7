import type { CalendarId, NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import type { Unknown } from '../../script/values.ts';
import { valueOf, type Tree } from '../../source/tree.ts';
import { below, fieldsOf, itemsOf, scalarBelow, textBelow } from '../tree-values.ts';
import { audioBelow, countBelow, idBelow, namedBelow } from './architect-value.ts';
import { collectDigits } from './collect-digits.ts';
import { dialExtension } from './dial-extension.ts';
import { asWritten } from './fill-templates.ts';
import type { FlowBuilder, Job } from './flow-builder.ts';
import { readDecision } from './read-decision.ts';
import { originOf, outputOf, type Mapper } from './job-ways.ts';
import { otherFlow, queue, transferTo, voicemail } from './map-transfer.ts';

const announcement: Mapper = (job, builder) => {
  const field = job.kind === 'holdMusic' ? 'prompt' : 'audio';
  const { say, at } = audioBelow(job.body, field);
  const node: NodeOfKind<'announcement'> = {
    kind: 'announcement',
    origin: originOf(job),
    say,
    bargeIn: false,
    to: job.next,
  };
  builder.add(job.id, node, job.kindAt, [[['say'], at]]);
};

/** A decision goes on by `no` whenever it doesn't say yes. */
const decision: Mapper = (job, builder) => {
  const { on, when, isNegated } = readDecision(namedBelow(job.body, 'condition'));
  const yes = outputOf(job, builder, 'yes');
  const no = outputOf(job, builder, 'no');
  builder.add(
    job.id,
    {
      kind: 'branch',
      origin: originOf(job),
      on,
      cases: [{ when, to: isNegated ? no : yes }],
      otherwise: isNegated ? yes : no,
    },
    job.kindAt,
    [[['on'], below(job.body, 'condition')]],
  );
};

/** The cases of a switch, wherever its way of evaluating keeps them. */
const chooser: Mapper = (job, builder) => {
  const evaluate = below(job.body, 'evaluate');
  const holder =
    [job.body, evaluate, ...fieldsOf(evaluate).map(({ value }) => value)].find(
      (tree) => below(tree, 'cases') !== undefined,
    ) ?? job.body;
  const around = { ...job, end: job.next };
  const cases = itemsOf(below(holder, 'cases')).map((item, index) => {
    const one = below(item, 'case') ?? item;
    const value = namedBelow(one, 'value');
    const when = typeof value === 'string' ? value : (value?.unknown ?? `case ${index + 1}`);
    return {
      when,
      to: builder.open(below(one, 'actions'), around),
      at: below(one, 'value') ?? item,
    };
  });
  const rest = below(holder, 'default') ?? below(job.body, 'outputs', 'default');
  const subject = namedBelow(holder, 'value') ?? namedBelow(job.body, 'value');
  const asked = typeof subject === 'string' ? subject : (subject?.unknown ?? 'which case is true');
  builder.add(
    job.id,
    {
      kind: 'branch',
      origin: originOf(job),
      on: { result: asked },
      cases: cases.map(({ when, to }) => ({ when, to })),
      otherwise: rest === undefined ? job.next : builder.open(below(rest, 'actions'), around),
    },
    job.kindAt,
    cases.map(({ at }, index) => [['cases', index], at]),
  );
};

/** Hours: by the outputs that they have; a schedule is active or not, a group open or closed. */
const hours: Mapper = (job, builder) => {
  const isGroup = job.kind === 'evaluateScheduleGroup';
  const field = isGroup ? 'scheduleGroup' : 'schedule';
  const states = isGroup
    ? (['open', 'closed', 'holiday', 'emergency'] as const)
    : (['active', 'inactive'] as const);
  const words = { active: 'open', inactive: 'closed' } as Readonly<Record<string, string>>;
  builder.add(
    job.id,
    {
      kind: 'branch',
      origin: originOf(job),
      on: { calendar: idBelow(job.body, 'hours', field) as CalendarId | Unknown },
      cases: states.map((state) => ({
        when: words[state] ?? state,
        to: outputOf(job, builder, state),
      })),
    },
    job.kindAt,
    [[['on'], below(job.body, field)]],
  );
};

const loop: Mapper = (job, builder) => {
  const count = countBelow(job.body, 'loopCount') ?? countBelow(job.body, 'maxLoops');
  const body = below(job.body, 'outputs', 'loop', 'actions') ?? below(job.body, 'actions');
  const again = builder.open(body, {
    ...job,
    end: job.id,
    loop: { next: job.id, exit: job.next },
  });
  builder.add(
    job.id,
    {
      kind: 'branch',
      origin: originOf(job),
      on: { loop: count !== undefined && count <= 1000 ? count : { unknown: 'how often' } },
      cases: [
        { when: 'again', to: again },
        { when: 'done', to: job.next },
      ],
    },
    job.kindAt,
  );
};

/** A look-up or a setting: it goes on by success, and by others when it fails. */
const task: Mapper = (job, builder) => {
  const outputs = fieldsOf(below(job.body, 'outputs')).map(({ name }) => name);
  const failure = ['failure', 'notFound', 'timeout', 'maxFailedAttempts'].filter((name) =>
    outputs.includes(name),
  );
  builder.add(
    job.id,
    {
      kind: 'task',
      origin: originOf(job),
      task: asWritten(textBelow(job.body, 'name') ?? job.kind),
      selfService: false,
      success: outputOf(job, builder, 'success', 'found'),
      failure: failure.length === 0 ? undefined : outputOf(job, builder, ...failure),
    },
    job.kindAt,
  );
};

/** Jumps and ends have no node of their own elsewhere; here they are branches that always go one way. */
function passTo(find: (job: Job, builder: FlowBuilder) => NodeId): Mapper {
  return (job, builder) => {
    const node: NodeOfKind<'announcement'> = {
      kind: 'announcement',
      origin: originOf(job),
      bargeIn: false,
      to: find(job, builder),
    };
    builder.add(job.id, node, job.kindAt);
  };
}

const refField = (job: Job): string | undefined => {
  const field = fieldsOf(job.body).find(({ name }) => /^target\w*Ref$/.test(name));
  return field === undefined ? undefined : textBelow(job.body, field.name);
};

const mostCalls = 20;

/** A task that is called: its actions stand here, and its end goes on with the next action. */
const callTask: Mapper = (job, builder) => {
  const reference = refField(job) ?? '';
  const isEndless = job.calls.includes(reference) || job.calls.length >= mostCalls;
  const actions = isEndless ? undefined : builder.taskToCopy(reference);
  if (actions === undefined) {
    passTo(() => builder.refer(reference))(job, builder);
    return;
  }
  const calls = [...job.calls, reference];
  passTo(() => builder.open(actions, { ...job, end: job.next, taskEnd: job.next, calls }))(
    job,
    builder,
  );
};

const disconnect: Mapper = (job, builder) => {
  builder.add(job.id, { kind: 'hangup', origin: originOf(job) }, job.kindAt);
};

/** An action that the model can't say: its type, its fields and its outputs are kept. */
const opaque: Mapper = (job, builder) => {
  const outputs = fieldsOf(below(job.body, 'outputs'));
  const exits = outputs.map(({ name, value }) => ({
    trigger: /fail|error|timeout|notFound/i.test(name) ? ('failure' as const) : ('case' as const),
    when: name,
    to: builder.open(below(value, 'actions'), { ...job, end: job.next }),
  }));
  const own = fieldsOf(job.body).filter(({ name }) => name !== 'outputs' && name !== 'name');
  const raw = Object.fromEntries(
    own.map(({ name, value }: { name: string; value: Tree }) => [name, valueOf(value)]),
  );
  builder.add(
    job.id,
    {
      kind: 'opaque',
      origin: originOf(job),
      vendor: 'genesys-architect',
      type: job.kind,
      ...(own.length === 0 ? {} : { raw: raw as NonNullable<NodeOfKind<'opaque'>['raw']> }),
      exits: [{ trigger: 'next', to: job.next }, ...exits],
    },
    job.kindAt,
  );
};

const tasks = [
  ...['callData', 'callBridge', 'dataAction', 'dataTableLookup', 'callLex', 'getResponse'],
  ...['setLanguage', 'updateData', 'setParticipantData', 'getParticipantData', 'setScreenPop'],
  ...['setWrapupCode', 'setFlowOutcome', 'addFlowMilestone', 'initializeFlowOutcome'],
  ...['setExternalTag', 'enableParticipantRecord', 'setUtilizationLabel', 'setWhisperAudio'],
  ...['findQueue', 'findQueueById', 'findUser', 'findUserById', 'findSkill', 'findLanguageSkill'],
  ...['findUserPrompt', 'findGroup', 'findSchedule', 'findScheduleGroup', 'findSystemPrompt'],
  ...['createCallback', 'setPostFlow', 'clearPostFlow', 'getExternalContact', 'encryptData'],
  ...['decryptData', 'flushAudio', 'setInitialGreeting', 'loadCarrierInfo', 'getSipHeaders'],
];

const mappers: ReadonlyMap<string, Mapper> = new Map<string, Mapper>([
  ...tasks.map((name): [string, Mapper] => [name, task]),
  ...[
    'playAudio',
    'holdMusic',
    'playAudioOnSilence',
    'playEstimatedWaitTime',
    'playPositionInQueue',
    'wait',
  ].map((name): [string, Mapper] => [name, announcement]),
  ['collectInput', collectDigits],
  ['dialByExtension', dialExtension],
  ['decision', decision],
  ['switch', chooser],
  ['evaluateSchedule', hours],
  ['evaluateScheduleGroup', hours],
  ['loop', loop],
  ['transferToAcd', queue],
  ['transferToNumber', transferTo('targetNumber')],
  ['transferToUser', transferTo('targetUser')],
  ['transferToGroup', transferTo('targetGroup')],
  ['transferToVoicemail', voicemail],
  ['transferToGroupVoicemail', voicemail],
  ['transferToFlow', otherFlow],
  ['transferToFlowSecure', otherFlow],
  ['callCommonModule', otherFlow],
  ['jumpToMenu', passTo((job, builder) => builder.refer(refField(job)))],
  ['jumpToTask', passTo((job, builder) => builder.refer(refField(job)))],
  ['changeState', passTo((job, builder) => builder.refer(refField(job)))],
  ['callTask', callTask],
  ['previousMenu', passTo((job, builder) => job.menu ?? builder.flowEnds())],
  ['repeatMenu', passTo((job, builder) => job.menu ?? builder.flowEnds())],
  ['loopNext', passTo((job) => job.loop?.next ?? job.next)],
  ['loopExit', passTo((job) => job.loop?.exit ?? job.next)],
  ['endTask', passTo(({ taskEnd }) => taskEnd)],
  ['disconnect', disconnect],
  ['endFlow', disconnect],
  ['endState', disconnect],
]);

/** What an action becomes; one that isn't known stays opaque. */
export function mapAction(job: Job, builder: FlowBuilder) {
  const hasBody = scalarBelow(job.body) === undefined;
  (hasBody ? (mappers.get(job.kind) ?? opaque) : opaque)(job, builder);
}
