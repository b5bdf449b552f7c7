/** What a node of a phone menu does. */
export const nodeKinds = [
  'announcement',
  'menu',
  'collect',
  'branch',
  'task',
  'queue',
  'transfer',
  'voicemail',
  'callback',
  'subflow',
  'hangup',
  'opaque',
] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** What makes a call go from one node to the next. */
export const triggers = [
  'key',
  'noInput',
  'noMatch',
  'next',
  'case',
  'success',
  'failure',
  'overflow',
  'closed',
  'error',
] as const;
export type Trigger = (typeof triggers)[number];

/** The states of a calendar that a branch can tell apart. */
export const calendarStates = ['open', 'closed', 'holiday', 'emergency'] as const;
export type CalendarState = (typeof calendarStates)[number];

/** What an option of a menu is for, beyond leading somewhere. */
export const optionRoles = ['agent', 'language', 'emergency', 'complaint', 'cancellation'] as const;
export type OptionRole = (typeof optionRoles)[number];

/** Why a node or an option must stay as it is, or must be judged apart. */
export const tags = ['legal', 'safety', 'recording-notice', 'marketing', 'closing'] as const;
export type Tag = (typeof tags)[number];
