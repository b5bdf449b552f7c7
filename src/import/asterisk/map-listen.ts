import type { NodeOfKind } from '../../script/script.ts';
import { marksOf } from '../draft.ts';
import { extensionEnd, type Block } from './block.ts';
import { playedFiles } from './read-prompt.ts';
import type { StepCall } from './step-call.ts';
import { somethingElse } from './substitute.ts';

/** Seconds that Asterisk waits for a first key, and for the next, where nothing is said. */
const defaultResponse = 10;

export function secondsOf(text: string | undefined): number | undefined {
  const number = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|m|h)?$/.exec(text?.trim() ?? '');
  if (number === null) return undefined;
  const unit = { ms: 0.001, s: 1, m: 60, h: 3600 }[number[2] ?? 's'] ?? 1;
  return Math.round(Number(number[1]) * unit * 1000) / 1000;
}

const interDigitOf = (call: StepCall): number | undefined =>
  secondsOf(call.lookUp('TIMEOUT(digit)'));

const responseOf = (call: StepCall): number =>
  secondsOf(call.lookUp('TIMEOUT(response)')) ?? defaultResponse;

/** `Background(files[,options[,language[,context]]])`: a prompt that keys interrupt. */
export function mapBackground(call: StepCall): Block {
  const { say, at, variable } = playedFiles(call, 0);
  return {
    kind: 'listen',
    say,
    sayAt: at,
    sayVariable: variable,
    wait: undefined,
    interDigit: interDigitOf(call),
    timeout: call.next,
    keys: call.keys(call.text(3)),
    environment: call.environment,
  };
}

/** `WaitExten([seconds])`: whoever presses nothing goes on with the next priority, else to `t`. */
export function mapWaitExten(call: StepCall): Block {
  const seconds = secondsOf(call.text(0));
  return {
    kind: 'listen',
    say: undefined,
    sayAt: undefined,
    sayVariable: undefined,
    wait: seconds === undefined || seconds === 0 ? responseOf(call) : seconds,
    interDigit: interDigitOf(call),
    timeout: call.hasNext ? call.next : call.timeout,
    keys: call.keys(undefined),
    environment: call.environment,
  };
}

/** More keys than these make a number, not a choice. */
const longestChoice = 3;

/**
 * `Read(variable[,files[,digits[,options[,attempts[,seconds]]]]])`: the steps behind are followed with
 * every key that they know, so that a menu that is written this way is one.
 */
export function mapRead(call: StepCall): Block {
  const variable = call.text(0) ?? '';
  const { say, at } = playedFiles(call, 1);
  const most = Math.trunc(secondsOf(call.text(2)) ?? 0);
  const attempts = Math.min(20, Math.max(1, Math.trunc(secondsOf(call.text(4)) ?? 1)));
  const seconds = secondsOf(call.text(5));
  const terminator = /t\((.?)\)/.exec(call.text(3) ?? '')?.[1] ?? '#';
  const isKey = /^[0-9*#]$/.test(terminator);
  const keys =
    most > longestChoice
      ? []
      : most === 1
        ? ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*']
        : call.comparedKeys(variable, most === 0 ? longestChoice : most);
  const next = call.next ?? extensionEnd;
  const node: NodeOfKind<'collect'> = {
    kind: 'collect',
    ...(say === undefined ? {} : { say }),
    bargeIn: true,
    digits: {
      ...(most > 0 ? { max: most } : {}),
      ...(isKey ? { end: terminator } : {}),
      ...(most === 1 || interDigitOf(call) === undefined ? {} : { interDigit: interDigitOf(call) }),
    },
    to: next,
    noInput: {
      wait: seconds === undefined || seconds === 0 ? responseOf(call) : seconds,
      attempts,
    },
    noMatch: { attempts: 1 },
  };
  return {
    kind: 'read',
    node,
    marks: marksOf([
      [['say'], at],
      [['digits', 'max'], call.given[2]],
      [['noInput', 'attempts'], call.given[4]],
      [['noInput', 'wait'], call.given[5]],
    ]),
    byKey: keys.map((key) => ({ key, way: call.nextWith(variable, key) })),
    silent: call.nextWith(variable, ''),
    other: call.nextWith(variable, somethingElse),
    next,
    environment: call.withoutVariable(variable),
  };
}
