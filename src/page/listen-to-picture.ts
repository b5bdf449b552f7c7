import type { Camera } from './camera.ts';
import type { Guide } from './guide.ts';
import type { Graph } from './read-picture.ts';

/** The factor by which the zoom keys and buttons enlarge the picture. */
export const zoomStep = 1.4;

const partAt = (target: EventTarget | null, part: string): SVGGElement | null =>
  target instanceof Element ? target.closest<SVGGElement>(`[data-part=${part}]`) : null;

const lineAt = (target: EventTarget | null): SVGGElement | null =>
  partAt(target, 'wire') ?? partAt(target, 'stub');

/** The card that an arrow key leads to. */
function neighbour(graph: Graph, id: string, key: string): string | undefined {
  const order = [...graph.cards.keys()];
  switch (key) {
    case 'ArrowLeft':
      return graph.cameBy.get(id)?.from;
    case 'ArrowRight':
      return graph.leaving.get(id)?.reduce((most, line) => (line.calls > most.calls ? line : most))
        .to;
    case 'ArrowDown':
      return order[order.indexOf(id) + 1];
    case 'ArrowUp':
      return order[order.indexOf(id) - 1];
    case 'Home':
      return order[0];
    case 'End':
      return order.at(-1);
    default:
      return undefined;
  }
}

/** Lights what the pointer is on, and pins what is clicked. */
function listenToPointer(picture: SVGSVGElement, guide: Guide): void {
  const { light } = guide;
  picture.addEventListener('pointerover', ({ target }) => {
    const card = partAt(target, 'card');
    const line = lineAt(target);
    if (card !== null) light.onCard(card.dataset['node'] ?? '');
    else if (line !== null) light.onLine(line);
    else guide.relight();
  });
  picture.addEventListener('pointerleave', guide.relight);
  picture.addEventListener('click', ({ target }) => {
    const card = partAt(target, 'card');
    const line = lineAt(target);
    if (card !== null) {
      const id = card.dataset['node'] ?? '';
      guide.focusOn(id);
      card.focus({ preventScroll: true });
      guide.pin(id);
    } else if (line !== null) guide.goTo(line.dataset['to'] ?? '');
    else if (guide.pinned() !== undefined) guide.letGo();
  });
}

/** Walks from card to card with the keyboard. */
function listenToKeys(picture: SVGSVGElement, graph: Graph, camera: Camera, guide: Guide): void {
  picture.addEventListener('focusin', ({ target }) => {
    const card = partAt(target, 'card');
    if (card === null) return;
    guide.light.onCard(card.dataset['node'] ?? '');
    guide.frame(card);
  });
  picture.addEventListener('focusout', () => {
    guide.frame();
    guide.relight();
  });
  picture.addEventListener('keydown', (event) => {
    const id = partAt(event.target, 'card')?.dataset['node'];
    const { key } = event;
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = neighbour(graph, id, key);
    const card = next === undefined ? undefined : graph.cards.get(next);
    if (card !== undefined && next !== undefined) {
      guide.focusOn(next);
      camera.to(card);
      card.focus({ preventScroll: true });
    } else if (key === 'Enter' || key === ' ') guide.pin(id);
    else if (key === '+' || key === '=') camera.by(zoomStep);
    else if (key === '-') camera.by(1 / zoomStep);
    else if (key === '0') camera.all();
    else if (!key.startsWith('Arrow')) return;
    event.preventDefault();
  });
}

/** Lets readers point, click and use the keyboard in the picture. */
export function listenToPicture(
  picture: SVGSVGElement,
  graph: Graph,
  camera: Camera,
  guide: Guide,
): void {
  listenToPointer(picture, guide);
  listenToKeys(picture, graph, camera, guide);
}
