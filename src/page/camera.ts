import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent } from 'd3-zoom';

/** Moves and zooms the picture. */
export interface Camera {
  by(factor: number): void;
  all(): void;
  /** Puts a card into the middle, large enough to be read, unless it can be seen already. */
  to(card: SVGGElement): void;
}

/** Smaller than this, as a share of the drawing's own size, nothing can be read. */
const legible = 0.55;
const comfortable = 0.85;

function wheelStep({ deltaY, deltaMode }: WheelEvent): number {
  const unit = deltaMode === 1 ? 0.05 : deltaMode === 2 ? 1 : 0.002;
  // Two fingers on a pad send small steps, a wheel large ones.
  const factor = Math.abs(deltaY) < 40 ? 5 : 1;
  return -deltaY * unit * factor;
}

/** A wheel alone scrolls the page, and so does one finger: only what is meant for the picture moves it. */
function isMeant(event: MouseEvent | TouchEvent | WheelEvent): boolean {
  if (event.type === 'wheel') return event.ctrlKey || event.metaKey;
  return 'touches' in event ? event.touches.length > 1 : event.button === 0;
}

/**
 * A camera on the picture in its frame. The picture moves as a whole, as a box of the page: within it
 * browsers would lay every text out anew with every step.
 */
export function cameraOn(frame: HTMLElement, picture: SVGSVGElement): Camera {
  const { width, height } = picture.viewBox.baseVal;
  const selection = select<HTMLElement, unknown>(frame);
  const behavior = zoom<HTMLElement, unknown>()
    .filter(isMeant)
    .wheelDelta(wheelStep)
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      picture.classList.toggle('moved', sourceEvent === null);
      const { x, y, k } = transform;
      picture.style.transform = `translate(${x}px,${y}px) scale(${k})`;
    });
  selection.call(behavior).on('dblclick.zoom', null);

  /** The scale at which the whole picture is in its frame. */
  const fit = () => Math.min(frame.clientWidth / width, frame.clientHeight / height, 1) || 1;
  const all = (): void => {
    const scale = fit();
    behavior.scaleExtent([scale / 2, 8]);
    const x = (frame.clientWidth - width * scale) / 2;
    behavior.transform(selection, zoomIdentity.translate(Math.max(x, 0), 0).scale(scale));
  };
  const boxOf = (card: SVGGElement) => {
    const { x, y, width: wide, height: high } = card.getBBox();
    const matrix = card.getCTM() ?? new DOMMatrix();
    const begin = new DOMPoint(x, y).matrixTransform(matrix);
    const end = new DOMPoint(x + wide, y + high).matrixTransform(matrix);
    return { left: begin.x, top: begin.y, right: end.x, bottom: end.y };
  };
  const to = (card: SVGGElement): void => {
    const { left, top, right, bottom } = boxOf(card);
    const { x, y, k } = zoomTransform(frame);
    const isSeen =
      k >= legible / 2 &&
      left * k + x >= 0 &&
      top * k + y >= 0 &&
      right * k + x <= frame.clientWidth &&
      bottom * k + y <= frame.clientHeight;
    if (isSeen) return;
    const scale = k < legible ? comfortable : k;
    const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
    const next = zoomIdentity
      .translate(frame.clientWidth / 2 - middleX * scale, frame.clientHeight / 2 - middleY * scale)
      .scale(scale);
    behavior.transform(selection, next);
  };

  all();
  // A large menu begins at its upper left corner, where calls come in.
  if (fit() < legible) behavior.transform(selection, zoomIdentity.scale(comfortable));
  picture.classList.remove('moved');
  return {
    by(factor) {
      behavior.scaleBy(selection, factor);
    },
    all,
    to,
  };
}
