import { cameraOn } from './camera.ts';
import { finderOf } from './find-steps.ts';
import { framer } from './frame-card.ts';
import { panelOn } from './panel.ts';
import { readPicture, type Graph } from './read-picture.ts';
import { spotlight } from './spotlight.ts';

/** The steps of the page's list by their ids. Links to them are links into the picture from now on. */
function takeSteps(page: Document): ReadonlyMap<string, HTMLElement> {
  const steps = [...page.querySelectorAll<HTMLElement>('.step[id]')];
  const byId = new Map(steps.map((step) => [step.id, step]));
  for (const step of steps) step.removeAttribute('id');
  return byId;
}

const nodeAt = (target: EventTarget | null, part: string): SVGGElement | null =>
  target instanceof Element ? target.closest<SVGGElement>(`[data-part=${part}]`) : null;

const lineAt = (target: EventTarget | null): SVGGElement | null =>
  nodeAt(target, 'wire') ?? nodeAt(target, 'stub');

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

/** Lets readers walk in the picture: point, click, find, keys, and links to a step. */
export function walkPicture(page: Document): void {
  const stage = page.getElementById('picture_');
  const picture = stage?.querySelector<SVGSVGElement>('svg') ?? null;
  const side = page.getElementById('panel_');
  const find = page.getElementById('find_') as HTMLInputElement | null;
  const found = page.getElementById('found_');
  if (stage === null || picture === null || side === null || find === null || found === null)
    return;

  const steps = takeSteps(page);
  const graph = readPicture(picture);
  const camera = cameraOn(stage, picture);
  const light = spotlight(picture, graph);
  const frame = framer(picture);
  const search = finderOf(graph.cards, steps);
  let pinned: string | undefined;
  let hits: readonly string[] = [];
  let focused = [...graph.cards.keys()][0];

  const relight = (): void => {
    if (pinned !== undefined) light.onCard(pinned);
    else if (hits.length > 0) light.onCards(hits);
    else light.off();
  };
  const letGo = (): void => {
    if (pinned !== undefined) graph.cards.get(pinned)?.setAttribute('aria-pressed', 'false');
    pinned = undefined;
    frame(undefined);
    panel.clear();
    history.replaceState(null, '', location.pathname + location.search);
    relight();
  };
  const panel = panelOn(side, steps, letGo);
  const pin = (id: string): void => {
    const card = graph.cards.get(id);
    if (card === undefined) return;
    if (pinned !== undefined) graph.cards.get(pinned)?.setAttribute('aria-pressed', 'false');
    pinned = id;
    card.setAttribute('aria-pressed', 'true');
    frame(card);
    panel.show(id);
    light.onCard(id);
    history.replaceState(null, '', `#${encodeURIComponent(id)}`);
  };
  const focusOn = (id: string): void => {
    graph.cards.get(focused ?? '')?.setAttribute('tabindex', '-1');
    focused = id;
    graph.cards.get(id)?.setAttribute('tabindex', '0');
  };
  /** Pins a step that may be far away, as links and the find box do. */
  const goTo = (id: string): void => {
    const card = graph.cards.get(id);
    if (card === undefined) return;
    pin(id);
    focusOn(id);
    camera.to(card);
  };

  // Some browsers take a picture that is larger than its frame for something to stop at.
  picture.setAttribute('tabindex', '-1');
  for (const [id, card] of graph.cards) {
    card.setAttribute('role', 'button');
    card.setAttribute('aria-pressed', 'false');
    card.setAttribute('tabindex', id === focused ? '0' : '-1');
  }

  picture.addEventListener('pointerover', ({ target }) => {
    const card = nodeAt(target, 'card');
    const line = lineAt(target);
    if (card !== null) light.onCard(card.dataset['node'] ?? '');
    else if (line !== null) light.onLine(line);
    else relight();
  });
  picture.addEventListener('pointerleave', relight);
  picture.addEventListener('click', ({ target }) => {
    const card = nodeAt(target, 'card');
    const line = lineAt(target);
    if (card !== null) {
      const id = card.dataset['node'] ?? '';
      focusOn(id);
      card.focus({ preventScroll: true });
      pin(id);
    } else if (line !== null) goTo(line.dataset['to'] ?? '');
    else if (pinned !== undefined) letGo();
  });
  picture.addEventListener('focusin', ({ target }) => {
    const card = nodeAt(target, 'card');
    if (card === null) return;
    light.onCard(card.dataset['node'] ?? '');
    frame(card);
  });
  picture.addEventListener('focusout', () => {
    frame(pinned === undefined ? undefined : graph.cards.get(pinned));
    relight();
  });

  const clear = (): void => {
    find.value = '';
    hits = [];
    found.textContent = '';
    letGo();
  };
  picture.addEventListener('keydown', (event) => {
    const id = nodeAt(event.target, 'card')?.dataset['node'];
    const { key } = event;
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = neighbour(graph, id, key);
    const card = next === undefined ? undefined : graph.cards.get(next);
    if (card !== undefined && next !== undefined) {
      focusOn(next);
      camera.to(card);
      card.focus({ preventScroll: true });
    } else if (key === 'Enter' || key === ' ') pin(id);
    else if (key === '+' || key === '=') camera.by(1.4);
    else if (key === '-') camera.by(1 / 1.4);
    else if (key === '0') camera.all();
    else if (!key.startsWith('Arrow')) return;
    event.preventDefault();
  });
  page.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') clear();
  });

  find.addEventListener('input', () => {
    hits = search(find.value);
    const count = hits.length === 1 ? '1 step' : `${hits.length} steps`;
    found.textContent = find.value.trim() === '' ? '' : hits.length === 0 ? 'Nothing' : count;
    const [first] = hits;
    const card = first === undefined ? undefined : graph.cards.get(first);
    if (pinned !== undefined) letGo();
    else relight();
    if (card !== undefined) camera.to(card);
  });
  find.addEventListener('keydown', ({ key, shiftKey }) => {
    if (key !== 'Enter' || hits.length === 0) return;
    const here = pinned === undefined ? -1 : hits.indexOf(pinned);
    const next = here < 0 ? 0 : (here + (shiftKey ? hits.length - 1 : 1)) % hits.length;
    goTo(hits[next] ?? '');
    found.textContent = `${next + 1} of ${hits.length}`;
  });

  for (const button of page.querySelectorAll<HTMLButtonElement>('.zoom [data-do]')) {
    button.addEventListener('click', () => {
      const { do: what } = button.dataset;
      if (what === 'in') camera.by(1.4);
      else if (what === 'out') camera.by(1 / 1.4);
      else camera.all();
    });
  }

  const follow = (): void => {
    let id = '';
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    if (!graph.cards.has(id)) return;
    goTo(id);
    stage.scrollIntoView({ block: 'center' });
  };
  // Also for a link to the step that is pinned already, which changes no address, and for other pictures.
  page.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest('a[href^="#"]');
    const block = event.target.closest<SVGGElement>('[data-part=block]');
    const id = block?.dataset['node'] ?? link?.getAttribute('href')?.slice(1) ?? '';
    if (!graph.cards.has(id)) return;
    event.preventDefault();
    goTo(id);
    stage.scrollIntoView({ block: 'nearest' });
  });
  addEventListener('hashchange', follow);
  follow();
}
