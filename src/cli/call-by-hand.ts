import type {
  CallFlow,
  CallReport,
  CallSetup,
  FollowedCall,
  PlannedAction,
  ScriptNode,
} from '../index.ts';
import { openKeys, type KeySource } from './key-source.ts';
import { paintFor } from './paint.ts';
import type { Terminal } from './terminal.ts';
import { typeAction } from './type-action.ts';

type Ways = readonly (readonly [string, string])[];

/** What a person can do at a node that asks, with where each leads. */
function waysAt(node: ScriptNode): Ways {
  const common: Ways = [
    ['Enter', 'say nothing'],
    ['h', 'hang up'],
    ['Ctrl-C', 'leave'],
  ];
  if (node.kind !== 'menu') return [['0-9', 'digits; # or Enter ends them'], ...common];
  const options = node.options.map(({ key, intent, to, do: does }): readonly [string, string] => [
    key ?? intent ?? '',
    does ?? `→ ${to ?? 'nowhere'}`,
  ]);
  const words: Ways = node.options.some(({ intent }) => intent !== undefined)
    ? [['words', 'what is said; Enter ends them']]
    : [];
  return [...options, ...words, ...common];
}

/**
 * A call in the terminal, key by key. What is heard is printed, then a key is awaited, until the call
 * ends or the person leaves; the terminal is then as it was.
 */
export async function callByHand(
  terminal: Terminal,
  flow: CallFlow,
  setup: CallSetup,
  reportOf: (call: FollowedCall) => CallReport,
): Promise<CallReport> {
  const {
    askedLines,
    callFoot,
    callHead,
    followCall,
    formatKeys,
    goOnWithCall,
    nodeOf,
    printable,
  } = await import('../index.ts');
  const { stepHead, stepLines } = await import('../index.ts');
  const { stdin, stdout, env } = terminal;
  const paint = paintFor(stdout, env);
  const print = (lines: readonly string[]) =>
    stdout.write(lines.map((line) => `${line}\n`).join(''));
  const shown = () => ({ columns: stdout.columns, fit: 'wrap' as const, paint });
  const actions: PlannedAction[] = [];

  /** Prints the steps behind those that are known; of the first the prompt may be known already. */
  const printSteps = (call: FollowedCall, from: number, isAsked: boolean) => {
    for (const [index, step] of call.steps.slice(from).entries()) {
      if (index === 0 && isAsked) print(stepLines({ ...step, heard: [] }, shown()));
      else print([stepHead(step, setup, paint), ...stepLines(step, shown())]);
    }
  };
  const ask = async (node: ScriptNode, keys: KeySource): Promise<PlannedAction | undefined> => {
    for (;;) {
      stdout.write(paint.dim('  ? '));
      const wish = await typeAction(node, keys, stdout);
      stdout.write('\n');
      if (wish === 'leave') return undefined;
      if (wish !== 'help') return wish;
      print(
        waysAt(node).map(([key, what]) => `    ${printable(key).padEnd(8)} ${printable(what)}`),
      );
    }
  };

  const keys = openKeys(stdin);
  try {
    let call = followCall(flow, setup.world, actions, setup.start);
    print([...callHead(reportOf(call), paint), paint.dim('Press keys; ? lists them.'), '']);
    printSteps(call, 0, false);
    while (call.end.why === 'waiting') {
      const node = nodeOf(flow, call.end.node ?? '')?.node;
      if (node === undefined) break;
      print(askedLines(reportOf(call), shown()));
      const action = await ask(node, keys);
      if (action === undefined) break;
      actions.push(action);
      const before = call.steps.length;
      call = goOnWithCall(flow, setup.world, call, [action]);
      printSteps(call, before, true);
    }
    const again = formatKeys(actions);
    const report = reportOf(call);
    print(['', ...callFoot(report, paint)]);
    if (again !== undefined && again !== '') print([paint.dim(`The same call: --keys ${again}`)]);
    return report;
  } finally {
    await keys.close();
  }
}
