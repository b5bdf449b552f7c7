import { nameFrom, type QueueId } from '../../script/names.ts';
import type { NodeOfKind, ScriptNode } from '../../script/script.ts';
import type { Path, Extent } from '../../source/tree.ts';
import { marksOf } from '../draft.ts';
import { extensionEnd, type Block } from './block.ts';
import { dialledNumber, withoutSecrets } from './dial-strings.ts';
import { emptyEnvironment } from './environment.ts';
import { secondsOf } from './map-listen.ts';
import { playedFiles } from './read-prompt.ts';
import type { StepCall } from './step-call.ts';

function nodeBlock(
  call: StepCall,
  node: ScriptNode,
  marks: readonly (readonly [path: Path, at: Extent | undefined])[] = [],
): Block {
  return { kind: 'nodes', node, marks: marksOf(marks), environment: call.environment };
}

/** The name of a queue in scripts and directories. */
export function queueNameOf(name: string): QueueId {
  return (nameFrom(name, '') || nameFrom(`queue-${name}`, 'queue')) as QueueId;
}

/**
 * `Queue(name,options,url,announcement,seconds,…)`: callers who wait that long go on with the next
 * priority; so does, at once, whoever finds the queue full or without people.
 */
export function mapQueue(call: StepCall): Block {
  const name = call.text(0);
  const written = call.given[0];
  const after = secondsOf(call.text(4));
  const isOver = call.next === undefined;
  const queue = name === undefined ? { unknown: written?.text ?? '' } : queueNameOf(name);
  const node: NodeOfKind<'queue'> = {
    kind: 'queue',
    ...(name === undefined || name === queue ? {} : { title: name }),
    queue,
    ...(after === undefined || after === 0
      ? {}
      : { overflow: { after, to: call.nextAfter('QUEUESTATUS', 'TIMEOUT') } }),
    ...(isOver ? {} : { closed: { to: call.nextAfter('QUEUESTATUS', 'JOINEMPTY') } }),
  };
  return nodeBlock(call, node, [
    [['queue'], written],
    [['overflow'], call.given[4]],
    [['overflow', 'after'], call.given[4]],
  ]);
}

/** `Dial(endpoints,seconds,options)`: with `g` the call goes on when the other side hangs up. */
export function mapDial(call: StepCall): Block {
  const written = call.given[0];
  const endpoints = call.text(0) ?? written?.text ?? '';
  const wait = secondsOf(call.text(1));
  const options = (call.text(2) ?? '').replace(/\([^()]*\)/g, '');
  const number = dialledNumber(endpoints);
  const shown = withoutSecrets(endpoints);
  const node: NodeOfKind<'transfer'> = {
    kind: 'transfer',
    ...(number === shown || shown === '' ? {} : { title: shown }),
    number: number ?? { unknown: shown },
    ...(wait === undefined || wait === 0 ? {} : { wait }),
    ...(options.includes('g')
      ? { to: call.nextAfter('DIALSTATUS', 'ANSWER') ?? extensionEnd }
      : {}),
    failure: call.next ?? extensionEnd,
  };
  return nodeBlock(call, node, [
    [['number'], written],
    [['wait'], call.given[1]],
  ]);
}

/** `FollowMe`, `Transfer`, `Page`: somebody else is called. */
export function mapOtherDial(call: StepCall): Block {
  const written = call.given[0];
  const endpoint = call.text(0) ?? written?.text ?? '';
  const number = dialledNumber(endpoint);
  const isGone = call.application === 'transfer';
  const node: NodeOfKind<'transfer'> = {
    kind: 'transfer',
    title: `${call.step.application} ${withoutSecrets(endpoint)}`.trim(),
    number: number ?? { unknown: withoutSecrets(endpoint) },
    ...(isGone ? {} : { to: call.next ?? extensionEnd }),
    failure: call.next ?? extensionEnd,
  };
  return nodeBlock(call, node, [[['number'], written]]);
}

/** `VoiceMail(boxes,options)`: the box plays its own greeting, which stands elsewhere. */
export function mapVoicemail(call: StepCall): Block {
  const written = call.given[0];
  const boxes = (call.text(0) ?? written?.text ?? '').replace(/^[subj]+(?=\d)/, '');
  const node: NodeOfKind<'voicemail'> = {
    kind: 'voicemail',
    ...(boxes === '' ? {} : { title: `Voicemail ${boxes}` }),
    say: { unknown: `the greeting of box ${boxes}` },
    to: call.next,
  };
  return nodeBlock(call, node, [[['say'], written]]);
}

/** `Record(file,silence,seconds,options)`: what the caller says is kept. */
export function mapRecord(call: StepCall): Block {
  const maxLength = secondsOf(call.text(2));
  const node: NodeOfKind<'voicemail'> = {
    kind: 'voicemail',
    title: `Recording ${call.text(0) ?? ''}`.trim(),
    ...(maxLength === undefined || maxLength === 0 ? {} : { maxLength }),
    to: call.next ?? extensionEnd,
  };
  return nodeBlock(call, node, [[['maxLength'], call.given[2]]]);
}

