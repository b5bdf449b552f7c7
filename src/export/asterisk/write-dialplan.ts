import type { NodeId } from '../../script/names.ts';
import type { ScriptNode } from '../../script/script.ts';
import type { NodeKind } from '../../script/vocabulary.ts';
import { isUnknown } from '../../script/values.ts';
import type { Exporter } from '../exporter.ts';
import { createTeller } from '../teller.ts';
import { createDialplanText } from './dialplan-text.ts';
import { commentWords, safeNumber } from './safe-text.ts';
import { writeBranch } from './write-branch.ts';
import { languageFolder, writeCollect, writeMenu, writeSet } from './write-question.ts';
import {
  writeAnnouncement,
  writeCallback,
  writeHangup,
  writeOpaque,
  writeQueue,
  writeSubflow,
  writeTask,
  writeTransfer,
  writeVoicemail,
} from './write-service.ts';
import { contextOf, wayTo, type Here, type Writing } from './writing.ts';

const writers = {
  announcement: writeAnnouncement,
  menu: writeMenu,
  collect: writeCollect,
  branch: writeBranch,
  task: writeTask,
  queue: writeQueue,
  transfer: writeTransfer,
  voicemail: writeVoicemail,
  callback: writeCallback,
  subflow: writeSubflow,
  hangup: writeHangup,
  opaque: writeOpaque,
} satisfies {
  readonly [Kind in NodeKind]: (here: Here<Extract<ScriptNode, { kind: Kind }>>) => void;
};

/** The context that calls come into, as trunks are usually told. */
const lines = 'from-trunk';

function writeEntries(writing: Writing): void {
  const { script, text, tell } = writing;
  text.context(lines);
  const known = new Set<string>();
  script.entries.forEach((entry, index) => {
    const number =
      entry.number === undefined || isUnknown(entry.number) ? '' : safeNumber(entry.number);
    const extension = number === '' ? 's' : number;
    const path = ['entries', index];
    if (known.has(extension)) {
      tell.leftOut(
        path,
        'Another entry has this number already, or both have none.',
        'Give it a number of its own.',
      );
      return;
    }
    known.add(extension);
    text.extension(extension);
    text.step('Answer()');
    text.step(`Set(CHANNEL(language)=${languageFolder(entry.language ?? script.language)})`);
    for (const [name, value] of Object.entries(entry.set ?? {})) {
      const here = { ...writing, id: entry.start, node: { kind: 'hangup' } as const, path };
      writeSet(here, name, value, [...path, 'set', name]);
    }
    text.step(wayTo(writing, entry.start));
  });
}

/**
 * Writes a script as `extensions.conf`: a context for each node, `from-trunk` for the numbers that are
 * called. Everything that comes from the script is written so that Asterisk can take it for nothing
 * else; what a dialplan can't say is told.
 */
export const writeDialplan: Exporter = (document, options) => {
  const { script } = document;
  const text = createDialplanText();
  const tell = createTeller(document);
  const writing: Writing = { script, options, text, tell };
  writeEntries(writing);
  for (const [name, node] of Object.entries(script.nodes)) {
    const id = name as NodeId;
    const path = ['nodes', id];
    text.context(contextOf(id), node.title === undefined ? undefined : commentWords(node.title));
    const write = writers[node.kind] as (here: Here) => void;
    write({ ...writing, id, node, path });
    if (node.error !== undefined && node.kind !== 'task') {
      tell.leftOut(
        [...path, 'error'],
        'Asterisk hangs up when the system fails; this way is never used.',
        'Leave it out, or accept that.',
      );
    }
  }
  return { text: text.finish(), findings: tell.findings() };
};
