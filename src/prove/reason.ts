/** Why a call ends badly. docs/how-routes-are-proved.md explains every word. */
export const reasons = [
  'queue-missing',
  'queue-closed',
  'queue-unstaffed',
  'dead-wait',
  'wrong-language',
  'wrong-skill',
  'no-capacity',
  'queue-full',
  'overflow-loop',
  'overflow-nowhere',
  'no-input-cut-off',
  'no-match-cut-off',
  'task-failure-cut-off',
  'transfer-failure-cut-off',
  'callback-failure-cut-off',
  'number-closed',
  'nowhere',
  'silent-end',
  'endless-loop',
  'no-way-out',
] as const;
export type Reason = (typeof reasons)[number];
