import type { NodeOfKind } from '../../script/script.ts';
import { isUnknown, type Prompt } from '../../script/values.ts';
import { isSafeValue, safeFile, safeNumber, safeValue, writtenSeconds } from './safe-text.ts';
import { writeSet } from './write-question.ts';
import { named, soundOf, wayTo, type Here } from './writing.ts';

function say(here: Here<Exclude<Here['node'], NodeOfKind<'branch' | 'opaque' | 'subflow'>>>): void {
  const sound = soundOf(here, [here.node.say], here.id, [...here.path, 'say']);
  if (sound !== undefined) here.text.step(`Playback(${sound})`);
}

export function writeAnnouncement(here: Here<NodeOfKind<'announcement'>>): void {
  const { node, text, tell, path } = here;
  text.extension('s');
  if (node.bargeIn === true) {
    tell.otherwise(
      [...path, 'bargeIn'],
      'Asterisk plays this to its end: keys would count as extensions.',
      'Say it in the prompt of the menu after it.',
    );
  }
  say(here);
  text.step(wayTo(here, node.to));
}

export function writeHangup(here: Here<NodeOfKind<'hangup'>>): void {
  here.text.extension('s');
  say(here);
  here.text.step('Hangup()');
}

export function writeTask(here: Here<NodeOfKind<'task'>>): void {
  const { node, text, tell, path } = here;
  text.extension('s');
  say(here);
  const task = isUnknown(node.task) ? 'unknown-task' : node.task;
  const program = named(here, 'tasks', task);
  if (program === undefined) {
    tell.otherwise(
      [...path, 'task'],
      `The program ${safeFile(task)}.agi must do this; Asterisk has none of that name.`,
      'Write it, or name the one that does it under tasks in the table of names.',
    );
  }
  text.step(`AGI(${program ?? `${safeFile(task)}.agi`})`);
  text.step('GotoIf($["${AGISTATUS}" = "SUCCESS"]?done)');
  text.step(wayTo(here, node.failure ?? node.error));
  const values = Object.entries(node.set ?? {});
  if (values.length === 0) {
    text.step(wayTo(here, node.success), 'done');
    return;
  }
  text.step('NoOp(done)', 'done');
  for (const [name, value] of values) writeSet(here, name, value, [...path, 'set', name]);
  text.step(wayTo(here, node.success));
}

export function writeQueue(here: Here<NodeOfKind<'queue'>>): void {
  const { node, text, tell, path } = here;
  text.extension('s');
  say(here);
  const queue = isUnknown(node.queue) ? 'unknown' : node.queue;
  const name = named(here, 'queues', queue) ?? queue;
  if (node.priority !== undefined) text.step(`Set(QUEUE_PRIO=${node.priority})`);
  if (node.announce !== undefined) {
    tell.leftOut(
      [...path, 'announce'],
      'What waiting callers hear is set in queues.conf, not in the dialplan.',
      'Set announce-frequency, announce-holdtime and periodic-announce of the queue there.',
    );
  }
  const after = node.overflow?.after;
  text.step(
    `Queue(${isSafeValue(name) ? name : safeValue(name)},t,,,${after === undefined ? '' : writtenSeconds(after)})`,
  );
  if (node.overflow === undefined && node.closed === undefined) {
    text.step('Hangup()');
    return;
  }
  if (node.overflow !== undefined && after === undefined) {
    tell.otherwise(
      [...path, 'overflow'],
      'The queue overflows when it is full, as queues.conf says; no time is set.',
      'Say after how long callers overflow.',
    );
  }
  if (node.overflow !== undefined && node.closed !== undefined) {
    text.step('GotoIf($["${QUEUESTATUS}" = "TIMEOUT"]?overflow)');
    text.step('GotoIf($["${QUEUESTATUS}" = "FULL"]?overflow)');
    text.step(wayTo(here, node.closed.to));
    text.step(wayTo(here, node.overflow.to), 'overflow');
  } else text.step(wayTo(here, node.overflow?.to ?? node.closed?.to));
}

export function writeTransfer(here: Here<NodeOfKind<'transfer'>>): void {
  const { node, text, tell, path } = here;
  text.extension('s');
  say(here);
  const number = isUnknown(node.number) ? '' : node.number;
  const given = named(here, 'numbers', number);
  const dialled = safeNumber(number);
  if (given === undefined && (dialled === '' || isUnknown(node.number))) {
    tell.leftOut(
      [...path, 'number'],
      'What is dialled here is not a number, so nobody is called.',
      'Give the dial string under numbers in the table of names.',
    );
    text.step(wayTo(here, node.failure));
    return;
  }
  const wait = node.wait === undefined ? '' : writtenSeconds(node.wait);
  const options = node.to === undefined ? '' : 'g';
  text.step(`Dial(${given ?? `PJSIP/${dialled}@trunk`},${wait},${options})`.replace(/,+\)$/, ')'));
  if (node.to === undefined) {
    text.step(wayTo(here, node.failure));
    return;
  }
  text.step('GotoIf($["${DIALSTATUS}" = "ANSWER"]?answered)');
  text.step(wayTo(here, node.failure));
  text.step(wayTo(here, node.to), 'answered');
}

export function writeVoicemail(here: Here<NodeOfKind<'voicemail'>>): void {
  const { node, text, tell, path, id } = here;
  text.extension('s');
  const prompt: Prompt | undefined = node.say;
  const isOwnGreeting = prompt?.unknown !== undefined;
  if (!isOwnGreeting) say(here);
  tell.otherwise(path, `The box "${id}" must be set up in voicemail.conf.`, 'Set it up there.');
  text.step(`VoiceMail(${id},${isOwnGreeting ? 'u' : 's'})`);
  text.step(node.to === undefined ? 'Hangup()' : wayTo(here, node.to));
}

export function writeCallback(here: Here<NodeOfKind<'callback'>>): void {
  const { node, text, tell, path } = here;
  text.extension('s');
  say(here);
  tell.otherwise(
    path,
    'Asterisk has no callbacks of its own: the program callback.agi must book one.',
    'Write it, or name the one that does it under tasks in the table of names, as "callback".',
  );
  text.step(`AGI(${named(here, 'tasks', 'callback') ?? 'callback.agi'})`);
  text.step('GotoIf($["${AGISTATUS}" = "SUCCESS"]?done)');
  text.step(wayTo(here, node.failure));
  text.step(wayTo(here, node.to), 'done');
}

export function writeSubflow(here: Here<NodeOfKind<'subflow'>>): void {
  const { node, text, tell, path } = here;
  text.extension('s');
  const script = isUnknown(node.script) ? 'unknown' : node.script;
  const context = named(here, 'scripts', script) ?? safeFile(script);
  tell.otherwise(
    [...path, 'script'],
    `The other script is assumed to begin at extension s of [${context}], and to come back by Return().`,
    'Name its context under scripts in the table of names.',
  );
  text.step(node.to === undefined ? `Goto(${context},s,1)` : `Gosub(${context},s,1)`);
  if (node.to !== undefined) text.step(wayTo(here, node.to));
}

export function writeOpaque(here: Here<NodeOfKind<'opaque'>>): void {
  const { node, text, tell, path } = here;
  text.extension('s');
  tell.leftOut(
    path,
    "A block of another system can't be exported; calls take its first way out.",
    'Write by hand what happens here.',
  );
  text.step('NoOp(not exported)');
  text.step(wayTo(here, node.exits[0]?.to));
}
