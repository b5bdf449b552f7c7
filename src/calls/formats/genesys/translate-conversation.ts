import type { CallEventName, ToldEvent } from '../../call-event.ts';
import type { CallRow, LogTranslation, ToldCall } from '../log-format.ts';
import type { MomentReader } from '../moment.ts';
import { fieldIn, listIn, textIn } from '../values.ts';

/** What is kept of a conversation: events that happened to the call, at no node. */
export interface ConversationFacts {
  readonly event: CallEventName;
  readonly value: string;
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

/** Tells a conversation by its rows; one that came again counts once, the later and longer one. */
function tellConversation(rows: readonly CallRow<ConversationFacts>[]): ToldCall {
  const events: ToldEvent[] = [];
  const told = new Set<string>();
  for (const { call, at, facts } of rows) {
    const key = `${facts.event} ${at}`;
    if (told.has(key)) continue;
    told.add(key);
    events.push({ call, at, event: facts.event, node: '', value: facts.value });
  }
  return { events };
}

/** Translates conversation details: start, queue, answer, and how the call ended. */
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
    const queued = segments.find(({ purpose }) => purpose === 'acd');
    const answered = segments.find(
      ({ purpose, type }) => /^(?:agent|user)$/.test(purpose) && type === 'interact',
    );
    const rows = [row(start, 'start')];
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
