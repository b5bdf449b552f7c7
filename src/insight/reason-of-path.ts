import type { CallFlow } from '../flow/call-flow.ts';
import type { ReplayedPath } from '../replay/replay.ts';
import type { NodeId } from '../script/names.ts';
import { optionsWithReasons } from '../walk/contact-reasons.ts';

/** The contact reasons that a script knows, and the one of a path; nothing where none was chosen. */
export interface PathReasons {
  readonly reasons: readonly string[];
  readonly of: (path: Pick<ReplayedPath, 'choices'>) => string | undefined;
  /** The position of the choice that has it among the choices of the path; -1 where none has. */
  readonly chosen: (path: Pick<ReplayedPath, 'choices'>) => number;
}

/**
 * The contact reason of a call is that of the first option that it chose which has one: what the caller
 * called for, as far as the menu was understood. Options have the reasons that the script names; in a
 * script that names none, that of the node that they lead to.
 */
export function reasonsOfPaths(flow: CallFlow): PathReasons {
  const byMenu = new Map<NodeId, Map<number, string>>();
  const reasons = new Set<string>();
  for (const { reason, menu, option } of optionsWithReasons(flow)) {
    const own = byMenu.get(menu) ?? new Map<number, string>();
    byMenu.set(menu, own.set(option, reason));
    reasons.add(reason);
  }
  const reasonBy = ({ menu, option }: ReplayedPath['choices'][number]): string | undefined =>
    byMenu.get(menu)?.get(option);
  return {
    reasons: [...reasons],
    of({ choices }) {
      for (const choice of choices) {
        const reason = reasonBy(choice);
        if (reason !== undefined) return reason;
      }
      return undefined;
    },
    chosen: ({ choices }) => choices.findIndex((choice) => reasonBy(choice) !== undefined),
  };
}
