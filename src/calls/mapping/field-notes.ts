import type { FieldNotes } from '../../script/describe-fields.ts';

/** What every field of a mapping is for: shown by editors and on its page. */
export const mappingFieldNotes: FieldNotes = {
  $schema: 'Where the schema of this file is, for editors.',
  'mapping.mapping': 'The version of this format.',
  'mapping.title': 'What the log is, for people.',
  'mapping.records': 'How the rows lie in it: a table (the default) or values of JSON.',
  'mapping.encoding':
    'The encoding, by the name that the web has for it: utf-8, windows-1252, gb18030, …; recognised by content where it is left out, if it can be.',
  'mapping.separator':
    'What separates the fields of a table; recognised by its header where it is left out.',
  'mapping.decimal': 'The sign before the fraction of a number.',
  'mapping.header': 'The names of the columns in their order, for a table that has no header.',
  'mapping.lists': 'The fields of a wrapper whose lists hold the records.',
  'mapping.call': 'The id of the call.',
  'mapping.at': 'The moment; of a visit its beginning.',
  'mapping.event': 'What happened; left out where each row is a visit.',
  'mapping.node': 'The node of the script that it happened at.',
  'mapping.value': 'The key, the queue, or the number dialled.',
  'mapping.seq': 'A whole number that orders the events of one moment.',
  'mapping.number': 'The number dialled; read for a start without a value.',
  'mapping.caller': 'Who called; read only for repeat calls, as a keyed hash.',
  'mapping.script': 'The version of the script.',
  'mapping.seconds': 'The column that says how long a visit was: in seconds, or as 00:01:40.',
  'mapping.until':
    'When a visit ended; a time without a day is the first such time after its beginning.',
  'mapping.exit': 'How a visit ended.',
  column: 'The column that it is read from; in JSON a field, or a path with dots.',
  columns: 'Columns whose texts are joined.',
  between: 'What stands between the joined texts; by default a space.',
  text: 'The same for every row.',
  after: 'Only what comes after the first of these signs.',
  before: 'Only what stands before the first of these signs.',
  split: 'What cuts the text into parts.',
  part: 'Which part, from 1.',
  names: 'Nodes by what the log calls them.',
  words:
    'What each word of the log means: an event, several in their order, or skip; capitals do not matter.',
  others: 'What becomes of rows with other words: they are rejected, unless it says skip.',
  'words.event': 'The event.',
  event: 'The event.',
  value: 'Where its value is, if it is elsewhere than for other events.',
  node: 'Where its node is, if it is elsewhere than for other events.',
  pattern:
    'How moments are written: iso (the default), epoch-s, epoch-ms, epoch-us, or letters such as DD.MM.YYYY HH:mm:ss,S.',
  zone: 'The zone of moments that name no offset: Europe/Berlin, UTC, +01:00; else that of --log-zone.',
  months: 'The names of the months from January on, for MMM in another language than English.',
  day: 'The day that the log begins on, where its rows have times only.',
  ahead: 'How far the clock of this log is ahead, in seconds; below zero where it is behind.',
};
