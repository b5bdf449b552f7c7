import { buildCallFlow } from '../../flow/build-call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import type { Script, ScriptNode } from '../../script/script.ts';
import { isUnknown } from '../../script/values.ts';
import type { NodeKind } from '../../script/vocabulary.ts';
import { compareFindings, type Finding } from '../../source/finding.ts';
import { platformLanguage } from '../../import/amazon-connect/read-language.ts';
import type { Exporter } from '../exporter.ts';
import { attributePath } from './attribute-path.ts';
import { equals, type Block, type BlockKey } from './block.ts';
import { flowJson } from './flow-json.ts';
import { ledTo } from './led-to.ts';
import { languageAttribute, writeLanguageOf } from './prompts.ts';
import { writeBranch } from './write-branch.ts';
import { writeCollect } from './write-collect.ts';
import { writeMenu } from './write-menu.ts';
import { writeOpaque } from './write-opaque.ts';
import {
  writeAnnouncement,
  writeCallback,
  writeHangup,
  writeQueue,
  writeSubflow,
  writeTask,
  writeTransfer,
  writeVoicemail,
} from './write-service.ts';
import { beginWriting, cutOff, type Writing } from './writing.ts';

type Write<Kind extends NodeKind> = (
  w: Writing,
  id: NodeId,
  node: Extract<ScriptNode, { readonly kind: Kind }>,
) => void;

const writeByKind = {
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
} satisfies { readonly [Kind in NodeKind]: Write<Kind> };

/** Where calls begin once attributes and language of their number are set. */
function writeEntry(w: Writing, index: number, entry: Script['entries'][number]): BlockKey {
  const { start, set, language = w.script.language } = entry;
  const spoken = w.languages.length > 1 ? { [languageAttribute]: language } : {};
  const attributes = { ...set, ...spoken };
  const own = Object.entries(attributes).filter(([name]) =>
    attributePath(name).includes('Attributes'),
  );
  if (own.length === 0) return w.to(start);
  const key = `entry ${index + 1}`;
  const next = w.languages.length > 1 ? `${key}/language` : w.to(start);
  w.add({
    key,
    type: 'UpdateContactAttributes',
    parameters: { Attributes: Object.fromEntries(own), TargetContact: 'Current' },
    next,
    errors: [['NoMatchingError', next]],
  });
  if (w.languages.length > 1) {
    const path = entry.language === undefined ? ['language'] : ['entries', index, 'language'];
    writeLanguageOf(w, `${key}/language`, language, w.to(start), path);
  }
  return key;
}

/** A flow in one language sets it where calls begin, unless that is what Amazon Connect speaks anyhow. */
function writeStart(w: Writing): BlockKey {
  const first = writeEntries(w);
  const { language } = w.script;
  if (w.languages.length > 1 || [platformLanguage, 'en'].includes(language)) return first;
  writeLanguageOf(w, 'language', language, first, ['language']);
  return 'language';
}

/** Where calls to several numbers part. */
function writeEntries(w: Writing): BlockKey {
  const starts = w.script.entries.map((entry, index) => writeEntry(w, index, entry));
  const [first = cutOff, ...others] = starts;
  if (others.length === 0) return first;
  const key = 'entries';
  w.add({
    key,
    type: 'Compare',
    parameters: { ComparisonValue: '$.SystemEndpoint.Address' },
    conditions: w.script.entries.flatMap(({ number }, index) =>
      number === undefined || isUnknown(number) ? [] : [equals(number, starts[index] ?? cutOff)],
    ),
    errors: [['NoMatchingCondition', first]],
  });
  return key;
}

/**
 * Writes a script as a flow in the flow language of Amazon Connect (version 2019-10-30), as its
 * console and its API import them. Identifiers and positions depend on the script alone.
 */
export const writeContactFlow: Exporter = (document, options) => {
  const { script } = document;
  const blocks: Block[] = [];
  const findings: Finding[] = [];
  const w = beginWriting(document, buildCallFlow(script), options, blocks, findings);
  const start = writeStart(w);
  const nodes = Object.entries(script.nodes) as [NodeId, ScriptNode][];
  for (const [id, node] of nodes) {
    const write = writeByKind[node.kind] as Write<NodeKind>;
    write(w, id, node);
  }
  blocks.push({ key: cutOff, type: 'DisconnectParticipant', parameters: {} });
  // A node that no call comes to is the author's; it is written, and stays theirs to find.
  const led = ledTo(blocks, [start, ...nodes.map(([id]) => w.to(id))]);
  return {
    text: `${JSON.stringify(flowJson(script, led, start), null, 2)}\n`,
    findings: findings.sort(compareFindings),
  };
};