/** `Authenticate(password,…)`: three times, then the call is cut off. The password is kept out. */
export function mapAuthenticate(call: StepCall): Block {
  const { say, at } = playedFiles(call, 3);
  const most = secondsOf(call.text(2));
  const node: NodeOfKind<'collect'> = {
    kind: 'collect',
    say: say ?? { recording: 'agent-pass' },
    digits: {
      ...(most === undefined || most < 1 ? {} : { max: Math.trunc(most) }),
      end: '#',
    },
    sensitive: true,
    data: 'pin',
    to: call.next ?? extensionEnd,
    noInput: { attempts: 3 },
    noMatch: { attempts: 3 },
  };
  return nodeBlock(call, node, [[['say'], at]]);
}

/** The name of a program, without the folders and the ending that it has on one machine. */
function programName(text: string): string {
  const [first = ''] = text.split(/[\s,?]/);
  const tail = first.slice(first.lastIndexOf('/') + 1);
  return nameFrom(tail.replace(/\.(agi|php|py|pl|sh|lua|js|rb)$/i, ''), 'program');
}

/** Programs that only speak: the text is what callers hear. */
const speaks = /(?:google)?tts(?:-cli)?\.(?:agi|py|pl)$|^(?:picotts|espeak|festival-?)\.?\w*$/i;

/** `AGI`, `System`, `MRCPRecog` and such: something is looked up or done elsewhere. */
export function mapProgram(call: StepCall): Block {
  const program = call.text(0) ?? call.given[0]?.text ?? '';
  const spoken = speaks.test(program.slice(program.lastIndexOf('/') + 1))
    ? call.text(1)
    : undefined;
  if (spoken !== undefined) return spokenText(call, spoken, 1);
  const status = call.application.includes('system') ? 'SYSTEMSTATUS' : 'AGISTATUS';
  const failed = call.nextAfter(status, 'FAILURE');
  const node: NodeOfKind<'task'> = {
    kind: 'task',
    task: program.includes('$') ? { unknown: program } : programName(program),
    title: `${call.step.application} ${programName(program)}`,
    selfService: false,
    success: call.nextAfter(status, 'SUCCESS') ?? extensionEnd,
    ...(failed === call.next ? {} : { failure: failed }),
  };
  return { ...nodeBlock(call, node, [[['task'], call.given[0]]]), environment: emptyEnvironment };
}

/** A task that Asterisk does itself. */
export function mapOwnTask(task: string) {
  return (call: StepCall): Block => {
    const node: NodeOfKind<'task'> = {
      kind: 'task',
      task,
      selfService: task === 'voicemail-box',
      success: call.next ?? extensionEnd,
    };
    return nodeBlock(call, node);
  };
}

function spokenText(call: StepCall, text: string, position: number): Block {
  const words = text.replace(/^"([^"]*)"$/, '$1').trim();
  const node: NodeOfKind<'announcement'> = {
    kind: 'announcement',
    ...(words === '' ? {} : { say: { text: words } }),
    bargeIn: false,
    to: call.next,
  };
  return nodeBlock(call, node, [[['say'], call.given[position]]]);
}

/** `Flite`, `Festival`, `Swift`: words that are spoken. */
export function mapSpeech(call: StepCall): Block {
  const text = call.text(0);
  if (text !== undefined) return spokenText(call, text, 0);
  const written = call.given[0];
  const node: NodeOfKind<'announcement'> = {
    kind: 'announcement',
    say: { unknown: written?.text ?? '' },
    bargeIn: false,
    to: call.next,
  };
  return nodeBlock(call, node, [[['say'], written]]);
}

/** `Playback(files)`: heard to the end. */
export function mapPlayback(call: StepCall): Block {
  const { say, at } = playedFiles(call, 0);
  if (say === undefined)
    return { kind: 'pass', to: call.next, effects: [], environment: call.environment };
  const node: NodeOfKind<'announcement'> = {
    kind: 'announcement',
    say,
    bargeIn: false,
    to: call.next,
  };
  return nodeBlock(call, node, [[['say'], at]]);
}

/** `SayDigits`, `SayNumber`, …: what is said depends on the call. */
export function mapSay(call: StepCall): Block {
  const written = call.given[0];
  const node: NodeOfKind<'announcement'> = {
    kind: 'announcement',
    say: { unknown: `${call.step.application}(${call.whole.text})` },
    bargeIn: false,
    to: call.next,
  };
  return nodeBlock(call, node, [[['say'], written]]);
}

/** `Hangup`, `Busy`, `Congestion`: the call ends here. */
export function mapHangup(call: StepCall): Block {
  const isPlain = call.application === 'hangup';
  const node: NodeOfKind<'hangup'> = {
    kind: 'hangup',
    ...(isPlain ? {} : { title: `${call.step.application} tone` }),
  };
  return nodeBlock(call, node);
}

/** An application that the model can't say, with all that it was given but passwords. */
export function mapOther(call: StepCall): Block {
  const raw = withoutSecrets(call.whole.text);
  const node: NodeOfKind<'opaque'> = {
    kind: 'opaque',
    vendor: 'asterisk',
    type: call.step.application,
    ...(raw === '' ? {} : { raw }),
    exits: call.next === undefined ? [] : [{ trigger: 'next', to: call.next }],
  };
  return { ...nodeBlock(call, node), environment: emptyEnvironment };
}
