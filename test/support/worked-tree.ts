import type { CallFlow } from '../../src/flow/call-flow.ts';
import type { CallerTimeModel } from '../../src/advice/caller-time-model.ts';
import { defaultCallerTimeModel } from '../../src/advice/caller-time-model.ts';
import type { Replay } from '../../src/replay/replay.ts';
import { replayOf } from './replay-of.ts';
import { flowOf } from './script-of.ts';

const option = (key: number, name: string, to = name): string =>
  `{key: "${key}", title: ${name}, say: {recording: ${name}.wav, length: 3, text: "For ${name}, press ${key}."}, to: ${to}}`;

const header = '{recording: header.wav, length: 1, text: "Please choose."}';

const leaves = [
  'statements',
  'balance',
  'opening',
  'lost',
  'pin',
  'limit',
  'new',
  'repay',
  'agent',
];

/**
 * A bank's menu of nine leaves in three categories, every label 3 s and every header 1 s, with the
 * demand in per mille: a tree for which all times are known.
 */
export function workedTree(calls = 100_000): { readonly flow: CallFlow; readonly replay: Replay } {
  const flow = flowOf(`
  root:
    kind: menu
    say: ${header}
    options:
      - ${option(1, 'accounts')}
      - ${option(2, 'cards')}
      - ${option(3, 'loans')}
      - ${option(4, 'agent')}
  accounts:
    kind: menu
    say: ${header}
    options:
      - ${option(1, 'statements')}
      - ${option(2, 'balance')}
      - ${option(3, 'opening')}
  cards:
    kind: menu
    say: ${header}
    options:
      - ${option(1, 'lost')}
      - ${option(2, 'pin')}
      - ${option(3, 'limit')}
  loans:
    kind: menu
    say: ${header}
    options:
      - ${option(1, 'new')}
      - ${option(2, 'repay')}
${leaves.map((leaf) => `  ${leaf}: {kind: hangup}`).join('\n')}
`);
  const shares = (...list: readonly number[]) => ({ choices: list.map((share) => share * calls) });
  const replay = replayOf(flow, calls, {
    root: shares(0.38, 0.2, 0.12, 0.3),
    accounts: shares(0.05, 0.3, 0.03),
    cards: shares(0.12, 0.06, 0.02),
    loans: shares(0.04, 0.08),
  });
  return { flow, replay };
}

/** One second to begin, two to press, no pauses: the figures that the tree's times are known for. */
export const workedModel: CallerTimeModel = {
  ...defaultCallerTimeModel,
  press: 2,
  entry: 0,
};
