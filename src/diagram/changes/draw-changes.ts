import type { FlowDiff } from '../../diff/diff-scripts.ts';
import { drawText } from '../draw-parts.ts';
import { drawScene } from '../draw-scene.ts';
import { layoutFlow } from '../layout-flow.ts';
import type { DrawOptions } from '../options.ts';
import { writeScene } from '../write-drawing.ts';
import { element, group, paint, type SceneNode } from '../scene.ts';
import type { Drawing, DrawnText } from '../drawing.ts';
import { changeMarks, type ChangeMarks } from './change-marks.ts';
import { markChanges, type DrawnOutline } from './mark-changes.ts';
import type { DrawnChange } from './drawn-change.ts';
import type { ShownSide } from './on-side.ts';

const drawOutline = ({ x, y, width, height }: DrawnOutline): SceneNode =>
  element('rect', {
    x,
    y,
    width,
    height,
    rx: 9,
    ...paint({ fill: 'none', stroke: 'ink' }),
    'stroke-width': 1.4,
  });

/** A key on its cap, as in the rows. */
const drawCap = (text: DrawnText): SceneNode =>
  element('g', {}, [
    element('rect', {
      x: -7,
      y: -7,
      width: 30,
      height: 14,
      rx: 3,
      ...paint({ fill: 'card', stroke: 'ink' }),
      'stroke-width': 1,
    }),
    drawText(text, 'en'),
  ]);

const drawChange = ({ x, y, radius, sign, text }: DrawnChange): SceneNode =>
  group(
    x,
    y,
    sign === 'moved'
      ? [drawCap(text)]
      : [
          element('circle', {
            r: radius,
            ...paint({ fill: 'card', stroke: 'ink' }),
            'stroke-width': 1.2,
            'stroke-dasharray': sign === 'removed' ? '3 2' : undefined,
          }),
          drawText(text, 'en'),
        ],
  );

/** What a drawing of changes shows besides those of `drawFlow`. */
export interface ChangeDrawOptions extends Pick<
  DrawOptions,
  'language' | 'locale' | 'directory' | 'id'
> {
  /** One menu alone at the places of both: for a pair of pictures, before and after. */
  readonly side?: ShownSide | undefined;
}

/** The menu whose words are shown, with its cards under their ids in the union. */
function layoutAlone(
  { flows, matching }: FlowDiff,
  { union }: ChangeMarks,
  { side, ...options }: ChangeDrawOptions,
): Drawing {
  if (side !== 'before') return layoutFlow(flows.after, options);
  const drawing = layoutFlow(flows.before, options);
  const cards = drawing.cards.map((card) => {
    const node = flows.before.byId.get(card.id);
    if (node === undefined) return card;
    const id = { before: node.id, after: matching.afterOf.get(card.id) };
    return { ...card, id: union.idOf(id) ?? card.id };
  });
  return { ...drawing, cards };
}

/**
 * Draws what two menus do differently, as SVG: both laid over each other and laid out once, so that what
 * stayed stands at one place. New: double outline and `+`; gone: dashed outline and `−`; changed: `~`;
 * a moved key: `4→1` on its cap. The same menus give the same bytes on any machine.
 */
export async function drawChanges(
  diff: FlowDiff,
  options: ChangeDrawOptions = {},
): Promise<string> {
  const { side, ...rest } = options;
  const marks = changeMarks(diff);
  const laidOut = {
    union: layoutFlow(marks.union.flow, rest),
    alone: layoutAlone(diff, marks, options),
  };
  const { drawing, changes, outlines, legend } = markChanges(laidOut, marks, side);
  const scene = drawScene(drawing);
  const { x, y } = drawing.origin;
  const layer = element('g', { 'data-part': 'changes', 'aria-hidden': 'true' }, [
    group(x, y, [...outlines.map(drawOutline), ...changes.map(drawChange)]),
    ...legend.flatMap(({ mark, text }) => [drawChange(mark), drawText(text, drawing.language)]),
  ]);
  return writeScene({ ...scene, children: [...scene.children, layer] }, drawing.cards.length);
}
