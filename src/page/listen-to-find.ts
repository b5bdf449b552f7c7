import type { Camera } from './camera.ts';
import { finderOf } from './find-steps.ts';
import type { Guide } from './guide.ts';
import type { Graph } from './read-picture.ts';

/** The find box, and the words beside it that say how much was found. */
export interface FindBox {
  readonly find: HTMLInputElement;
  readonly found: HTMLElement;
}

/** Marks the steps that hold what is typed; Enter goes from one to the next. Returns what empties the box. */
export function listenToFind(
  { find, found }: FindBox,
  graph: Graph,
  steps: ReadonlyMap<string, HTMLElement>,
  camera: Camera,
  guide: Guide,
): () => void {
  const search = finderOf(graph.cards, steps);
  let hits: readonly string[] = [];

  find.addEventListener('input', () => {
    hits = search(find.value);
    guide.mark(hits);
    const count = hits.length === 1 ? '1 step' : `${hits.length} steps`;
    found.textContent = find.value.trim() === '' ? '' : hits.length === 0 ? 'Nothing' : count;
    const card = graph.cards.get(hits[0] ?? '');
    if (guide.pinned() !== undefined) guide.letGo();
    else guide.relight();
    if (card !== undefined) camera.to(card);
  });
  find.addEventListener('keydown', ({ key, shiftKey }) => {
    if (key !== 'Enter' || hits.length === 0) return;
    const here = hits.indexOf(guide.pinned() ?? '');
    const next = here < 0 ? 0 : (here + (shiftKey ? hits.length - 1 : 1)) % hits.length;
    guide.goTo(hits[next] ?? '');
    found.textContent = `${next + 1} of ${hits.length}`;
  });
  return () => {
    hits = [];
    guide.mark(hits);
    find.value = '';
    found.textContent = '';
  };
}
