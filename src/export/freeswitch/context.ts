import type { CallFlow } from '../../flow/call-flow.ts';
import { inLanguage } from '../../prompt/in-language.ts';
import type { Script } from '../../script/script.ts';
import type { Prompt } from '../../script/values.ts';
import type { Path } from '../../source/tree.ts';
import { nameFor } from '../names.ts';
import type { ExportOptions } from '../exporter.ts';
import type { Teller } from '../teller.ts';

/** What all parts of a configuration share while it is written. */
export interface Writing {
  readonly flow: CallFlow;
  readonly script: Script;
  readonly options: ExportOptions;
  readonly teller: Teller;
  /** The context of the dialplan in which the nodes are extensions. */
  readonly context: string;
}

const hasNode = ({ flow }: Writing, id: string): boolean =>
  flow.nodes.some((node) => node.id === id);

/** What leads a call on to a node; a way that leads nowhere hangs up. */
export function leadTo(writing: Writing, to: string | undefined): string {
  return to !== undefined && hasNode(writing, to)
    ? `transfer ${to} XML ${writing.context}`
    : 'hangup';
}

/** The same as an application and its data. */
export function leadAction(writing: Writing, to: string | undefined) {
  const [application = '', ...data] = leadTo(writing, to).split(' ');
  return data.length === 0 ? { application } : { application, data: data.join(' ') };
}

const milliseconds = (seconds: number): number => Math.round(seconds * 1000);
export { milliseconds };

/** A text that is spoken: in one line, without what FreeSWITCH would take for its own signs. */
const spoken = (text: string): string =>
  `say:${text
    .replace(/\s+/g, ' ')
    .replace(/[{}$|]/g, ' ')
    .trim()}`;

/** What callers hear of prompts one behind the other, in the language of the script. */
export function soundOf(
  writing: Writing,
  prompts: readonly (readonly [Prompt | undefined, Path])[],
): string | undefined {
  const { language } = writing.script;
  const sounds = prompts.flatMap(([prompt, path]): readonly string[] => {
    if (prompt === undefined) return [];
    const others = [prompt.text, prompt.recording].flatMap((part) =>
      typeof part === 'object' ? Object.keys(part).filter((one) => one !== language) : [],
    );
    if (others.length > 0)
      writing.teller.leftOut(
        path,
        `Callers hear this in ${language} only: what is said in ${[...new Set(others)].join(', ')} is left out.`,
        'Use a phrase macro with a language for each.',
      );
    const recording = inLanguage(prompt.recording, language, language);
    if (recording !== undefined)
      return [nameFor(writing.options.names, 'prompts', recording) ?? recording];
    const text = inLanguage(prompt.text, language, language);
    if (prompt.unknown !== undefined && text === undefined)
      writing.teller.leftOut(
        path,
        `What callers hear here isn't known: ${prompt.unknown}.`,
        'Write the words, or name the recording.',
      );
    return text === undefined || text.trim() === '' ? [] : [spoken(text)];
  });
  if (sounds.length <= 1) return sounds[0];
  if (sounds.every((sound) => sound.startsWith('say:')))
    return `say:${sounds.map((sound) => sound.slice('say:'.length)).join(' ')}`;
  return `file_string://${sounds.join('!')}`;
}
