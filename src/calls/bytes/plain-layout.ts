import type { LogColumns } from '../log-columns.ts';

/**
 * The number of columns behind those of the native log, where a log can be read as bytes: `call` and
 * `at` come first, then `event`, `node` and `value` in any order, then what isn't read at all. Nothing
 * for every other layout, and for logs with a `seq` or a `number`, which count.
 */
export function ignoredColumnsOf({ width, position }: LogColumns): number | undefined {
  const { call, at, event, node, value, seq, number } = position;
  const isPlain =
    call === 0 &&
    at === 1 &&
    Math.max(event, node, value) === 4 &&
    seq === undefined &&
    number === undefined;
  return isPlain ? width - 5 : undefined;
}
