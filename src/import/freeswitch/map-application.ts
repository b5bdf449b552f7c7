import { nameFrom, type NodeId, type QueueId } from '../../script/names.ts';
import type { ScriptNode } from '../../script/script.ts';
import { isUnknown, type Unknown } from '../../script/values.ts';
import type { Place } from '../../source/source.ts';
import type { Said } from '../said.ts';
import type { ScriptWriter } from '../script-writer.ts';
import { applicationBlock } from './application-block.ts';
import type { Library } from './library.ts';
import { readSound } from './read-sound.ts';

/** An application that is run: `transfer 1000 XML default`. */
export interface Application {
  readonly name: string;
  readonly data: string;
  readonly at: Place;
  /** What its node is called where its name alone says little. */
  readonly hint: string;
  /** Variables of the call that actions before it set to a plain text. */
  readonly variables?: ReadonlyMap<string, string> | undefined;
}

/** What an application may ask for. */
export interface ApplicationContext {
  readonly writer: ScriptWriter;
  readonly library: Library;
  /** The node of a menu that another `ivr` begins, and then goes on. */
  readonly begin: (menu: string, next: NodeId) => NodeId;
  /** The node of an extension, where the dialplan that holds it is known. */
  readonly extension: (destination: string, context: string | undefined) => NodeId | undefined;
}

/** Settings and pauses that callers neither hear nor notice. */
const silent = new Set([
  ...[
    'answer',
    'pre_answer',
    'ring_ready',
    'sleep',
    'log',
    'info',
    'hash',
    'limit',
    'sched_hangup',
  ],
  ...[
    'set',
    'unset',
    'export',
    'multiset',
    'set_global',
    'start_dtmf',
    'flush_dtmf',
    'record_session',
  ],
  ...['bind_meta_app', 'db', 'stop_record_session', 'set_name', 'set_profile_var'],
]);

/** Variables that say what a bridge does. */
const followed = new Set(['hangup_after_bridge', 'continue_on_fail', 'call_timeout']);

/** True for `name=value` where an import knows what that does. */
export const isFollowed = (data: string): boolean => followed.has(data.split('=')[0]?.trim() ?? '');

