import type { MapTree, ScalarTree, Tree } from '../../source/tree.ts';
import { below, isTrue, scalarBelow, textBelow } from '../tree-values.ts';
import type { Condition } from './action.ts';
import type { Links } from './legacy-links.ts';
import { attributePath, made, parameterValue, type LegacyParameters } from './legacy-values.ts';

/** A module in the words of today's flow language. */
export interface Translation {
  readonly type: string;
  readonly parameters: readonly (readonly [name: string, value: Tree | undefined])[];
  /** What the console shows for a parameter, by its name. */
  readonly shown?: readonly (readonly [parameter: string, name: ScalarTree | undefined])[];
  readonly links?: Partial<Links>;
}

interface Module {
  readonly tree: Tree;
  readonly parameters: LegacyParameters;
  readonly links: Links;
}

type Translate = (module: Module) => Translation | undefined;

function promptOf({ parameters }: Module): Translation['parameters'] {
  const isMarkup = parameters.value('TextToSpeechType')?.value === 'ssml';
  return [
    [isMarkup ? 'SSML' : 'Text', parameters.value('Text')],
    ['PromptId', parameters.value('AudioPrompt', 'Prompt')],
  ];
}

const promptShown = ({ parameters }: Module) =>
  [['PromptId', parameters.shown('AudioPrompt', 'Prompt')]] as const;

/** A type that has another name today and takes parameters under these names. */
const renamed =
  (type: string, names: Readonly<Record<string, readonly string[]>> = {}): Translate =>
  ({ parameters }) => ({
    type,
    parameters: Object.entries(names).map(([name, old]) => [name, parameters.value(...old)]),
    shown: Object.entries(names).map(([name, old]) => [name, parameters.shown(...old)]),
  });

const prompt: Translate = (module) => ({
  type: 'MessageParticipant',
  parameters: promptOf(module),
  shown: promptShown(module),
});

const input: Translate = (module) => {
  const isBot = textBelow(module.tree, 'target') === 'Lex';
  return {
    type: isBot ? 'ConnectParticipantWithLexBot' : 'GetParticipantInput',
    parameters: [
      ...promptOf(module),
      ['InputTimeLimitSeconds', module.parameters.value('Timeout')],
      ['StoreInput', made.text('False', module.tree)],
    ],
    shown: promptShown(module),
  };
};

const storedInput: Translate = (module) => {
  const { parameters, tree } = module;
  const length = parameters.value('MaxDigits');
  const isPhone = parameters.value('CustomerInputType')?.value === 'PhoneNumber';
  const isSecret = isTrue(String(parameters.value('EncryptEntry')?.value));
  const validation = isPhone
    ? made.map([['PhoneNumberValidation', made.map([], tree)]], tree)
    : made.map([['CustomValidation', made.map([['MaximumLength', length]], tree)]], tree);
  const keys = made.map(
    [
      ['InputTerminationSequence', parameters.value('TerminatorDigits')],
      ['InterdigitTimeLimitSeconds', parameters.value('InterdigitTimeout', 'InterDigitTimeout')],
    ],
    tree,
  );
  return {
    type: 'GetParticipantInput',
    parameters: [
      ...promptOf(module),
      ['InputTimeLimitSeconds', parameters.value('Timeout')],
      ['StoreInput', made.text('True', tree)],
      ['InputValidation', validation],
      ['DTMFConfiguration', keys],
      ['InputEncryption', isSecret ? made.map([], tree) : undefined],
    ],
    shown: promptShown(module),
  };
};

const compare: Translate = ({ parameters }) => {
  const [attribute] = parameters.all('Attribute');
  const written = scalarBelow(attribute, 'value');
  const namespace = textBelow(parameters.all('Namespace')[0], 'value');
  const path = attributePath(String(written?.value ?? ''), namespace);
  return {
    type: 'Compare',
    parameters: [['ComparisonValue', written === undefined ? undefined : made.text(path, written)]],
  };
};

