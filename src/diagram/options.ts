import type { Directory } from '../routing/directory.ts';
import type { Language } from '../script/values.ts';
import type { Replay } from '../replay/replay.ts';
import type { Severity } from '../source/finding.ts';

/** A finding as it is shown on a card: by the number that it has in the list it belongs to. */
export interface NodeFinding {
  /** Empty for a finding about the script as a whole, which stands in the list alone. */
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
  /** The language of what the drawing says itself, as its legend; that of the prompts when left out. */
  readonly locale?: Language | undefined;
  /** Lists the findings under the legend, for a drawing that has no other list beside it. */
  readonly listsFindings?: boolean | undefined;
  /** Only so many columns: 1 is from the call to the first menu. */
  readonly depth?: number | undefined;
  /** Only steps that at least this share of all calls came to, from 0 to 1; needs a replay. */
  readonly minShare?: number | undefined;
  /** Only this node, the way to it and where it leads. */
  readonly focus?: string | undefined;
  /** Titles and hours of queues and calendars. */
  readonly directory?: Directory | undefined;
  /** Begins every id in the drawing, for pages that show several; letters, digits and hyphens. */
  readonly id?: string | undefined;
}
