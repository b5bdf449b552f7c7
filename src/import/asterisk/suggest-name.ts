import { nameFrom } from '../../script/names.ts';
import type { ScriptNode } from '../../script/script.ts';
import { isUnknown, type Prompt } from '../../script/values.ts';
import type { Step } from './dialplan.ts';

const soundName = (recording: unknown): string =>
  typeof recording === 'string'
    ? (recording.split(' + ')[0] ?? '')
        .replace(/^.*\//, '')
        .replace(/\.(?:wav|gsm|ulaw|alaw|sln\d*|mp3)$/i, '')
    : '';

/** Where a step stands, as a name: the context, and the extension where it isn't the usual one. */
function placeName({ context, extension, label }: Step): string {
  const where = extension === 's' ? context : `${context} ${extension}`;
  return label === undefined || label === 'start' || label === 'begin'
    ? where
    : `${where} ${label}`;
}

/** A readable name for a node: what it is about, where that has a name, else where it stands. */
export function suggestName(node: ScriptNode, step: Step): string {
  const place = nameFrom(placeName(step), nameFrom(`at ${placeName(step)}`, 'step'));
  const named = (text: string) => nameFrom(text, place);
  switch (node.kind) {
    case 'menu':
    case 'collect':
      return place;
    case 'announcement': {
      const file = soundName((node.say as Prompt | undefined)?.recording);
      return file === '' ? named(`say ${placeName(step)}`) : named(`say ${file}`);
    }
    case 'branch': {
      const { on } = node;
      if (typeof on === 'string') return named(`check ${on}`);
      if ('calendar' in on) return named(`hours ${step.context}`);
      return named(
        `check ${'attribute' in on ? on.attribute : 'result' in on ? on.result : 'queue'}`,
      );
    }
    case 'queue':
      return isUnknown(node.queue)
        ? named('queue')
        : named(node.queue.startsWith('queue') ? node.queue : `queue ${node.queue}`);
    case 'transfer':
      return isUnknown(node.number)
        ? named(`dial ${placeName(step)}`)
        : named(`dial ${node.number}`);
    case 'voicemail':
      return named(node.title ?? 'voicemail');
    case 'task':
      return named(isUnknown(node.task) ? 'task' : node.task);
    case 'subflow':
      return named(isUnknown(node.script) ? 'subroutine' : node.script);
    case 'hangup':
      return node.title === undefined ? 'hang-up' : named(node.title);
    case 'callback':
      return 'callback';
    case 'opaque':
      return named(node.type);
  }
}