const attributes: Translate = ({ parameters, tree }) => {
  const set = parameters
    .all('Attribute')
    .map((one) => [textBelow(one, 'key') ?? '', parameterValue(one)] as const);
  return {
    type: 'UpdateContactAttributes',
    parameters: [['Attributes', made.map(set, tree)]],
  };
};

const staffingMetrics: ReadonlyMap<unknown, string> = new Map([
  ['Available', 'NumberOfAgentsAvailable'],
  ['Staffed', 'NumberOfAgentsStaffed'],
  ['Online', 'NumberOfAgentsOnline'],
]);

/** Whether anybody is there: more than nobody, or everything else. */
const staffing: Translate = ({ parameters, tree, links }) => {
  const metric =
    staffingMetrics.get(parameters.value('Status')?.value) ?? 'NumberOfAgentsAvailable';
  const way = (word: string) => links.conditions.find(({ operand }) => operand === word);
  const somebody = way('True');
  const nobody = way('False');
  const isMore: readonly Condition[] =
    somebody === undefined ? [] : [{ ...somebody, operator: 'NumberGreaterThan', operand: '0' }];
  const isNone =
    nobody === undefined ? [] : [{ type: 'NoMatchingCondition', at: nobody.at, link: nobody.link }];
  return {
    type: 'CheckMetricData',
    parameters: [
      ['MetricType', made.text(metric, parameters.value('Status') ?? tree)],
      ['QueueId', parameters.value('Queue')],
      ['AgentId', parameters.value('Agent')],
    ],
    shown: [['QueueId', parameters.shown('Queue')]],
    links: { conditions: isMore, errors: [...isNone, ...links.errors] },
  };
};

const queueMetrics: ReadonlyMap<string | undefined, string> = new Map([
  ['CheckQueueTime', 'OldestContactInQueueAgeSeconds'],
  ['CheckQueueCapacity', 'NumberOfContactsInQueue'],
  ['CheckQueueSize', 'NumberOfContactsInQueue'],
]);

/** How long the first caller has waited, or how many wait; both at once are no one comparison. */
const queueStatus: Translate = ({ parameters, tree }) => {
  const branches = below(tree, 'branches');
  const asked = branches?.kind === 'list' ? branches.items : [];
  const metrics = new Set(
    asked.flatMap((branch) => queueMetrics.get(textBelow(branch, 'condition')) ?? []),
  );
  const [metric, another] = metrics;
  if (metric === undefined || another !== undefined) return undefined;
  return {
    type: 'CheckMetricData',
    parameters: [
      ['MetricType', made.text(metric, tree)],
      ['QueueId', parameters.value('Queue')],
      ['AgentId', parameters.value('Agent')],
    ],
    shown: [['QueueId', parameters.shown('Queue')]],
  };
};

const eventHook: Translate = ({ parameters, tree }) => {
  const event = String(parameters.value('Type')?.value ?? 'event');
  const flow = parameters.value('ContactFlowId') ?? made.text('', tree);
  return {
    type: 'UpdateContactEventHooks',
    parameters: [['EventHooks', made.map([[event, flow]], tree)]],
    shown: [[`EventHooks.${event}`, parameters.shown('ContactFlowId')]],
  };
};

const promptLoop: Translate = ({ parameters, tree }) => {
  const items = below(tree, 'parameters');
  const messages = (items?.kind === 'list' ? items.items : []).flatMap(
    (one): readonly MapTree[] => {
      const value = parameterValue(one);
      const name = textBelow(one, 'name');
      if (name === 'Text') return [made.map([['Text', value]], one)];
      return name === 'AudioPrompt' ? [made.map([['PromptId', value]], one)] : [];
    },
  );
  return {
    type: 'MessageParticipantIteratively',
    parameters: [
      ['Messages', made.list(messages, tree)],
      ['InterruptFrequencySeconds', parameters.value('Timeout', 'TimeoutSeconds')],
    ],
  };
};

