import { promptText } from '../../prompt/prompt-text.ts';
import type { Language, Prompt } from '../../script/values.ts';
import type { Path } from '../../source/tree.ts';
import { nameFor } from '../names.ts';
import type { FlowWriter } from './flow-writer.ts';
import { variable } from './studio-widget.ts';

/** What a widget says or plays. */
export interface StudioPrompt {
  readonly say?: string;
  readonly language?: string;
  readonly play?: string;
}

/** Text that Liquid would take for its own. */
const looksLikeLiquid = /\{\{|\{%/;

function literal(text: string): string {
  return looksLikeLiquid.test(text) ? `{% raw %}${text}{% endraw %}` : text;
}

/** The texts of a prompt by language, the script's own last: it is what is said otherwise. */
function byLanguage(prompt: Prompt, own: Language): readonly (readonly [Language, string])[] {
  const { text } = prompt;
  if (text === undefined || typeof text === 'string') return [];
  return Object.entries(text).filter(([language]) => language !== own);
}

/** A text that depends on the language that the call is in. */
function inLanguages(writer: FlowWriter, prompt: Prompt, text: string): string {
  const { language } = writer.script;
  const others = writer.isMultilingual ? byLanguage(prompt, language) : [];
  if (others.length === 0) return text;
  const expression = variable('language').slice(2, -2);
  const whens = others.map(([tag, words]) => `{% when "${tag}" %}${literal(words)}`).join('');
  return `{% case ${expression} %}${whens}{% else %}${text}{% endcase %}`;
}

/** Writes what callers hear as the properties of a widget. What can't be said is told. */
export function writePrompt(
  writer: FlowWriter,
  prompt: Prompt | undefined,
  path: Path,
): StudioPrompt {
  if (prompt === undefined) return {};
  const { script, document, names, isMultilingual } = writer;
  const recording =
    typeof prompt.recording === 'string' ? prompt.recording : prompt.recording?.[script.language];
  if (recording !== undefined) {
    const play = nameFor(names, 'prompts', recording) ?? recording;
    if (!/^https?:\/\/|\{\{/.test(play)) {
      writer.tell(path, {
        ruleId: 'exported-otherwise',
        message: `Studio plays recordings from a web address, and "${recording}" is not one.`,
        help: 'Give its address under prompts in the table of names.',
      });
    }
    return { play };
  }
  if (prompt.unknown !== undefined) {
    if (document.format === 'twilio-studio')
      return { say: prompt.unknown, language: script.language };
    writer.tell(path, {
      ruleId: 'not-exported',
      message: 'What callers hear here is only partly known, so it is left out or cut short.',
      help: 'Write the words, or name the recording.',
    });
  }
  const text = promptText(prompt, script.language, script.language);
  if (text === undefined || text.trim() === '') return {};
  const language = isMultilingual
    ? `{% if flow.variables.language %}${variable('language')}{% else %}${script.language}{% endif %}`
    : script.language;
  return { say: inLanguages(writer, prompt, literal(text)), language };
}
