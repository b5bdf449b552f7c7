import type { CallFlow } from '../../flow/call-flow.ts';
import { inLanguage } from '../../prompt/in-language.ts';
import type { Script } from '../../script/script.ts';
import { formatDuration } from '../../script/values.ts';
import type { Prompt } from '../../script/values.ts';
import type { Path } from '../../source/tree.ts';
import type { ExportOptions, NameMap } from '../exporter.ts';
import { nameFor } from '../names.ts';
import type { Teller } from '../teller.ts';
import { xml, type XmlPart, type XmlPiece } from '../xml-text.ts';

/** What all parts of a document share while it is written. */
export interface Writing {
  readonly flow: CallFlow;
  readonly script: Script;
  readonly options: ExportOptions;
  readonly teller: Teller;
  /** Variables that the document declares, in the order in which they are first used. */
  readonly variables: Set<string>;
}

/** What the target calls a thing; else its name as it is. */
export const named = ({ options }: Writing, kind: keyof NameMap, name: string): string =>
  nameFor(options.names, kind, name) ?? name;

export const seconds = (value: number | undefined): string | undefined =>
  value === undefined
    ? undefined
    : /^\d+(?:\.\d+)?(?:ms|s)$/.test(formatDuration(value))
      ? formatDuration(value)
      : `${value}s`;

/** A name that ECMAScript takes for a variable. A name that it takes already stays as it is. */
export function variable({ variables }: Writing, name: string): string {
  const plain = name.replace(/[^A-Za-z0-9_$]/g, '_').replace(/^(?=\d)/, '_');
  const id = /^(?:var|if|else|for|in|do|new|this|true|false|null|class|let|default|case)$/.test(
    plain,
  )
    ? `${plain}_`
    : plain;
  variables.add(id);
  return id;
}

/** A text as ECMAScript writes it. */
export const literal = (text: string): string =>
  `'${text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replace(/[\r\n\u2028\u2029]/g, ' ')}'`;

/** Leads on to a node; a way that leads nowhere cuts the call off. */
export function lead({ flow }: Writing, to: string | undefined): XmlPiece {
  const isThere = to !== undefined && flow.nodes.some(({ id }) => id === to);
  return isThere ? xml('goto', { next: `#${to}` }) : xml('disconnect');
}

/** What is said, in the language of the document: words, or a recording with the words behind it. */
export function saidParts(
  writing: Writing,
  prompt: Prompt | undefined,
  path: Path,
): readonly XmlPart[] {
  if (prompt === undefined) return [];
  const { script, teller } = writing;
  const { language } = script;
  const text = inLanguage(prompt.text, language, language) ?? '';
  const recording = inLanguage(prompt.recording, language, language);
  const others = [prompt.text, prompt.recording].flatMap((part) =>
    typeof part === 'object' ? Object.keys(part).filter((one) => one !== language) : [],
  );
  if (others.length > 0)
    teller.leftOut(
      path,
      `Callers hear this in ${language} only: what is said in ${[...new Set(others)].join(', ')} is left out.`,
      'Write a document for each language.',
    );
  if (recording !== undefined) {
    const src = named(writing, 'prompts', recording);
    return [xml('audio', { src }, text === '' ? undefined : text)];
  }
  if (prompt.unknown !== undefined) {
    teller.leftOut(
      path,
      `What callers hear here isn't known: ${prompt.unknown}.`,
      'Write the words, or name the recording.',
    );
  }
  return text === '' ? [] : [text];
}

/** A prompt, or nothing where nothing is said. */
export function promptOf(
  parts: readonly XmlPart[],
  attributes: XmlPiece['attributes'] = {},
): XmlPiece | undefined {
  if (parts.length === 0 && Object.values(attributes).every((value) => value === undefined))
    return undefined;
  const spaced = parts.flatMap((part, index) => (index === 0 ? [part] : [' ', part]));
  return xml('prompt', attributes, ...spaced);
}
