import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent } from 'd3-zoom';

/** Moves and zooms the picture. */
export interface Camera {
  readonly world: SVGGElement;
  by(factor: number): void;
  all(): void;
  /** Puts a card into the middle, large enough to be read. */
  to(card: SVGGElement): void;
  /** Does the same, unless it can be seen already. */
  toUnseen(card: SVGGElement): void;
}

/** Smaller than this, in screen pixels for each of the drawing's, nothing can be read. */
const legible = 0.55;
const comfortable = 0.85;

/** Puts everything of the picture into one group, which is what moves. */
function worldOf(picture: SVGSVGElement): SVGGElement {
  const world = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  world.setAttribute('class', 'world');
  const isWord = ({ nodeName }: Element) => nodeName === 'title' || nodeName === 'desc';
  world.append(...[...picture.children].filter((child) => !isWord(child)));
  picture.append(world);
  return world;
}

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

export function cameraOn(picture: SVGSVGElement): Camera {
  const world = worldOf(picture);
  const { width, height } = picture.viewBox.baseVal;
  const selection = select<SVGSVGElement, unknown>(picture);
  const behavior = zoom<SVGSVGElement, unknown>()
    .filter(isMeant)
    .wheelDelta(wheelStep)
    .scaleExtent([0.5, 64])
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      world.classList.toggle('moved', sourceEvent === null);
      const { x, y, k } = transform;
      world.style.transform = `translate(${x}px,${y}px) scale(${k})`;
    });
  selection.call(behavior).on('dblclick.zoom', null);

  const transform = () => zoomTransform(picture);
  /** Screen pixels for each unit of the picture when nothing is zoomed. */
  const fit = () => Math.min(picture.clientWidth / width, picture.clientHeight / height) || 1;
  const middleOf = (card: SVGGElement) => {
    const box = card.getBBox();
    const matrix = card.getCTM();
    const back = world.getCTM()?.inverse();
    if (matrix === null || back === undefined) return { x: width / 2, y: height / 2 };
    const point = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
    return point.matrixTransform(back.multiply(matrix));
  };
  const to = (card: SVGGElement): void => {
    const { x, y } = middleOf(card);
    const { k } = transform();
    const scale = fit() * k < legible ? comfortable / fit() : k;
    behavior.transform(
      selection,
      zoomIdentity.translate(width / 2 - x * scale, height / 2 - y * scale).scale(scale),
    );
  };
  const isSeen = (card: SVGGElement): boolean => {
    const [own, frame] = [card.getBoundingClientRect(), picture.getBoundingClientRect()];
    const isInside =
      own.left >= frame.left &&
      own.right <= frame.right &&
      own.top >= frame.top &&
      own.bottom <= frame.bottom;
    return isInside && fit() * transform().k >= legible / 2;
  };
  const begin = (): void => {
    const scale = fit() < legible ? comfortable / fit() : 1;
    if (scale === 1) {
      behavior.transform(selection, zoomIdentity);
      return;
    }
    // A large menu begins at its upper left corner, where calls come in.
    const left = width / 2 - picture.clientWidth / fit() / 2;
    const top = height / 2 - picture.clientHeight / fit() / 2;
    behavior.transform(selection, zoomIdentity.translate(left, top).scale(scale));
  };
  begin();
  world.classList.remove('moved');
  return {
    world,
    by(factor) {
      behavior.scaleBy(selection, factor);
    },
    all() {
      behavior.transform(selection, zoomIdentity);
    },
    to,
    toUnseen(card) {
      if (!isSeen(card)) to(card);
    },
  };
}
