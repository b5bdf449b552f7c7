import {
  optional,
  plainEither,
  plainFlag,
  plainInteger,
  plainKind,
  plainList,
  plainShape,
  plainText,
  plainWord,
  plainWords,
  type PlainReader,
} from '../source/plain-reader.ts';
import { plainJson } from './plain-json.ts';
import {
  plainAttributes,
  plainBranchOn,
  plainExit,
  plainNoInput,
  plainNoMatch,
  plainOption,
  plainTags,
} from './plain-parts.ts';
import {
  plainDuration,
  plainKey,
  plainNodeId,
  plainPrompt,
  plainQueueId,
  plainUnknown,
} from './plain-values.ts';
import type { NodeOfKind, ScriptNode } from './script.ts';
import { triggers, type NodeKind } from './vocabulary.ts';

// What the kinds of nodes in `schema.ts` let through, read from a tree; fields in the same order.

const words = optional(plainWords);
const text = optional(plainText);
const to = optional(plainNodeId);
const say = optional(plainPrompt);
const duration = optional(plainDuration);

const common = {
  title: words,
  note: text,
  tags: optional(plainTags),
  origin: optional(plainList(plainText)),
  error: to,
} as const;

const listening = { say, bargeIn: optional(plainFlag) } as const;

type Part<Kind extends NodeKind, Field extends keyof NodeOfKind<Kind>> = NonNullable<
  NodeOfKind<Kind>[Field]
>;

const readers: { readonly [Kind in NodeKind]: PlainReader<NodeOfKind<Kind>> } = {
  announcement: plainShape<NodeOfKind<'announcement'>>({
    kind: plainWord(['announcement']),
    ...common,
    ...listening,
    to,
  }),
  menu: plainShape<NodeOfKind<'menu'>>({
    kind: plainWord(['menu']),
    ...common,
    ...listening,
    options: plainList(plainOption),
    noInput: optional(plainNoInput),
    noMatch: optional(plainNoMatch),
    interDigit: duration,
  }),
  collect: plainShape<NodeOfKind<'collect'>>({
    kind: plainWord(['collect']),
    ...common,
    ...listening,
    digits: optional(
      plainShape<Part<'collect', 'digits'>>({
        min: optional(plainInteger(0)),
        max: optional(plainInteger(1)),
        end: optional(plainKey),
        interDigit: duration,
      }),
    ),
    sensitive: optional(plainFlag),
    data: optional(
      plainWord([
        'account',
        'card-number',
        'card-code',
        'pin',
        'identity',
        'phone',
        'date',
        'amount',
        'other',
      ]),
    ),
    to,
    noInput: optional(plainNoInput),
    noMatch: optional(plainNoMatch),
  }),
  branch: plainShape<NodeOfKind<'branch'>>({
    kind: plainWord(['branch']),
    ...common,
    on: plainBranchOn,
    cases: plainList(
      plainShape<NodeOfKind<'branch'>['cases'][number]>({ when: plainWords, title: text, to }),
    ),
    otherwise: to,
  }),
  task: plainShape<NodeOfKind<'task'>>({
    kind: plainWord(['task']),
    ...common,
    ...listening,
    task: plainEither(plainWords, plainUnknown),
    selfService: optional(plainFlag),
    duration,
    set: optional(plainAttributes),
    success: to,
    failure: to,
  }),
  queue: plainShape<NodeOfKind<'queue'>>({
    kind: plainWord(['queue']),
    ...common,
    say,
    queue: plainEither(plainQueueId, plainUnknown),
    announce: optional(
      plainShape<Part<'queue', 'announce'>>({
        every: duration,
        waitTime: optional(plainFlag),
        position: optional(plainFlag),
        offer: optional(plainWord(['callback', 'self-service', 'voicemail'])),
        say,
      }),
    ),
    priority: optional(plainInteger()),
    overflow: optional(plainShape<Part<'queue', 'overflow'>>({ after: duration, to })),
    closed: optional(plainExit),
  }),
  transfer: plainShape<NodeOfKind<'transfer'>>({
    kind: plainWord(['transfer']),
    ...common,
    say,
    number: plainEither(plainWords, plainUnknown),
    wait: duration,
    to,
    failure: to,
  }),
  voicemail: plainShape<NodeOfKind<'voicemail'>>({
    kind: plainWord(['voicemail']),
    ...common,
    say,
    maxLength: duration,
    to,
  }),
  callback: plainShape<NodeOfKind<'callback'>>({
    kind: plainWord(['callback']),
    ...common,
    say,
    queue: optional(plainEither(plainQueueId, plainUnknown)),
    to,
    failure: to,
  }),
  subflow: plainShape<NodeOfKind<'subflow'>>({
    kind: plainWord(['subflow']),
    ...common,
    script: plainEither(plainWords, plainUnknown),
    to,
  }),
  hangup: plainShape<NodeOfKind<'hangup'>>({ kind: plainWord(['hangup']), ...common, say }),
  opaque: plainShape<NodeOfKind<'opaque'>>({
    kind: plainWord(['opaque']),
    ...common,
    vendor: plainWords,
    type: plainWords,
    raw: optional(plainJson),
    exits: plainList(
      plainShape<NodeOfKind<'opaque'>['exits'][number]>({
        trigger: plainWord(triggers),
        when: text,
        to,
      }),
    ),
  }),
};

export const plainNode: PlainReader<ScriptNode> = plainKind<ScriptNode>('kind', readers);
