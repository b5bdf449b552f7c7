import type { MenuOption, NodeOfKind } from '../../script/script.ts';
import {
  errorOf,
  otherErrorsOf,
  type Action,
  type Condition,
  type ErrorBranch,
  type Link,
} from './action.ts';
import { whenOf } from './comparison.ts';
import { marksOf, type Draft, type Mark } from '../draft.ts';
import { errorSlot } from './error-slot.ts';
import type { FlowContext } from './flow-context.ts';
import { mapCollect } from './map-collect.ts';
import { mapTask } from './map-task.ts';
import { languageBehind } from './read-language.ts';
import { readPrompt } from './read-prompt.ts';
import { storedMenuOf, storesInput } from './stored-menu.ts';
import { below, numberBelow, textBelow } from '../tree-values.ts';

interface Way {
  readonly link: Link;
  readonly at: Link['at'];
}

interface MenuParts {
  readonly choices: readonly Condition[];
  /** True where the choices are what a bot understood, never keys. */
  readonly isSpoken: boolean;
  readonly noInput: Way | undefined;
  readonly noMatch: Way | undefined;
  readonly errors: readonly ErrorBranch[];
  readonly origin?: readonly string[];
}

/** Amazon Connect asks once: who is silent or wrong is sent on at once. */
const attempts = 1;

function menuDraft(action: Action, context: FlowContext, parts: MenuParts): readonly Draft[] {
  const id = context.idOf(action);
  const { say, at } = readPrompt(action);
  const { choices, noInput, noMatch } = parts;
  const error = errorSlot(context, id, 'error', parts.errors);
  const isKey = (choice: Condition) =>
    !parts.isSpoken && choice.operator === 'Equals' && /^[0-9*#]{1,8}$/.test(choice.operand);
  const node: NodeOfKind<'menu'> = {
    kind: 'menu',
    origin: parts.origin === undefined ? undefined : [...parts.origin],
    say,
    options: choices.map((choice): MenuOption => {
      const to = context.to(choice.link);
      const language = languageBehind(choice.link, context.actionAt);
      const what = isKey(choice) ? { key: choice.operand } : { intent: whenOf(choice) };
      return language === undefined ? { ...what, to } : { ...what, to, language };
    }),
    noInput: {
      wait: numberBelow(action.parameters, 'InputTimeLimitSeconds'),
      attempts,
      to: context.toOptional(noInput?.link),
    },
    noMatch: { attempts, to: context.toOptional(noMatch?.link) },
    interDigit: numberBelow(action.parameters, 'DTMFConfiguration', 'InterdigitTimeLimitSeconds'),
    error: error.to,
  };
  const optionMarks = choices.flatMap((choice, index): readonly Mark[] => [
    { path: ['options', index], at: choice.at },
    { path: ['options', index, isKey(choice) ? 'key' : 'intent'], at: choice.at },
    { path: ['options', index, 'to'], at: choice.link.at },
  ]);
  const marks = marksOf(
    [
      [['say'], at],
      [['noInput'], noInput?.at],
      [['noInput', 'wait'], below(action.parameters, 'InputTimeLimitSeconds')],
      [['noInput', 'to'], noInput?.link.at],
      [['noMatch'], noMatch?.at],
      [['noMatch', 'to'], noMatch?.link.at],
    ],
    optionMarks,
    error.marks,
  );
  return [{ id, node, marks }, ...error.drafts];
}

/** A menu with its choices in one action. What no error names, `NoMatchingError` takes. */
function mapMenu(action: Action, context: FlowContext): readonly Draft[] {
  const system = errorOf(action, 'NoMatchingError');
  const noInput = errorOf(action, 'InputTimeLimitExceeded') ?? system;
  const noMatch = errorOf(action, 'NoMatchingCondition') ?? system;
  return menuDraft(action, context, {
    choices: action.conditions,
    isSpoken: false,
    noInput,
    noMatch,
    errors: otherErrorsOf(action, 'InputTimeLimitExceeded', 'NoMatchingCondition'),
  });
}

/**
 * A bot that listens, on its own or in an input. A caller who stays silent ends where the bot found
 * no intent, unless the flow has a way for them.
 */
export function mapBot(action: Action, context: FlowContext): readonly Draft[] {
  const system = errorOf(action, 'NoMatchingError');
  const noMatchWay = action.next === undefined ? system : { link: action.next, at: action.next.at };
  const noMatch = errorOf(action, 'NoMatchingCondition') ?? noMatchWay;
  const noInput = errorOf(action, 'InputTimeLimitExceeded') ?? noMatch;
  return menuDraft(action, context, {
    choices: action.conditions,
    isSpoken: true,
    noInput,
    noMatch,
    errors: otherErrorsOf(action, 'InputTimeLimitExceeded', 'NoMatchingCondition'),
  });
}

/** `GetParticipantInput`: a menu in one or in two actions, a number to collect, or a bot. */
export function mapInput(action: Action, context: FlowContext): readonly Draft[] {
  const { parameters } = action;
  if (below(parameters, 'LexV2Bot') !== undefined || below(parameters, 'LexBot') !== undefined) {
    return mapBot(action, context);
  }
  const menu = storedMenuOf(action, context.actionAt);
  if (menu !== undefined) {
    return menuDraft(action, context, {
      choices: menu.keys,
      isSpoken: false,
      noInput: menu.timeout ?? menu.otherwise,
      noMatch: menu.otherwise,
      errors: [...action.errors, ...otherErrorsOf(menu.compare, 'NoMatchingCondition')],
      origin: [action.id, menu.compare.id],
    });
  }
  if (storesInput(action)) return mapCollect(action, context);
  const setsBuffer = textBelow(parameters, 'EnableDTMFBuffer');
  if (setsBuffer !== undefined && below(parameters, 'StoreInput') === undefined) {
    const task = `keep keys pressed early: ${setsBuffer.toLowerCase()}`;
    return mapTask(action, context, { task });
  }
  return mapMenu(action, context);
}
