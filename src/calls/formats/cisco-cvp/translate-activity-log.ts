import type { LineRecord, LogTranslation, RecordReading } from '../log-format.ts';
import { activityLineIn } from './activity-line.ts';
import { serverClock, sessionStart } from './session-time.ts';
import { tellSession, type ActivityFacts } from './tell-session.ts';

/** Translates lines of an activity log. */
export const activityLog: LogTranslation<LineRecord, ActivityFacts> = {
  readRecord({ text }): RecordReading<ActivityFacts> {
    const line = activityLineIn(text);
    if (line === undefined) return { field: undefined, reason: 'not a record of this log' };
    const { session, time, element, category, action, description } = line;
    if (session === '') return { field: 'session', reason: 'no call id' };
    const start = sessionStart(session);
    // Without the moment in the id nothing says where the clock of the server stands.
    if (start === undefined) return { field: 'session', reason: 'time without offset' };
    const at = serverClock(time, start);
    if (at === undefined) return { field: 'time', reason: 'time not readable' };
    const facts: ActivityFacts = { start, element, category, action, description };
    return [{ call: session, at, facts }];
  },
  tellCall: tellSession,
};