const queueNames = { QueueId: ['Queue'], AgentId: ['Agent'] } as const;
const toQueue = renamed('TransferContactToQueue', queueNames);
const toFlow = renamed('TransferToFlow', { ContactFlowId: ['ContactFlowId'] });

const toNumber: Translate = ({ parameters, tree, links }) => {
  const isBlind = isTrue(String(parameters.value('BlindTransfer')?.value));
  const returns = !isBlind && links.next !== undefined;
  return {
    type: 'TransferParticipantToThirdParty',
    parameters: [
      ['ThirdPartyPhoneNumber', parameters.value('PhoneNumber')],
      ['ThirdPartyConnectionTimeLimitSeconds', parameters.value('TimeLimit')],
      ['ContinueFlowExecution', made.text(returns ? 'True' : 'False', tree)],
    ],
  };
};

/** A transfer is what its target makes it. */
const transfer: Translate = (module) => {
  switch (textBelow(module.tree, 'target')) {
    case 'Queue':
      return toQueue(module);
    case 'Flow':
      return toFlow(module);
    case 'PhoneNumber':
      return toNumber(module);
    case 'Agent':
      return renamed('TransferContactToAgent')(module);
    default:
      return undefined;
  }
};

/** The types of modules, and what they are called and take today. */
export const legacyTypes: ReadonlyMap<string, Translate> = new Map<string, Translate>([
  ['PlayPrompt', prompt],
  ['PlayAudio', prompt],
  ['GetUserInput', input],
  ['StoreUserInput', storedInput],
  ['StoreCustomerInput', storedInput],
  ['CheckAttribute', compare],
  ['SetAttributes', attributes],
  ['CheckStaffing', staffing],
  ['CheckQueueStatus', queueStatus],
  ['SetContactFlow', eventHook],
  ['SetEventHook', eventHook],
  ['LoopPrompts', promptLoop],
  ['Transfer', transfer],
  ['TransferToFlow', toFlow],
  ['SetQueue', renamed('UpdateContactTargetQueue', queueNames)],
  [
    'InvokeExternalResource',
    renamed('InvokeLambdaFunction', {
      LambdaFunctionARN: ['FunctionArn'],
      InvocationTimeLimitSeconds: ['TimeLimit'],
    }),
  ],
  [
    'CheckHoursOfOperation',
    renamed('CheckHoursOfOperation', { HoursOfOperationId: ['Hours', 'HoursOfOperation'] }),
  ],
  ['SetVoice', renamed('UpdateContactTextToSpeechVoice', { TextToSpeechVoice: ['GlobalVoice'] })],
  [
    'SetLoggingBehavior',
    renamed('UpdateFlowLoggingBehavior', { FlowLoggingBehavior: ['LoggingBehavior'] }),
  ],
  ['SetRecordingBehavior', renamed('UpdateContactRecordingBehavior')],
  ['Loop', renamed('Loop', { LoopCount: ['LoopCount'] })],
  ['Wait', renamed('Wait', { TimeLimitSeconds: ['TimeoutSeconds'] })],
  ['PercentileBranching', renamed('DistributeByPercentage')],
  [
    'SetCallBackNumber',
    renamed('UpdateContactCallbackNumber', { CallbackNumber: ['CallBackNumber', 'PhoneNumber'] }),
  ],
  ['CreateCallback', renamed('CreateCallbackContact', queueNames)],
  [
    'UpdateRoutingPriority',
    renamed('UpdateContactRoutingBehavior', {
      QueuePriority: ['QueuePriority', 'Priority'],
      QueueTimeAdjustmentSeconds: ['QueueTimeAdjustmentSeconds', 'RoutingAge'],
    }),
  ],
  [
    'InvokeFlowModule',
    renamed('InvokeFlowModule', { FlowModuleId: ['FlowModuleId', 'ContactFlowModuleId'] }),
  ],
  ['Disconnect', renamed('DisconnectParticipant')],
  ['Resume', renamed('EndFlowExecution')],
  ['ReturnFromFlowModule', renamed('EndFlowModuleExecution')],
]);
