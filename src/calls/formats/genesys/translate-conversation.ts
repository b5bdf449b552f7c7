import type { CallEventName, ToldEvent } from '../../call-event.ts';
import type { CallRow, LogTranslation, Telling, ToldCall } from '../log-format.ts';
import type { MomentReader } from '../moment.ts';
import type { NodeNames } from '../node-names.ts';
import { fieldIn, listIn, textIn } from '../values.ts';

/** What is kept of a conversation: events that happened to the call, at no node. */
export interface ConversationFacts {
  readonly event: CallEventName;
  readonly value: string;
  /** The flows that ran, in the order of the record; beside the beginning alone. */
  readonly flows?: readonly FlowRun[];
}

interface FlowRun {
  readonly name: string;
  readonly version: string;
}

interface Segment {
  readonly purpose: string;
  readonly type: string;
  readonly from: number;
  readonly to: number | undefined;
  readonly disconnect: string;
}

type Moment = (text: string | undefined) => number | undefined;

/** The segments of all voice sessions, in order of time. */
function segmentsIn(value: unknown, moment: Moment): readonly Segment[] {
  return listIn(value, 'participants')
    .flatMap((participant) =>
      listIn(participant, 'sessions').flatMap((session) =>
        textIn(session, 'mediaType') === 'voice'
          ? listIn(session, 'segments').flatMap((segment): readonly Segment[] => {
              const from = moment(textIn(segment, 'segmentStart'));
              if (from === undefined) return [];
              return [
                {
                  purpose: textIn(participant, 'purpose') ?? '',
                  type: textIn(segment, 'segmentType') ?? '',
                  from,
                  to: moment(textIn(segment, 'segmentEnd')),
                  disconnect: textIn(segment, 'disconnectType') ?? '',
                },
              ];
            })
          : [],
      ),
    )
    .sort((a, b) => a.from - b.from);
}

/** The voice sessions of all participants. */
const sessionsIn = (value: unknown): readonly unknown[] =>
  listIn(value, 'participants')
    .flatMap((participant) => listIn(participant, 'sessions'))
    .filter((session) => textIn(session, 'mediaType') === 'voice');

/** The flows that ran, each with its version. */
function flowsIn(value: unknown): readonly FlowRun[] {
  return sessionsIn(value).flatMap((session) => {
    const flow = fieldIn(session, 'flow');
    const version = textIn(flow, 'flowVersion') ?? '';
    return version === '' ? [] : [{ name: textIn(flow, 'flowName') ?? '', version }];
  });
}

/** The number that was dialled, as a script has it. */
function dialledIn(value: unknown): string {
  const dialled = sessionsIn(value)
    .map((session) => textIn(session, 'dnis') ?? '')
    .find((number) => number !== '');
  return dialled?.replace(/^tel:/, '') ?? '';
}

const isCaller = ({ purpose }: Segment): boolean =>
  purpose === 'customer' || purpose === 'external';

/**
 * Who ended the call, where no person answered: on the caller's side `endpoint` and `client` say that it
 * was the caller, on the other side `peer`.
 */
function isByCaller(segments: readonly Segment[]): boolean | undefined {
  const left = segments.filter(
    ({ disconnect }) => disconnect !== '' && !disconnect.startsWith('transfer'),
  );
  const caller = left.findLast(isCaller);
  if (caller !== undefined) return /^(?:endpoint|client)$/.test(caller.disconnect);
  const other = left.at(-1);
  return other === undefined ? undefined : other.disconnect === 'peer';
}

/** The version of the script's own flow; where its title isn't known, that of the only one that ran. */
function versionIn(flows: readonly FlowRun[], { title }: NodeNames): string | undefined {
  const isOnly = flows.every(({ name }) => name === flows[0]?.name);
  return title === undefined
    ? isOnly
      ? flows[0]?.version
      : undefined
    : flows.find(({ name }) => name === title)?.version;
}

/** Tells a conversation by its rows; one that came again counts once, the later and longer one. */
function tellConversation(
  rows: readonly CallRow<ConversationFacts>[],
  { names }: Telling,
): ToldCall {
  const events: ToldEvent[] = [];
  const told = new Set<string>();
  for (const { call, at, facts } of rows) {
    const key = `${facts.event} ${at}`;
    if (told.has(key)) continue;
    told.add(key);
    const script = versionIn(facts.flows ?? [], names);
    const { event, value } = facts;
    events.push({ call, at, event, node: '', value, ...(script === undefined ? {} : { script }) });
  }
  return { events };
}

/** Translates conversation details: start, version, queue, answer, and how the call ended. */
export const conversationTranslation = (
  momentIn: MomentReader,
): LogTranslation<{ readonly value: unknown }, ConversationFacts> => ({
  readRecord({ value }) {
    const call = textIn(value, 'conversationId');
    if (call === undefined || !Array.isArray(fieldIn(value, 'participants')))
      return { field: undefined, reason: 'not a record of this log' };
    if (call === '') return { field: 'conversationId', reason: 'no call id' };
    const start = momentIn(textIn(value, 'conversationStart') ?? '');
    if (typeof start === 'string') return { field: 'conversationStart', reason: start };
    const moment: Moment = (text) => {
      const at = momentIn(text ?? '');
      return typeof at === 'number' ? at : undefined;
    };
    const segments = segmentsIn(value, moment);
    // Chats, messages and e-mails are no calls.
    if (segments.length === 0) return [];
    const row = (at: number, event: CallEventName): CallRow<ConversationFacts> => ({
      call,
      at: Math.max(at, start),
      facts: { event, value: '' },
    });
    const begin: ConversationFacts = {
      ...{ event: 'start', value: dialledIn(value) },
      flows: flowsIn(value),
    };
    const queued = segments.find(({ purpose }) => purpose === 'acd');
    const answered = segments.find(
      ({ purpose, type }) => /^(?:agent|user)$/.test(purpose) && type === 'interact',
    );
    const rows: CallRow<ConversationFacts>[] = [{ call, at: start, facts: begin }];
    if (queued !== undefined) rows.push(row(queued.from, 'queue'));
    if (answered !== undefined) return [...rows, row(answered.from, 'answer')];
    const end = moment(textIn(value, 'conversationEnd'));
    const byCaller = isByCaller(segments);
    if (end === undefined || byCaller === undefined) return rows;
    return [
      ...rows,
      row(end, byCaller ? (queued === undefined ? 'hangup' : 'abandon') : 'disconnect'),
    ];
  },
  tellCall: tellConversation,
});
