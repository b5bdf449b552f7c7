import type { Directory } from '../routing/directory.ts';
import type { Language } from '../script/values.ts';
import type { Replay } from '../replay/replay.ts';
import type { Severity } from '../source/finding.ts';

/** A finding as it is shown on a card: by the number that it has in the list it belongs to. */
export interface NodeFinding {
  readonly node: string;
  readonly number: number;
  readonly severity: Severity;
  readonly message: string;
}

/** What a drawing shows besides the flow itself. */
export interface DrawOptions {
  /** Calls by width and colour of the lines, shares by key, drop-outs. */
  readonly replay?: Replay | undefined;
  /** Badges on the cards; findings of nodes that the flow hasn't are left out. */
  readonly findings?: readonly NodeFinding[] | undefined;
  /** The language that prompts are quoted and timed in; the script's own when left out. */
  readonly language?: Language | undefined;
  /** Titles and hours of queues and calendars. */
  readonly directory?: Directory | undefined;
  /** Begins every id in the drawing, for pages that show several; letters, digits and hyphens. */
  readonly id?: string | undefined;
}
