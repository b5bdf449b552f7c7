import { cameraOn, type Camera } from './camera.ts';
import { guideThrough, type Guide } from './guide.ts';
import { listenToFind } from './listen-to-find.ts';
import { listenToPicture, zoomStep } from './listen-to-picture.ts';
import { readPicture, type Graph } from './read-picture.ts';

/** The steps of the page's list by their ids. Links to them are links into the picture from now on. */
function takeSteps(page: Document): ReadonlyMap<string, HTMLElement> {
  const steps = [...page.querySelectorAll<HTMLElement>('.step[id]')];
  const byId = new Map(steps.map((step) => [step.id, step]));
  for (const step of steps) step.removeAttribute('id');
  return byId;
}

function listenToZoom(page: Document, camera: Camera): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('.zoom [data-do]')) {
    button.addEventListener('click', () => {
      const { do: what } = button.dataset;
      if (what === 'in') camera.by(zoomStep);
      else if (what === 'out') camera.by(1 / zoomStep);
      else camera.all();
    });
  }
}

/** Leads links to a step, of this page and of others, into the picture. */
function followLinks(page: Document, stage: HTMLElement, graph: Graph, guide: Guide): void {
  const follow = (): void => {
    let id = '';
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    if (!graph.cards.has(id)) return;
    guide.goTo(id);
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
    guide.goTo(id);
    stage.scrollIntoView({ block: 'nearest' });
  });
  addEventListener('hashchange', follow);
  follow();
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
  const guide = guideThrough({ picture, graph, camera, side, steps });
  // Some browsers take a picture that is larger than its frame for something to stop at.
  picture.setAttribute('tabindex', '-1');
  listenToPicture(picture, graph, camera, guide);
  listenToZoom(page, camera);
  const emptyBox = listenToFind({ find, found }, graph, steps, camera, guide);
  page.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    emptyBox();
    guide.letGo();
  });
  followLinks(page, stage, graph, guide);
}
