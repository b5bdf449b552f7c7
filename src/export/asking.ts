import type { NodeId } from '../script/names.ts';
import type { NodeOfKind, Script } from '../script/script.ts';
import type { Prompt } from '../script/values.ts';

/** Where a script says nothing: what platforms do by themselves (docs/script-format.md). */
const standard = { attempts: 3, wait: 5 } as const;

/** What a question does when it hears nothing, or nothing it knows. */
export interface Retries {
  readonly attempts: number;
  readonly wait: number;
  readonly say: Prompt | undefined;
  readonly to: NodeId | undefined;
}

/** The word of a question, else that of the script, else what platforms do. */
export function retriesOf(
  script: Script,
  node: NodeOfKind<'menu' | 'collect'>,
  trigger: 'noInput' | 'noMatch',
): Retries {
  const own = node[trigger];
  const common = script.defaults?.[trigger];
  return {
    attempts: own?.attempts ?? common?.attempts ?? standard.attempts,
    wait: node.noInput?.wait ?? script.defaults?.noInput?.wait ?? standard.wait,
    say: own?.say ?? common?.say,
    to: own?.to ?? common?.to,
  };
}
