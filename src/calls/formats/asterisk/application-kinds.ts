import type { NodeKind } from '../../../script/vocabulary.ts';

const listening = ['menu', 'collect', 'announcement'] as const;
const speaking = ['announcement', 'menu', 'collect'] as const;

/** The kinds of node that applications become, the likeliest first. Names in small letters. */
const kinds: Readonly<Record<string, readonly NodeKind[]>> = {
  ...Object.fromEntries(['background', 'waitexten', 'read'].map((name) => [name, listening])),
  ...Object.fromEntries(
    [
      ...['playback', 'controlplayback', 'saydigits', 'saynumber', 'sayalpha', 'sayphonetic'],
      ...['sayunixtime', 'datetime', 'flite', 'festival', 'swift', 'musiconhold'],
    ].map((name) => [name, speaking]),
  ),
  authenticate: ['collect'],
  vmauthenticate: ['collect'],
  queue: ['queue'],
  dial: ['transfer'],
  followme: ['transfer'],
  transfer: ['transfer'],
  voicemail: ['voicemail'],
  record: ['voicemail'],
  minivmrecord: ['voicemail'],
  hangup: ['hangup'],
  busy: ['hangup'],
  congestion: ['hangup'],
  agi: ['task', 'announcement'],
  eagi: ['task'],
  deadagi: ['task'],
  system: ['task'],
  trysystem: ['task'],
};

/** The kinds of node that an application may be; nothing for one that callers don't notice. */
export function kindsOfApplication(application: string): readonly NodeKind[] | undefined {
  return Object.hasOwn(kinds, application) ? kinds[application] : undefined;
}
