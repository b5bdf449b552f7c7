import { nameFrom } from '../../script/names.ts';
import type { ScriptNode } from '../../script/script.ts';
import { queueNameOf } from '../asterisk/map-service.ts';

/** The number of the IVR that a destination leads to; nothing for one that leads elsewhere. */
export const ivrIn = (destination: string): string | undefined =>
  /^ivr-(\d+),/.exec(destination)?.[1];

/** What a destination of FreePBX is: `context,extension,priority`. */
export function nodeAt(destination: string): ScriptNode {
  const [context = '', extension = ''] = destination.split(',');
  const box = /^(?:vm)[a-z]?(\d+)$/.exec(extension)?.[1];
  switch (true) {
    case context === 'ext-queues': {
      const queue = queueNameOf(extension);
      return { kind: 'queue', title: extension === '' ? undefined : extension, queue };
    }
    case context === 'app-blackhole' && /^(?:hangup|busy|congestion)$/.test(extension):
      return { kind: 'hangup' };
    case context === 'ext-local' && box !== undefined:
      return {
        kind: 'voicemail',
        title: `Voicemail ${box}`,
        say: { unknown: `the greeting of box ${box}` },
      };
    case /^(?:from-did-direct|ext-local|from-internal|ext-group|ext-findmefollow)$/.test(context) &&
      /^[0-9*#+]+$/.test(extension):
      return { kind: 'transfer', title: `${context} ${extension}`, number: extension };
    default:
      // Another part of FreePBX, whose own tables tell what happens there.
      return {
        kind: 'subflow',
        title: destination,
        script: nameFrom(`${context} ${extension}`, 'elsewhere'),
      };
  }
}
