import type { NodeOfKind, Script } from '../script/script.ts';
import type { Prompt } from '../script/values.ts';

/** The platform waits this long for a first key: Genesys, Twilio and Telnyx do by default. */
const defaultWait = 5;
/** FreeSWITCH and 46elks ask three times by default. */
const defaultAttempts = 3;

/** What a node does when it hears nothing, or nothing it knows. */
export interface RetryPolicy {
  /** How often the caller is asked in all. */
  readonly attempts: number;
  /** Seconds of silence after the prompt that count as no input. */
  readonly wait: number;
  /** What is said before the prompt is repeated. */
  readonly say: Prompt | undefined;
}

/** The policy of a node: its own word, else the script's, else what platforms do by default. */
export function retryPolicy(
  script: Script,
  node: NodeOfKind<'menu' | 'collect'>,
  trigger: 'noInput' | 'noMatch',
): RetryPolicy {
  const own = node[trigger];
  const common = script.defaults?.[trigger];
  return {
    attempts: own?.attempts ?? common?.attempts ?? defaultAttempts,
    wait: node.noInput?.wait ?? script.defaults?.noInput?.wait ?? defaultWait,
    say: own?.say ?? common?.say,
  };
}
