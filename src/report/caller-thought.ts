import type { CallReport } from './call-report.ts';

/** A length of time as people say it: `41 seconds`, `3 minutes`. */
function spokenTime(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  if (whole < 120) return count(whole, 'second');
  return seconds < 7200
    ? count(Math.round(seconds / 60), 'minute')
    : count(Math.round(seconds / 3600), 'hour');
}

/** What a caller who hung up had by then. */
function onLeaving({ judgement }: CallReport): string {
  switch (judgement.outcome) {
    case 'self-served':
      return 'I have what I called for, so I hung up.';
    case 'messaged':
      return 'I left my message, so I hung up.';
    case 'routed':
    case 'opted-out':
      return 'I talked to somebody and hung up.';
    case 'queue-abandoned':
    case 'hung-up':
    case 'timed-out':
    case 'failed':
    case 'unfinished':
      return 'I hung up, and have nothing of what I called for.';
  }
}

/** What a caller has at the end of a menu that ended as it was built to. */
function onGoodbye({ judgement }: CallReport): string {
  if (judgement.silent) return 'They hung up on me without a word.';
  switch (judgement.outcome) {
    case 'self-served':
      return 'I have what I called for.';
    case 'messaged':
      return 'They have my message and will get back to me.';
    case 'hung-up':
      return 'I chose to end the call.';
    case 'timed-out':
      return 'They understood nothing I did, and ended the call.';
    case 'routed':
    case 'opted-out':
      return 'I talked to somebody.';
    case 'failed':
    case 'queue-abandoned':
    case 'unfinished':
      return 'They told me that nobody can help me now, and ended the call.';
  }
}

/** What a caller would think of a call, in one sentence. */
export function callerThought(report: CallReport): string {
  const { call, judgement, directory } = report;
  const { why, queue, seconds } = call.end;
  const queues = directory?.queues;
  const known =
    queue !== undefined && queues !== undefined && Object.hasOwn(queues, queue)
      ? queues[queue]
      : undefined;
  const who = known?.title ?? queue ?? 'somebody';
  switch (why) {
    case 'answered':
      return `I got through to ${who} after ${spokenTime(seconds)}.`;
    case 'transferred':
      return `They put me through to another number after ${spokenTime(seconds)}.`;
    case 'left-queue':
      return judgement.well
        ? `I gave up waiting after ${spokenTime(seconds)}.`
        : `I waited, and nobody answered; I gave up after ${spokenTime(seconds)}.`;
    case 'caller-left':
      return onLeaving(report);
    case 'goodbye':
      return onGoodbye(report);
    case 'no-input':
      return 'They cut me off because I pressed nothing.';
    case 'no-match':
      return 'They cut me off because they understood nothing I did.';
    case 'nowhere':
      return 'The line went dead.';
    case 'system-error':
      return 'Something broke, and the line went dead.';
    case 'beyond-script':
      return 'They sent me on to another menu.';
    case 'waiting':
      return 'They are waiting for what I do next.';
    case 'no-such-action':
      return 'What I wanted to do next is not possible here.';
    case 'too-many-steps':
      return 'I keep going round in circles.';
    case 'too-long':
      return 'I have been on the line for a day.';
  }
}
