import type { PathStep } from '../calls/variant.ts';

const marks: Readonly<Record<string, string>> = {
  noinput: 'silent',
  nomatch: 'not known',
  success: 'done',
  failure: 'failed',
  queue: 'waits',
  answer: 'answered',
  transfer: 'handed over',
  abandon: 'leaves',
  hangup: 'hangs up',
  disconnect: 'cut off',
};

/** Longer paths are cut in the middle. */
const mostParts = 24;

/** A path in one line, as `main [3] › identify › balance (done) (hangs up)`. Holds no digits but keys. */
export function pathText(steps: readonly PathStep[]): string {
  const parts: string[] = [];
  const behind = (text: string): void => {
    const last = parts.pop();
    parts.push(last === undefined ? text : `${last} ${text}`);
  };
  let here = '';
  for (const { event, node, value } of steps) {
    if (event === 'start' || event === 'end') continue;
    if (event === 'enter' || (node !== '' && node !== here)) {
      parts.push(node);
      here = node;
    }
    if (event === 'input') behind(value === '' ? '[…]' : `[${value}]`);
    else if (event !== 'enter') behind(`(${marks[event] ?? event})`);
  }
  if (parts.length === 0) return '(nothing)';
  if (parts.length <= mostParts) return parts.join(' › ');
  const half = mostParts / 2;
  return [...parts.slice(0, half), '…', ...parts.slice(-half)].join(' › ');
}
