import { retryPolicy, type RetryPolicy } from '../flow/retry-policy.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeOfKind, Script } from '../script/script.ts';

/** What a question does when it hears nothing, or nothing it knows, and where it leads in the end. */
export interface Retries extends RetryPolicy {
  readonly to: NodeId | undefined;
}

/** The word of a question, else that of the script, else what platforms do. */
export function retriesOf(
  script: Script,
  node: NodeOfKind<'menu' | 'collect'>,
  trigger: 'noInput' | 'noMatch',
): Retries {
  const to = node[trigger]?.to ?? script.defaults?.[trigger]?.to;
  return { ...retryPolicy(script, node, trigger), to };
}
