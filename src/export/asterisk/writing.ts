import type { NodeId } from '../../script/names.ts';
import type { Script, ScriptNode } from '../../script/script.ts';
import type { Language, Prompt } from '../../script/values.ts';
import type { Path } from '../../source/tree.ts';
import type { ExportOptions, NameMap } from '../exporter.ts';
import { nameFor } from '../names.ts';
import type { Teller } from '../teller.ts';
import type { DialplanText } from './dialplan-text.ts';
import { commentWords, oneLine, safeFile } from './safe-text.ts';

/** What the writers of nodes share. */
export interface Writing {
  readonly script: Script;
  readonly options: ExportOptions;
  readonly text: DialplanText;
  readonly tell: Teller;
}

/** A node that is being written. */
export interface Here<Node extends ScriptNode = ScriptNode> extends Writing {
  readonly id: NodeId;
  readonly node: Node;
  readonly path: Path;
}

/** The context of a node. */
export const contextOf = (id: string): string => `ivr-${id}`;

/** What the table of names calls a thing. */
export function named({ options }: Writing, kind: keyof NameMap, name: string): string | undefined {
  const given = nameFor(options.names, kind, name);
  return given === undefined ? undefined : oneLine(given);
}

/** The step that leads on: to a node, or to the end of the call where there is none. */
export function wayTo({ script }: Writing, to: NodeId | undefined): string {
  return to !== undefined && Object.hasOwn(script.nodes, to)
    ? `Goto(${contextOf(to)},s,1)`
    : 'Hangup()';
}

function textIn(prompt: Prompt, language: Language): string | undefined {
  const { text } = prompt;
  if (text === undefined || typeof text === 'string') return text;
  return text[language] ?? Object.values(text)[0];
}

/**
 * The sound file of prompts that are heard one after the other, with their words as a comment above
 * the step that plays it; nothing where nothing is said. A prompt without a recording gets a file name
 * that says where it belongs, to be recorded.
 */
export function soundOf(
  here: Here,
  prompts: readonly (Prompt | undefined)[],
  name: string,
  path: Path,
): string | undefined {
  const { script, text, tell } = here;
  const said = prompts.filter((prompt) => prompt !== undefined);
  const words = said.flatMap((prompt) => textIn(prompt, script.language) ?? []).join(' ');
  const files = said.flatMap(({ recording }) =>
    recording === undefined
      ? []
      : [
          typeof recording === 'string'
            ? recording
            : (recording[script.language] ?? Object.values(recording)[0] ?? ''),
        ],
  );
  if (
    said.length === 0 ||
    (words.trim() === '' &&
      files.length === 0 &&
      said.every(({ unknown }) => unknown === undefined))
  ) {
    return undefined;
  }
  const shown = commentWords(words);
  if (shown !== '') text.comment(`"${shown}"`);
  if (files.length === said.length) {
    return files
      .map((file) => named(here, 'prompts', file) ?? file.split(' + ').map(safeFile).join('&'))
      .join('&');
  }
  const wanted = named(here, 'prompts', name) ?? `custom/${name}`;
  tell.otherwise(
    path,
    `Asterisk plays files: what is said here must be recorded as "${wanted}".`,
    'Record it for each language, or give the file under prompts in the table of names.',
  );
  return wanted;
}
