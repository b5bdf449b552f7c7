import type { FieldNotes } from '../../script/describe-fields.ts';

/** What every field of a mapping is for: shown by editors and on its page. */
export const mappingFieldNotes: FieldNotes = {
  $schema: 'Where the schema of this file is, for editors.',
  'mapping.mapping': 'The version of this format.',
  'mapping.title': 'What the log is, for people.',
  'mapping.records': 'How the rows are written: a table (the default) or values of JSON.',
  'mapping.encoding':
    'The encoding, by its name on the web: utf-8, windows-1252, gb18030, … Default: found from the content, if possible.',
  'mapping.separator': 'What separates the fields of a table. Default: found from its header.',
  'mapping.decimal': 'The sign before the decimals of a number.',
  'mapping.header': 'The names of the columns in their order, for a table that has no header.',
  'mapping.lists': 'The fields of a wrapper whose lists hold the records.',
  'mapping.call': 'The id of the call.',
  'mapping.at': 'The time of the event, or the beginning of a visit.',
  'mapping.event': 'What happened. Leave it out if each row is a visit.',
  'mapping.node': 'The node of the script where it happened.',
  'mapping.value': 'The key, the queue, or the number dialled.',
  'mapping.seq': 'A whole number that orders events of the same time.',
  'mapping.number': 'The number dialled. It is read for a start without a value.',
  'mapping.caller': 'Who called. It is read only for repeat calls, as a keyed hash.',
  'mapping.script': 'The version of the script.',
  'mapping.seconds': 'The column that says how long a visit was: in seconds, or as 00:01:40.',
  'mapping.until':
    'When a visit ended. A time without a day is the first such time after the beginning of the visit.',
  'mapping.exit': 'How a visit ended.',
  column: 'The column where it is; in JSON a field, or a path with dots.',
  columns: 'Columns whose texts are joined.',
  between: 'What to put between the joined texts. Default: a space.',
  text: 'The same for every row.',
  after: 'Only what comes after the first of these signs.',
  before: 'Only what comes before the first of these signs.',
  split: 'What cuts the text into parts.',
  part: 'Which part, from 1.',
  names: 'Nodes by their names in the log.',
  words:
    'What each word of the log means: an event, several events in order, or skip. Upper and lower case do not matter.',
  others: 'What happens to rows with other words: they are rejected, or with skip ignored.',
  'words.event': 'The event.',
  event: 'The event.',
  value: 'Where its value is, if not in the same place as for other events.',
  node: 'Where its node is, if not in the same place as for other events.',
  pattern:
    'How times are written: iso (the default), epoch-s, epoch-ms, epoch-us, or letters such as DD.MM.YYYY HH:mm:ss,S.',
  zone: 'The zone of times without an offset: Europe/Berlin, UTC, +01:00. Default: that of --log-zone.',
  months:
    'The names of the months, beginning with January, for MMM in another language than English.',
  day: 'The day on which the log begins, if its rows have only times.',
  ahead: 'How far the clock of this log is ahead, in seconds. Below zero if it is behind.',
};
