import type { NodeId } from '../../script/names.ts';
import type { ConfText } from '../../source/conf-file.ts';
import type { Step } from './dialplan.ts';
import type { Frame } from './frame.ts';

/** A step with all that decides what it does: who called it, and what is taken to be known. */
export interface Point {
  readonly id: NodeId;
  readonly step: Step;
  readonly frame: Frame | undefined;
  /** One variable that is taken to have this text, until something is heard. */
  readonly assumed: { readonly name: string; readonly text: string } | undefined;
  /** An application in the place of the step's own. */
  readonly inline: { readonly application: string; readonly given: ConfText } | undefined;
  /** The wait for keys behind the last step of an extension, where the call doesn't end there. */
  readonly isEnd: boolean;
}

/** The point of a step, the same for the same circumstances. */
export type PointAt = (
  step: Step,
  frame: Frame | undefined,
  assumed: Point['assumed'],
  more?: {
    readonly inline?: Point['inline'];
    /** Tells applications apart that one step holds. */
    readonly branch?: number;
    readonly isEnd?: boolean;
  },
) => NodeId;

/** Steps that are followed for each that is written: subroutines are followed once for each call. */
const spotsPerStep = 4;
const spareSpots = 2_000;

/** All points that a call can come to, as far as they were found. */
export interface Points {
  readonly pointAt: PointAt;
  readonly byId: ReadonlyMap<NodeId, Point>;
  readonly isFull: () => boolean;
}

/** Gives points their ids. Where there are too many, steps stand for themselves, whoever calls them. */
export function createPoints(steps: number): Points {
  const points = new Map<string, Point>();
  const byId = new Map<NodeId, Point>();
  const isFull = () => points.size >= steps * spotsPerStep + spareSpots;
  const pointAt: PointAt = (step, frame, assumed, more = {}) => {
    const full = isFull();
    const kept = full ? undefined : assumed;
    const key = [
      step.index,
      full ? 0 : (frame?.id ?? 0),
      kept === undefined ? '' : `${kept.name}=${kept.text}`,
      more.branch ?? 0,
      more.isEnd === true ? 'end' : '',
    ].join('\n');
    const known = points.get(key);
    if (known !== undefined) return known.id;
    const point: Point = {
      id: `@${points.size}` as NodeId,
      step,
      frame: full ? undefined : frame,
      assumed: kept,
      inline: more.inline,
      isEnd: more.isEnd === true,
    };
    points.set(key, point);
    byId.set(point.id, point);
    return point.id;
  };

  return { pointAt, byId, isFull };
}
