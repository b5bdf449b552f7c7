import type { CondensedLog } from '../../src/calls/condensed-log.ts';

/** The paths of a log in words, most calls first: `enter main, input main 1`. */
export function pathsOf({ variants }: Pick<CondensedLog, 'variants'>): readonly string[] {
  return variants.map(({ steps }) =>
    steps
      .map(({ event, node, value }) => [event, node, value].filter((text) => text !== '').join(' '))
      .join(', '),
  );
}
