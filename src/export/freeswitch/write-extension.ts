import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind, ScriptNode } from '../../script/script.ts';
import { isUnknown, type Prompt } from '../../script/values.ts';
import { retriesOf } from '../asking.ts';
import { nameFor } from '../names.ts';
import { xml, type XmlPiece } from '../xml-text.ts';
import { leadAction, leadTo, milliseconds, soundOf, type Writing } from './context.ts';
import { asText, branchConditions } from './branch-conditions.ts';

export type Attributes = Readonly<Record<string, string | undefined>>;

const action = (application: string, data?: string): XmlPiece =>
  xml('action', { application, data });

function said(writing: Writing, id: NodeId, prompt: Prompt | undefined): readonly XmlPiece[] {
  const sound = soundOf(writing, [[prompt, ['nodes', id, 'say']]]);
  return sound === undefined ? [] : [action('playback', sound)];
}

function collectAction(writing: Writing, id: NodeId, node: NodeOfKind<'collect'>): XmlPiece {
  const { script, teller } = writing;
  const silence = retriesOf(script, node, 'noInput');
  const wrong = retriesOf(script, node, 'noMatch');
  const path = ['nodes', id];
  if (silence.to !== wrong.to || silence.attempts !== wrong.attempts || silence.say !== undefined)
    teller.otherwise(
      [...path, 'noInput'],
      'Silence and wrong input are the same here: both are counted together, and lead to the same node.',
      'Give both the same attempts and the same target.',
    );
  if (node.sensitive === true)
    teller.leftOut(
      [...path, 'sensitive'],
      'The dialplan can\'t say that what callers enter here must not be stored: it is in the variable "entered".',
      'Unset the variable, and keep it out of call records.',
    );
  const { min = 1, max = 128, end = '#' } = node.digits ?? {};
  const quoted = (text: string) => `'${text.replaceAll("'", '’')}'`;
  const data = [
    Math.max(min, 0),
    max,
    wrong.attempts,
    milliseconds(silence.wait),
    end,
    quoted(soundOf(writing, [[node.say, [...path, 'say']]]) ?? 'silence_stream://250'),
    quoted(soundOf(writing, [[wrong.say, [...path, 'noMatch', 'say']]]) ?? 'silence_stream://250'),
    'entered',
    '\\d+',
    milliseconds(node.digits?.interDigit ?? script.defaults?.interDigit ?? silence.wait),
    quoted(leadTo(writing, wrong.to ?? silence.to).replace(/^transfer /, '')),
  ];
  return action('play_and_get_digits', data.join(' '));
}

function bridgeActions(
  writing: Writing,
  id: NodeId,
  node: NodeOfKind<'transfer'>,
): readonly XmlPiece[] {
  const { number, to, failure, wait } = node;
  const mapped = isUnknown(number) ? undefined : nameFor(writing.options.names, 'numbers', number);
  const dial =
    mapped ??
    (isUnknown(number) ? '${number}' : `sofia/gateway/default/${number.replace(/\s/g, '')}`);
  if (mapped === undefined)
    writing.teller.otherwise(
      ['nodes', id, 'number'],
      `The call is dialled through the gateway "default": ${dial}.`,
      'Say with --names (numbers) through which gateway it goes.',
    );
  if (to !== undefined && failure !== undefined && to !== failure)
    writing.teller.otherwise(
      ['nodes', id, 'to'],
      'Callers go the way of the failure also after the other side has hung up.',
      'Let both ways lead to the same node.',
    );
  const timeout = wait === undefined ? [] : [action('set', `call_timeout=${Math.ceil(wait)}`)];
  const hangsUp = to === undefined ? [action('set', 'hangup_after_bridge=true')] : [];
  return [
    ...said(writing, id, node.say),
    ...timeout,
    ...hangsUp,
    action('set', 'continue_on_fail=true'),
    action('bridge', dial),
    xml('action', leadAction(writing, failure ?? to)),
  ];
}

