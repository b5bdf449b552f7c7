import type { CallFlow } from '../flow/call-flow.ts';
import { chooseShown } from './choose-shown.ts';
import type { Drawing } from './drawing.ts';
import { layoutSheet } from './layout-sheet.ts';
import type { DrawOptions } from './options.ts';
import { planFlow } from './plan-flow.ts';
import { sheetOf } from './sheet.ts';

/**
 * Lays a flow out as a drawing: pure numbers and texts, the same for the same flow in any place and
 * time, whatever the order of the nodes in the script.
 *
 *     flow ─▶ steps ─▶ tree, rail ─▶ folded exits ─▶ what is shown ─▶ sheet ─▶ drawing
 *
 * Any flow can be drawn: what isn't reached gets its own area, what leads nowhere a broken end. Time
 * is linear in nodes and edges, but for sorting. Throws an IvrError `usage` for a focus that the flow
 * hasn't, and for a least share without a replay.
 */
export function layoutFlow(flow: CallFlow, options: DrawOptions = {}): Drawing {
  const plan = planFlow(flow, options);
  const { steps, notes } = chooseShown(plan);
  return layoutSheet(plan, sheetOf(plan, steps, notes));
}
