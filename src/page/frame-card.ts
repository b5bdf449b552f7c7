const room = 5;

/** Draws a frame round one card, or round none. */
export function framer(picture: SVGSVGElement): (card: SVGGElement | undefined) => void {
  const frame = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  frame.setAttribute('class', 'frame');
  frame.setAttribute('rx', '9');
  return (card) => {
    if (card === undefined) {
      frame.remove();
      return;
    }
    const { x, y, width, height } = card.getBBox();
    const place = { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room };
    for (const [name, value] of Object.entries(place)) frame.setAttribute(name, String(value));
    frame.setAttribute('transform', card.getAttribute('transform') ?? '');
    (card.parentNode ?? picture).append(frame);
  };
}
