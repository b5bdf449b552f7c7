import type { NodeId } from '../../script/names.ts';
import type { MenuOption, NodeOfKind } from '../../script/script.ts';
import { retriesOf } from '../asking.ts';
import type { FlowWriter } from './flow-writer.ts';
import {
  splitOf,
  type StudioMatch,
  type Target,
  variableName,
  variablesOf,
  widgetOf,
} from './studio-widget.ts';
import { type StudioPrompt, writePrompt } from './write-prompt.ts';
import { countedOf, counterOf, type Question, writeRetry } from './write-retry.ts';

/** Whole seconds, as Studio has them, and never none. */
function wholeSeconds(writer: FlowWriter, seconds: number, id: NodeId, ...path: string[]): number {
  const whole = Math.max(1, Math.round(seconds));
  if (whole !== seconds) {
    writer.tell(['nodes', id, ...path], {
      ruleId: 'exported-otherwise',
      message: `Studio waits whole seconds: ${whole}s instead of ${seconds}s.`,
      help: 'Write whole seconds, or leave it so.',
    });
  }
  return whole;
}

/** What callers hear before they answer: as one text, or one recording after the other. */
function promptsOf(writer: FlowWriter, id: NodeId, node: Question): readonly StudioPrompt[] {
  const options = node.kind === 'menu' ? node.options : [];
  const prompts = [
    writePrompt(writer, node.say, ['nodes', id, 'say']),
    ...options.map(({ say }, index) =>
      writePrompt(writer, say, ['nodes', id, 'options', index, 'say']),
    ),
  ].filter((prompt) => Object.keys(prompt).length > 0);
  const joined: StudioPrompt[] = [];
  for (const prompt of prompts) {
    const last = joined.at(-1);
    if (last?.say !== undefined && prompt.say !== undefined) {
      joined[joined.length - 1] = { ...last, say: `${last.say} ${prompt.say}` };
    } else joined.push(prompt);
  }
  return joined;
}

/** Where an option leads: by way of what it sets. */
function optionTarget(writer: FlowWriter, id: NodeId, option: MenuOption, index: number): Target {
  const { do: does, set = {}, language } = option;
  const path = ['nodes', id, 'options', index];
  if (does === 'back') {
    writer.tell([...path, 'do'], {
      ruleId: 'exported-otherwise',
      message: "Studio can't go back to the menu before; the option repeats this one.",
      help: 'Lead the option to a menu by its name.',
    });
  }
  const to = does === undefined ? writer.to(option.to) : writer.to(id);
  const values = {
    ...Object.fromEntries(Object.entries(set).map(([name, value]) => [variableName(name), value])),
    ...(language === undefined ? {} : { language }),
  };
  if (Object.keys(values).length === 0) return to;
  const name = `${id}_option_${index + 1}`;
  writer.add(variablesOf(name, values, to));
  return name;
}

/** The name of the widget that listens: counters are set back before it. */
function gatherName(writer: FlowWriter, id: NodeId, node: Question): string {
  return countedOf(writer, node).length > 0 ? `${id}_ask` : id;
}

/** The gather of a question, behind recordings that it can't play itself. */
function writeGather(
  writer: FlowWriter,
  id: NodeId,
  node: Question,
  ways: (ask: string) => Readonly<Record<string, Target>>,
  properties: Readonly<Record<string, unknown>>,
) {
  const prompts = promptsOf(writer, id, node);
  const before = prompts.slice(0, -1);
  if (before.length > 0 || node.bargeIn === false) {
    writer.tell(['nodes', id, 'say'], {
      ruleId: 'exported-otherwise',
      message:
        before.length > 0
          ? "Studio plays one text or one recording while it listens; what comes before it can't be interrupted."
          : 'Studio always lets callers interrupt a question.',
      help: 'Leave it so, or say all of it in one recording.',
    });
  }
  const ask = gatherName(writer, id, node);
  const asked = before.length > 0 ? `${id}_say_1` : ask;
  const counters = countedOf(writer, node).map((trigger) => counterOf(id, trigger));
  if (counters.length > 0) {
    const none = Object.fromEntries(counters.map((name) => [name, '0']));
    writer.add(variablesOf(id, none, asked));
  }
  const { wait } = retriesOf(writer.script, node, 'noInput');
  const seconds = wholeSeconds(writer, wait, id, 'noInput', 'wait');
  before.forEach((prompt, index) => {
    const next = index + 1 < before.length ? `${id}_say_${index + 2}` : ask;
    writer.add(
      widgetOf(
        `${id}_say_${index + 1}`,
        'say-play',
        { audioComplete: next },
        { loop: 1, ...prompt },
      ),
    );
  });
  writer.add(
    widgetOf(ask, 'gather-input-on-call', ways(asked), {
      loop: 1,
      ...prompts.at(-1),
      timeout: seconds,
      speech_timeout: 'auto',
      stop_gather: true,
      gather_language: writer.script.language,
      profanity_filter: 'true',
      ...properties,
    }),
  );
}

