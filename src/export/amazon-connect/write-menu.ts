import { edgesFrom } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import type { MenuOption, NodeOfKind } from '../../script/script.ts';
import { attributePath } from './attribute-path.ts';
import { equals, type BlockKey } from './block.ts';
import { languageAttribute, speak, writeLanguageOf, type Message, type Spoken } from './prompts.ts';
import { heardOut, inputSeconds, writeAttempts, type Attempt } from './write-asking.ts';
import type { Writing } from './writing.ts';

type Menu = NodeOfKind<'menu'>;

function promptsOf({ say, options }: Menu): readonly Spoken[] {
  return [
    ...(say === undefined ? [] : [{ prompt: say, path: ['say'] }]),
    ...options.flatMap((option, index) =>
      option.say === undefined ? [] : [{ prompt: option.say, path: ['options', index, 'say'] }],
    ),
  ];
}

/** The menu that an option goes back to; which one it was, a flow doesn't remember. */
function before(w: Writing, id: NodeId, index: number): BlockKey {
  const menus = new Set(
    edgesFrom(w.flow, id)
      .filter((edge) => edge.does === 'back' && edge.option === index)
      .map(({ to }) => to),
  );
  const [first, ...others] = menus;
  if (others.length > 0) {
    const message = `Amazon Connect doesn't know which menu a caller of "${id}" came from: going back always leads to "${first ?? ''}".`;
    w.tell(
      'exported-otherwise',
      id,
      ['options', index, 'do'],
      message,
      'Lead to one menu by its name.',
    );
  }
  return w.to(first);
}

/** Where an option leads, over what it sets. */
function targetOf(w: Writing, id: NodeId, option: MenuOption, index: number): BlockKey {
  const target =
    option.do === 'repeat' ? id : option.do === 'back' ? before(w, id, index) : w.to(option.to);
  const { language } = option;
  const set = {
    ...option.set,
    ...(language === undefined ? {} : { [languageAttribute]: language }),
  };
  if (Object.keys(set).length === 0) return target;
  const key = `${id}/option ${index + 1}`;
  const speaks = `${key}/language`;
  w.add({
    key,
    type: 'UpdateContactAttributes',
    parameters: { Attributes: set, TargetContact: 'Current' },
    next: language === undefined ? target : speaks,
    errors: [['NoMatchingError', language === undefined ? target : speaks]],
  });
  if (language !== undefined)
    writeLanguageOf(w, speaks, language, target, ['nodes', id, 'options', index, 'language']);
  return key;
}

/** The options that keys choose, each key once, with where they lead. */
function keysOf(w: Writing, id: NodeId, { options }: Menu): ReadonlyMap<string, BlockKey> {
  const keys = new Map<string, BlockKey>();
  options.forEach((option, index) => {
    if (option.intent !== undefined) {
      const message = `Callers of "${id}" can't say "${option.intent}": this needs a bot, and the script names none.`;
      const help = 'Build a bot with this intent, and put it in place of the menu.';
      const how = option.key === undefined ? 'not-exported' : 'exported-otherwise';
      w.tell(how, id, ['options', index, 'intent'], message, help);
    }
    if (option.key === undefined || keys.has(option.key)) return;
    keys.set(option.key, targetOf(w, id, option, index));
  });
  return keys;
}

/** `GetParticipantInput` that branches by itself; several keys in a row are stored and compared. */
function writeInput(
  w: Writing,
  id: NodeId,
  node: Menu,
  {
    key,
    message,
    keys,
    attempt,
  }: {
    readonly key: BlockKey;
    readonly message: Message;
    readonly keys: ReadonlyMap<string, BlockKey>;
    readonly attempt: Attempt;
  },
): void {
  const { silent, wrong } = attempt;
  const error = w.to(node.error);
  const seconds = inputSeconds(w, id, node);
  const conditions = [...keys].map(([one, to]) => equals(one, to));
  const longest = Math.max(1, ...[...keys.keys()].map((one) => one.length));
  if (longest === 1) {
    w.add({
      key,
      type: 'GetParticipantInput',
      ...message,
      parameters: { ...message.parameters, StoreInput: 'False', InputTimeLimitSeconds: seconds },
      next: wrong,
      conditions,
      errors: [
        ['InputTimeLimitExceeded', silent],
        ['NoMatchingCondition', wrong],
        ['NoMatchingError', error],
      ],
    });
    return;
  }
  const check = `${key}/check`;
  w.add({
    key,
    type: 'GetParticipantInput',
    ...message,
    parameters: {
      ...message.parameters,
      StoreInput: 'True',
      InputTimeLimitSeconds: seconds,
      InputValidation: { CustomValidation: { MaximumLength: String(longest) } },
      DTMFConfiguration: {
        DisableCancelKey: 'True',
        ...(node.interDigit === undefined
          ? {}
          : { InterdigitTimeLimitSeconds: String(Math.max(1, Math.round(node.interDigit))) }),
      },
    },
    next: check,
    errors: [['NoMatchingError', error]],
  });
  w.add({
    key: check,
    type: 'Compare',
    parameters: { ComparisonValue: attributePath('$.StoredCustomerInput') },
    conditions: [...conditions, equals('Timeout', silent)],
    errors: [['NoMatchingCondition', wrong]],
  });
}

/** A menu: its prompt, then one input for every attempt. */
export function writeMenu(w: Writing, id: NodeId, node: Menu): void {
  const keys = keysOf(w, id, node);
  const prompts = promptsOf(node);
  writeAttempts(w, id, node, (attempt) => {
    const ask = (key: BlockKey, message: Message) => {
      writeInput(w, id, node, { key, message, keys, attempt });
    };
    speak(w, id, attempt.key, prompts, heardOut(w, node, ask), w.to(node.error));
  });
}