function queueActions(
  writing: Writing,
  id: NodeId,
  node: NodeOfKind<'queue'>,
): readonly XmlPiece[] {
  const name = asText(node.queue);
  for (const field of ['announce', 'closed', 'priority'] as const)
    if (node[field] !== undefined)
      writing.teller.leftOut(
        ['nodes', id, field],
        `The dialplan can't say "${field}" of a queue.`,
        'Set it in callcenter.conf.xml.',
      );
  return [
    ...said(writing, id, node.say),
    action('callcenter', nameFor(writing.options.names, 'queues', name) ?? `${name}@default`),
    ...(node.overflow === undefined ? [] : [xml('action', leadAction(writing, node.overflow.to))]),
  ];
}

function actionsOf(writing: Writing, id: NodeId, node: ScriptNode): readonly XmlPiece[] {
  const { teller } = writing;
  switch (node.kind) {
    case 'announcement':
      return [...said(writing, id, node.say), xml('action', leadAction(writing, node.to))];
    case 'menu':
      return [action('ivr', id)];
    case 'collect':
      return [collectAction(writing, id, node), xml('action', leadAction(writing, node.to))];
    case 'branch':
      return [];
    case 'task': {
      const name = asText(node.task);
      const mapped = nameFor(writing.options.names, 'tasks', name) ?? `lua ${name}.lua`;
      const [application = '', ...data] = mapped.split(' ');
      teller.otherwise(
        ['nodes', id],
        `"${mapped}" must do this; callers go on as after a success, whatever the result is.`,
        `Let it transfer the call itself where it fails: ${leadTo(writing, node.failure)}.`,
      );
      return [
        ...said(writing, id, node.say),
        action(application, data.join(' ')),
        xml('action', leadAction(writing, node.success)),
      ];
    }
    case 'queue':
      return queueActions(writing, id, node);
    case 'transfer':
      return bridgeActions(writing, id, node);
    case 'voicemail':
      teller.otherwise(
        ['nodes', id],
        'Messages go to the mailbox "ivr" of the domain.',
        'Name the mailbox in the extension.',
      );
      return [
        ...said(writing, id, node.say),
        action('voicemail', 'default ${domain_name} ivr'),
        xml('action', leadAction(writing, node.to)),
      ];
    case 'subflow': {
      const script = asText(node.script);
      const mapped = nameFor(writing.options.names, 'scripts', script) ?? script;
      if (node.to === undefined) return [action('transfer', `${mapped} XML`)];
      return [
        action('execute_extension', `${mapped} XML`),
        xml('action', leadAction(writing, node.to)),
      ];
    }
    case 'hangup':
      return [...said(writing, id, node.say), action('hangup')];
    case 'callback':
    case 'opaque': {
      const to =
        node.kind === 'callback'
          ? node.to
          : node.exits.find(({ trigger }) => trigger === 'next')?.to;
      const what =
        node.kind === 'callback'
          ? 'A promise to call back'
          : `A block of ${node.vendor} ("${node.type}")`;
      teller.leftOut(
        ['nodes', id],
        `${what} has no counterpart: callers go on.`,
        'Write an application that does it.',
      );
      return [xml('action', leadAction(writing, to))];
    }
  }
}

/** The extension of a node: calls come to it by its name. */
export function writeExtension(writing: Writing, id: NodeId, node: ScriptNode): XmlPiece {
  if (node.error !== undefined)
    writing.teller.leftOut(
      ['nodes', id, 'error'],
      'Calls are cut off when the system itself fails here.',
      'FreeSWITCH has no setting for that.',
    );
  const condition = { field: 'destination_number', expression: `^${id}$` };
  const conditions =
    node.kind === 'branch'
      ? branchConditions(writing, id, node, condition)
      : [xml('condition', condition, ...actionsOf(writing, id, node))];
  return xml('extension', { name: id }, ...conditions);
}