/** A menu: a gather, a split on its keys, another on its words. */
export function writeMenu(writer: FlowWriter, id: NodeId, node: NodeOfKind<'menu'>) {
  const targets = node.options.map((option, index) => optionTarget(writer, id, option, index));
  const matches = (field: 'key' | 'intent', type: string): readonly StudioMatch[] =>
    node.options.flatMap(({ [field]: value, title }, index) =>
      value === undefined ? [] : [{ type, value, title, next: targets[index] }],
    );
  const keys = matches('key', 'equal_to');
  const intents = matches('intent', 'contains');
  const longest = Math.max(1, ...keys.map(({ value }) => value.length));
  const interDigit = node.interDigit ?? writer.script.defaults?.interDigit;
  if (longest > 1 && interDigit !== undefined && interDigit !== node.noInput?.wait) {
    writer.tell(['nodes', id, 'interDigit'], {
      ruleId: 'exported-otherwise',
      message: 'Studio waits as long for the next key as for the first.',
      help: 'Leave it so, or let no option need two keys.',
    });
  }
  writeGather(
    writer,
    id,
    node,
    (ask) => {
      const silent = writeRetry(writer, id, node, 'noInput', ask);
      const wrong = writeRetry(writer, id, node, 'noMatch', ask);
      const pick = (answer: string, matching: readonly StudioMatch[]): Target => {
        if (matching.length === 0) return wrong;
        const input = `{{widgets.${gatherName(writer, id, node)}.${answer}}}`;
        const name = answer === 'Digits' ? `${id}_keys` : `${id}_words`;
        writer.add(splitOf(name, input, matching, wrong));
        return name;
      };
      return {
        keypress: pick('Digits', keys),
        speech: pick('SpeechResult', intents),
        timeout: silent,
      };
    },
    {
      finish_on_key: '',
      number_of_digits: longest,
      ...(intents.length === 0 ? {} : { hints: intents.map(({ value }) => value).join(',') }),
    },
  );
}

/** A number that is asked for: a gather, and a split on how long the answer is. */
export function writeCollect(writer: FlowWriter, id: NodeId, node: NodeOfKind<'collect'>) {
  const { min = 1, max, end } = node.digits ?? {};
  if (node.sensitive === true) {
    writer.tell(['nodes', id, 'sensitive'], {
      ruleId: 'not-exported',
      message: 'Studio keeps what callers enter here in the log of the flow.',
      help: 'Ask for cards with the widget Capture Payments; mask the rest with a service of your own.',
    });
  }
  writeGather(
    writer,
    id,
    node,
    (ask) => {
      const silent = writeRetry(writer, id, node, 'noInput', ask);
      const wrong = writeRetry(writer, id, node, 'noMatch', ask);
      const next = writer.to(node.to);
      if (min <= 1) return { keypress: next, speech: wrong, timeout: silent };
      const input = `{{widgets.${gatherName(writer, id, node)}.Digits | size}}`;
      const short = { type: 'less_than', value: String(min), next: wrong, title: 'Too short' };
      writer.add(splitOf(`${id}_length`, input, [short], next));
      return { keypress: `${id}_length`, speech: wrong, timeout: silent };
    },
    {
      finish_on_key: end?.length === 1 ? end : '',
      ...(max === undefined ? {} : { number_of_digits: max }),
    },
  );
}
