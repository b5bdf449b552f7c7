import type { FieldNotes } from './describe-fields.ts';

/**
 * What every field of a script is for: shown by editors and on the page of the format. A field is
 * named alone where it means the same everywhere, else with what it stands in.
 */
export const scriptFieldNotes: FieldNotes = {
  $schema: 'Where the schema of this file is, for editors.',
  'script.ivr': 'The version of this format.',
  'script.id': 'The name of this script, for other scripts and for logs.',
  'script.language': 'The language in which calls begin, and of texts that name none.',
  'script.directory': 'The file of queues, calendars and staffing, next to this one.',
  'script.version': 'The version of the menu; logs can name it.',
  'script.defaults': 'Settings for every menu and collect node that has none of its own.',
  'script.entries': 'Where calls come in.',
  'script.nodes': 'The nodes by name.',
  title: 'A name for people, shown in pictures and reports.',
  note: 'A remark for colleagues. Callers never hear it.',
  tags: 'Marks what must stay as it is, or has rules of its own, because of law or safety for example.',
  origin: "The blocks of a vendor's file that this node was made from.",
  error: 'Where the call goes when the system itself fails here.',
  to: 'The node that the call goes to next.',
  say: 'What the caller hears.',
  kind: 'What the node does.',
  bargeIn: 'Whether callers can press a key before the prompt has ended. Default: true.',
  noInput: 'What happens when the caller stays silent.',
  noMatch: 'What happens when the caller enters something that is not offered.',
  interDigit: 'The longest pause between two keys of one entry.',
  after: 'How long the caller waits before that.',

  'defaults.recording': 'Whether calls are recorded.',
  'entries.number': 'The number that callers dial, in international form.',
  'entries.start': 'The node that these calls start at.',
  'entries.set': 'Attributes that these calls have from the start.',
  'entries.language': 'The language of calls to this number.',

  'no-input.wait': 'How long to wait for a key. Default: 5s.',
  attempts: 'How often the caller is asked in all before the call goes on. Default: 3.',
  'no-input.say': 'What the caller hears before being asked again.',
  'no-match.say': 'What the caller hears before being asked again.',
  'no-input.to': 'Where the call goes after the last attempt.',
  'no-match.to': 'Where the call goes after the last attempt.',

  'menu.options': 'The options, in the order in which callers hear them.',
  'option.key': 'What the caller presses.',
  'option.intent': 'What the caller says instead of pressing a key.',
  'option.say': 'What callers hear for this option.',
  'option.do': '`repeat` plays the menu again; `back` goes to the menu before.',
  'option.role': 'What kind of option it is. `agent` asks for a person.',
  'option.reason': 'The contact reason of callers who choose this.',
  'option.language': 'The language in which the call goes on.',
  'option.set': 'Attributes of the call that this choice sets.',
  'option.pinned': 'Whether suggestions must leave its place and its key alone.',

  'collect.digits': 'How many digits, and what ends them.',
  'digits.min': 'The fewest digits.',
  'digits.max': 'The most digits.',
  'digits.end': 'The key that ends the entry.',
  'collect.sensitive': 'True if what is entered must not be stored anywhere.',
  'collect.data': 'What is asked for. Some rules and laws depend on it.',

  'branch.on': 'What the branch looks at.',
  'branch.cases': 'Where the call goes in each case. The first case that fits counts.',
  'branch.otherwise': 'Where the call goes if no case fits.',
  'cases.when':
    'The value. For a calendar or a queue: `open`, `closed`, `holiday`, `emergency`. For an emergency switch: `on`, `off`. For a language: its tag. For a share: `20%`. For a loop: `again`, `done`. For an attribute or a result: a word, or a comparison such as `> 5`, `<= 5`, `starts with 49`, `ends with 0`, `contains gold`, `exists`.',
  'branch-on.calendar': 'The state of this calendar.',
  'branch-on.attribute': 'The value of this attribute of the call.',
  'branch-on.emergency': 'The emergency switch of this calendar.',
  'branch-on.queue-status': 'Whether this queue is open.',
  'branch-on.result': 'The result of this task.',
  'branch-on.loop':
    'How often callers go round: `again` this many times, then `done` once, then from the start.',

  'task.task': 'The name of the self-service or look-up.',
  'task.selfService':
    'Whether success means that callers got what they called for. Default: true. Say false for look-ups.',
  'task.duration': 'How long it takes.',
  'task.set': 'Attributes of the call that success sets.',
  success: 'Where the call goes if it succeeds.',
  failure: 'Where the call goes if it fails.',

  'queue.queue': 'The queue of the directory that callers wait in.',
  'queue.announce': 'What callers hear while they wait.',
  'queue.priority': 'Callers with a higher number are answered first.',
  'queue.overflow': 'Where callers go who have waited too long.',
  'queue.closed': 'Where callers go if the queue is closed: a node, or {to: node}.',
  'announce.every': 'How often.',
  'announce.waitTime': 'Whether callers hear the expected wait.',
  'announce.position': 'Whether callers hear their place in the queue.',
  'announce.offer': 'What callers are offered instead of waiting.',

  'transfer.number': 'The outside number in international form.',
  'transfer.wait': 'How long it rings before the transfer has failed.',
  'transfer.to':
    'Where the call goes on after the other side has hung up. Without it, the call ends there.',
  'voicemail.maxLength': 'The longest message.',
  'callback.queue': 'The queue whose people call back.',
  'subflow.script': 'The id or the file of the other script.',
  'subflow.to': 'Where the call goes on after the other script. Without it, the call stays there.',

  'opaque.vendor': 'The system that the node comes from.',
  'opaque.type': "The vendor's own name for this kind of block.",
  'opaque.raw': "The vendor's own data, unchanged.",
  'opaque.exits': 'The ways out, as far as they are known.',
  'exits.trigger': 'What makes a call leave this way.',
  'exits.when': 'The key or the value, if the way out has one.',

  'prompt.recording': 'The file that is played, or one per language.',
  'prompt.length': 'How long the recording is, or one length per language.',
  'prompt.text': 'What is said in it, or a text per language.',
  unknown: "The vendor's expression for a value that is only known while the call runs.",
};
