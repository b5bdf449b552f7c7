import type { Script, ScriptNode } from '../script/script.ts';
import type { FlowNode } from './call-flow.ts';
import type { Setting } from './retry-ways.ts';

const hasLongKeys = (keys: readonly string[]): boolean => keys.some((key) => key.length > 1);

function keysOf(node: ScriptNode): readonly string[] {
  return node.kind === 'menu' ? node.options.flatMap(({ key }) => key ?? []) : [];
}

/**
 * The longest pause between two digits at a node, and where the script says it. Nothing where no
 * second digit is waited for, or where the script doesn't say.
 */
export function digitWait(script: Script, { id, node }: FlowNode): Setting | undefined {
  const path = ['nodes', id];
  const common = script.defaults?.interDigit;
  const byDefault =
    common === undefined ? undefined : { value: common, path: ['defaults', 'interDigit'] };
  if (node.kind === 'menu' && hasLongKeys(keysOf(node))) {
    const { interDigit: value } = node;
    return value === undefined ? byDefault : { value, path: [...path, 'interDigit'] };
  }
  if (node.kind !== 'collect' || node.digits?.max === 1) return undefined;
  const value = node.digits?.interDigit;
  return value === undefined ? byDefault : { value, path: [...path, 'digits', 'interDigit'] };
}

/** Whether only a pause tells that an entry is finished, because it has no end key and no one length. */
export function endsBySilence(node: ScriptNode): boolean {
  if (node.kind === 'collect') {
    const { min, max, end } = node.digits ?? {};
    return end === undefined && (max === undefined || min !== max);
  }
  const keys = new Set(keysOf(node));
  return [...keys].some((key) =>
    Array.from({ length: key.length - 1 }, (_, length) => key.slice(0, length + 1)).some((start) =>
      keys.has(start),
    ),
  );
}
