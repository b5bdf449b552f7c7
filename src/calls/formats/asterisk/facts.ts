/** An application of a dialplan, where it runs. */
export interface DialplanPlace {
  readonly context: string;
  readonly extension: string;
  /** Its name in small letters, and what it is given. */
  readonly application: string;
  readonly data: string;
}

/** What the channel event log says at one moment of the caller's own channel. */
export interface ChannelFacts extends DialplanPlace {
  readonly from: 'channel';
  readonly event: ChannelEvent;
  /** Who hung up, where the log knows: a channel, or a part of Asterisk. */
  readonly endedBy: 'caller' | 'other' | undefined;
}

/** Events of the channel event log that say where a caller is. */
export const channelEvents = ['CHAN_START', 'APP_START', 'BRIDGE_ENTER', 'HANGUP'] as const;
export type ChannelEvent = (typeof channelEvents)[number];

/** What the queue log says of a caller. */
export interface QueueFacts {
  readonly from: 'queue';
  readonly event: QueueEvent;
  readonly queue: string;
}

/** Events of the queue log that say what becomes of a caller; all others are about members. */
export const queueEvents = [
  'ENTERQUEUE',
  'CONNECT',
  'ABANDON',
  'EXITWITHKEY',
  'EXITWITHTIMEOUT',
  'EXITEMPTY',
  'COMPLETECALLER',
  'COMPLETEAGENT',
] as const;
export type QueueEvent = (typeof queueEvents)[number];

/** Both logs name calls alike, so the rows of one come to those of the other. */
export type AsteriskFacts = ChannelFacts | QueueFacts;
