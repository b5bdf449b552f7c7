import type { ConfEntry, ConfFile } from '../../../source/conf-file.ts';
import { readConf } from '../../../source/read-conf.ts';
import { resolveConf, type ResolvedSection } from '../../../source/resolve-conf.ts';
import type { Source } from '../../../source/source.ts';
import { placeOf, type DirectoryDraft } from '../directory-draft.ts';

/** Settings that only `queues.conf` has: a file with one of them tells of queues. */
const ownSettings = new Set([
  ...['strategy', 'maxlen', 'joinempty', 'leavewhenempty', 'wrapuptime', 'ringinuse', 'autopause'],
  ...['announce-frequency', 'announce-holdtime', 'announce-position', 'periodic-announce'],
  ...['periodic-announce-frequency', 'servicelevel', 'timeoutpriority', 'persistentmembers'],
  ...['musicclass', 'autofill', 'memberdelay', 'weight', 'shared_lastcall', 'reportholdtime'],
]);

/** Settings of other files: `member` alone also stands in some of those. */
const foreignSettings = new Set(['exten', 'same', 'include', 'context', 'type', 'host', 'secret']);

/** Whether a configuration file of Asterisk is `queues.conf`, by what it sets. */
export function tellsOfQueues({ sections }: ConfFile): boolean {
  const names = sections.flatMap(({ entries }) =>
    entries.map(({ name }) => name.text.toLowerCase()),
  );
  if (names.some((name) => name === 'exten' || name === 'same')) return false;
  const own = names.filter((name) => ownSettings.has(name)).length;
  const members = names.filter((name) => name === 'member').length;
  const foreign = names.filter((name) => foreignSettings.has(name)).length;
  return own + members > 0 && own + members >= foreign;
}

/** What a setting means for callers, where the directory has no field for it. */
const meanings: Readonly<Record<string, (value: string) => string | undefined>> = {
  joinempty: (value) =>
    /^(yes|loose)$/i.test(value)
      ? undefined
      : 'Callers are turned away while nobody takes calls: give the queue in the menu a way on.',
  leavewhenempty: (value) =>
    /^no$/i.test(value)
      ? undefined
      : 'Callers are sent out of the queue when the last person leaves: give it a way on.',
  'announce-frequency': (value) =>
    value === '0' ? 'Callers never hear their place in the queue.' : undefined,
  context: () => 'Callers can press a key to leave the queue: give the queue in the menu that way.',
};

/** A whole number from 0 up; nothing, and a finding, where the setting is none. */
function countOf({ name, value }: ConfEntry, source: Source, draft: DirectoryDraft) {
  if (/^\d{1,9}$/.test(value.text)) return Number(value.text);
  draft.findings.push({
    ruleId: 'invalid-value',
    severity: 'warning',
    message: `"${name.text}" is not a number, so Asterisk uses 0.`,
    data: { name: name.text },
    subject: name.text,
    at: placeOf(source, value),
    related: [],
    help: 'Write a whole number.',
  });
  return undefined;
}

function importQueue(section: ResolvedSection, source: Source, draft: DirectoryDraft): void {
  const { name, entries } = section;
  // Of a setting that is written twice the last one counts, as Asterisk reads them in order.
  const last = new Map(entries.map((entry) => [entry.name.text.toLowerCase(), entry]));
  const length = last.get('maxlen');
  const weight = last.get('weight');
  const capacity = length === undefined ? undefined : countOf(length, source, draft);
  const priority = weight === undefined ? undefined : countOf(weight, source, draft);
  // A queue that is a number is named as dialplans that are imported name it.
  const isNamed = /[a-z]/i.test(name.text);
  const id = draft.nameFor('queues', isNamed ? name.text : `queue-${name.text}`);
  draft.add(
    'queues',
    id,
    {
      ...(id === name.text ? {} : { title: name.text }),
      // 0 means that any number of callers may wait.
      ...(capacity === undefined || capacity === 0 ? {} : { capacity }),
      ...(priority === undefined || priority === 0 ? {} : { priority }),
    },
    placeOf(source, name),
    {
      ...(length === undefined ? {} : { capacity: placeOf(source, length.value) }),
      ...(weight === undefined ? {} : { priority: placeOf(source, weight.value) }),
    },
  );
  for (const [setting, entry] of last) {
    const meaning = Object.hasOwn(meanings, setting)
      ? meanings[setting]?.(entry.value.text)
      : undefined;
    if (meaning !== undefined) {
      draft.notes.push({ message: `"${name.text}": ${meaning}`, at: placeOf(source, entry.value) });
    }
  }
}

/** Counts every setting that is written, once: what is inherited is written in its template. */
function tallySettings(file: ConfFile, draft: DirectoryDraft): void {
  for (const { name: section, entries } of file.sections) {
    const isGeneral = section.text.toLowerCase() === 'general';
    for (const { name } of entries) {
      const setting = name.text.toLowerCase();
      if (!isGeneral && (setting === 'maxlen' || setting === 'weight')) draft.tally.use();
      else draft.tally.leave(isGeneral ? `[general] ${setting}` : setting);
    }
  }
}

/**
 * Makes queues of the sections of `queues.conf`: `maxlen` becomes the capacity, `weight` the
 * priority. Asterisk keeps no hours with its queues, and members come and go, so neither calendars
 * nor staffing come of it.
 */
export function importQueues(source: Source, draft: DirectoryDraft): void {
  const { file, findings } = readConf(source);
  const resolved = resolveConf(source, file);
  draft.findings.push(...findings, ...resolved.findings);
  tallySettings(file, draft);
  for (const section of resolved.sections) {
    if (section.isTemplate || section.name.text.toLowerCase() === 'general') continue;
    importQueue(section, source, draft);
  }
  for (const { word, target } of file.directives) {
    draft.tally.leave(`#${word}`);
    const message = `What "#${word}" includes isn't read: give that file too, or a folder with both.`;
    draft.notes.push({ message, at: placeOf(source, target) });
  }
}
