import {
  optional,
  plainFlag,
  plainList,
  plainShape,
  plainTable,
  plainText,
  plainWords,
  plainEither,
  type PlainReader,
} from '../source/plain-reader.ts';
import { isName, type NodeId } from './names.ts';
import { plainNode } from './plain-nodes.ts';
import { plainAttributes, plainNoInput, plainNoMatch } from './plain-parts.ts';
import { plainDuration, plainLanguage, plainNodeId, plainUnknown } from './plain-values.ts';
import type { Script, ScriptNode } from './script.ts';

const text = optional(plainText);
const words = optional(plainWords);

const formatOne: PlainReader<1> = (tree) =>
  tree.kind === 'scalar' && tree.value === 1 ? 1 : undefined;

const entry = plainShape<Script['entries'][number]>({
  number: optional(plainEither(plainWords, plainUnknown)),
  start: plainNodeId,
  language: optional(plainLanguage),
  title: text,
  set: optional(plainAttributes),
});

const script = plainShape<Script>({
  $schema: text,
  ivr: formatOne,
  id: plainNodeId,
  title: words,
  language: plainLanguage,
  directory: words,
  version: text,
  note: text,
  defaults: optional(
    plainShape<NonNullable<Script['defaults']>>({
      bargeIn: optional(plainFlag),
      recording: optional(plainFlag),
      noInput: optional(plainNoInput),
      noMatch: optional(plainNoMatch),
      interDigit: optional(plainDuration),
    }),
  ),
  entries: plainList(entry),
  nodes: plainTable<NodeId, ScriptNode>(isName, plainNode),
});

/**
 * The script in a tree where all of it is right, as nearly every script is: exactly what the schema
 * makes of it, many times faster and without loading it. Nothing where anything is wrong.
 */
export const plainScript: PlainReader<Script> = (tree) => {
  const read = script(tree);
  return read === undefined || read.entries.length === 0 ? undefined : read;
};