const isComputed = (text: string): boolean => /[$][{$\d]/.test(text);

/** A value as it stands, or unknown where a call computes it. */
const known = (text: string): string | Unknown =>
  text === '' || isComputed(text) ? { unknown: text === '' ? 'nothing is given' : text } : text;

/** The number that a bridge dials through a gateway; every other way to say whom is an address. */
function dialled(data: string): string | Unknown {
  const bare = data.replace(/^(?:\{[^}]*\}|<[^>]*>|\[[^\]]*\])+/, '').trim();
  const gateway = /^sofia\/gateway\/[^/,|]+\/(\+?[\d*#]{2,17})$/.exec(bare);
  return gateway?.[1] ?? { unknown: data };
}

function queueNamed(name: string): QueueId | Unknown {
  const plain = name.replace(/@.*$/, '');
  const id = nameFrom(plain, '');
  return isComputed(plain) || id === '' ? { unknown: name } : (id as QueueId);
}

const seconds = (milliseconds: string | undefined): number | undefined =>
  milliseconds !== undefined && /^\d{1,9}$/.test(milliseconds)
    ? Number(milliseconds) / 1000
    : undefined;

const count = (text: string | undefined, least: number, most: number): number | undefined =>
  text !== undefined && /^\d{1,4}$/.test(text)
    ? Math.min(most, Math.max(least, Number(text)))
    : undefined;

const soundOf = (sound: string | undefined, library: Library): Said | undefined =>
  sound === undefined || sound === '' || sound === 'silence'
    ? undefined
    : readSound(sound, library);

/** The words of what an application is given; what stands in quotes is one. */
const wordsOf = (data: string): readonly string[] =>
  [...data.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** `play_and_get_digits` and `read`: digits of the caller. */
function collect(
  { name, data }: Application,
  context: ApplicationContext,
  next: NodeId,
): ScriptNode {
  const { library } = context;
  const words = wordsOf(data);
  const isRead = name === 'read';
  const [min, max] = words;
  const [tries, timeout, end, sound, invalid] = isRead
    ? ['1', words[4], words[5], words[2], undefined]
    : words.slice(2, 7);
  const ending = /^[0-9*#]/.exec(end ?? '')?.[0];
  const attempts = count(tries, 1, 20);
  const say = soundOf(invalid, library);
  const failing = isRead ? undefined : words[10];
  const failed = failing === undefined ? next : (failedWay(failing, context) ?? next);
  return {
    kind: 'collect',
    say: soundOf(sound, library),
    digits: {
      min: count(min, 0, 128),
      max: count(max, 1, 128),
      end: ending,
      interDigit: isRead ? undefined : seconds(words[9]),
    },
    to: next,
    noInput: { wait: seconds(timeout), attempts, to: failed },
    noMatch: { attempts, say, to: failed },
  };
}

/** Where calls go whose digits were not there: an extension, where it is in this dialplan. */
function failedWay(failing: string, context: ApplicationContext): NodeId | undefined {
  const [destination = '', , area] = failing.split(/\s+/);
  return context.extension(destination, area);
}

type Maker = (application: Application, context: ApplicationContext, next: NodeId) => ScriptNode;

const announced =
  (soundIn: (data: string) => string): Maker =>
  ({ data }, { library }, to) => ({
    kind: 'announcement',
    say: readSound(soundIn(data), library),
    to,
  });

/**
 * `bridge`: behind it the dialplan goes on, unless `hangup_after_bridge` is set; where nobody is
 * reached it only does with `continue_on_fail`, whose list of causes counts as all of them.
 * https://developer.signalwire.com/freeswitch/Channel-Variables-Catalog/continue_on_fail_16352931/
 */
const bridged: Maker = ({ data, variables }, _, next) => {
  const isOn = (name: string) => {
    const text = variables?.get(name)?.trim().toLowerCase() ?? '';
    return !['', 'false', 'no', 'off', '0'].includes(text);
  };
  const wait = variables?.get('call_timeout') ?? '';
  return {
    kind: 'transfer',
    number: dialled(data),
    wait: /^\d{1,4}$/.test(wait) && Number(wait) > 0 ? Number(wait) : undefined,
    to: isOn('hangup_after_bridge') ? undefined : next,
    failure: isOn('continue_on_fail') ? next : undefined,
  };
};

const queued: Maker = ({ data }) => ({
  kind: 'queue',
  queue: queueNamed(data.split(/\s/)[0] ?? ''),
});
const ended: Maker = () => ({ kind: 'hangup' });

/** What applications become, by their names. */
const makers: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ['playback', announced((data) => data)],
  ['play_and_detect_speech', announced((data) => data.split(' detect:')[0] ?? data)],
  ['phrase', announced((data) => `phrase:${data}`)],
  ['speak', announced((data) => `say:${data.split('|').at(-1) ?? data}`)],
  ['say', ({ data }, _, to) => ({ kind: 'announcement', say: { unknown: `say ${data}` }, to })],
  ['bridge', bridged],
  ['hangup', ended],
  ['respond', ended],
  ['callcenter', queued],
  ['fifo', queued],
  ['play_and_get_digits', collect],
  ['read', collect],
  ['voicemail', (_, __, to) => ({ kind: 'voicemail', to })],
  [
    'execute_extension',
    ({ data }, _, to) => ({ kind: 'subflow', script: known(data.split(/\s/)[0] ?? ''), to }),
  ],
]);

/** What nodes are called for what they do. */
const namedAfter: Readonly<Record<string, string>> = {
  playback: 'say',
  phrase: 'say',
  speak: 'say',
  bridge: 'dial',
  callcenter: 'queue',
  fifo: 'queue',
  play_and_get_digits: 'digits',
  read: 'digits',
};

/** `transfer`: the call goes on at an extension, here if the dialplan is known, and never returns. */
function mapTransfer({ data, at, hint }: Application, context: ApplicationContext): NodeId {
  const words = data.replace(/^-(?:aleg|bleg|both)\s+/, '').split(/\s+/);
  const [destination = '', , area] = words;
  const here = context.extension(destination, area);
  if (here !== undefined) return here;
  const id = context.writer.freshId(`extension-${destination || hint}`, 'extension');
  const script = known(area === undefined ? destination : `${destination}@${area}`);
  const title = isUnknown(script) ? undefined : `Extension ${destination}`;
  const origin = [applicationBlock('transfer', data)];
  return context.writer.add(id, { kind: 'subflow', title, script, origin }, at, [[['script'], at]]);
}

/**
 * The node of an application, which goes on at `next` where it gives the call back; `next` itself
 * for one that callers don't notice. One that the model can't say stays opaque.
 */
export function mapApplication(
  application: Application,
  context: ApplicationContext,
  next: NodeId,
): NodeId {
  const { name, data, at, hint } = application;
  const { writer } = context;
  const key = name.toLowerCase();
  if (silent.has(key)) {
    if (/set$|^export$/.test(key) && !isFollowed(data))
      writer.tell(`What "${name}" sets isn't followed: ${data.split('=')[0] ?? ''}.`, at);
    return next;
  }
  if (key === 'ivr') return context.begin(data.split(/\s+/)[0] ?? '', next);
  if (key === 'transfer') return mapTransfer(application, context);
  const make = key === 'voicemail' && /^check\b/.test(data) ? undefined : makers.get(key);
  const called = Object.hasOwn(namedAfter, key) ? namedAfter[key] : undefined;
  const id = writer.freshId(`${called ?? key}-${hint}`, called ?? 'application');
  const node: ScriptNode = make?.(application, context, next) ?? {
    kind: 'opaque',
    vendor: 'freeswitch',
    type: name === '' ? 'application' : name,
    raw: data,
    exits: [{ trigger: 'next', to: next }],
  };
  return writer.add(id, { ...node, origin: [applicationBlock(name, data)] }, at);
}
