import type { Camera } from './camera.ts';
import { framer } from './frame-card.ts';
import { panelOn } from './panel.ts';
import type { Graph } from './read-picture.ts';
import { spotlight, type Spotlight } from './spotlight.ts';

/** Where a reader is in the picture: the step that is pinned, what is lit, and where the keyboard is. */
export interface Guide {
  readonly light: Spotlight;
  readonly pinned: () => string | undefined;
  /** Keeps a step lit and framed, and shows it at the side. */
  readonly pin: (id: string) => void;
  readonly letGo: () => void;
  /** Lets Tab come to this step, and to no other. */
  readonly focusOn: (id: string) => void;
  /** Pins a step that may be far away, as links and the find box do. */
  readonly goTo: (id: string) => void;
  /** Lights what was found, while nothing is pinned. */
  readonly mark: (hits: readonly string[]) => void;
  /** Lights the pinned step again, else what was found, else nothing. */
  readonly relight: () => void;
  /** Frames a card for as long as the keyboard is on it; without one, the pinned step. */
  readonly frame: (card?: SVGGElement) => void;
}

/** What a guide moves: the picture, its graph and camera, the panel at its side and the list of steps. */
export interface GuidedParts {
  readonly picture: SVGSVGElement;
  readonly graph: Graph;
  readonly camera: Camera;
  readonly side: HTMLElement;
  readonly steps: ReadonlyMap<string, HTMLElement>;
}

/** Makes the cards buttons, and guides a reader from one to another. */
export function guideThrough({ picture, graph, camera, side, steps }: GuidedParts): Guide {
  const light = spotlight(picture, graph);
  const drawFrame = framer(picture);
  let pinned: string | undefined;
  let hits: readonly string[] = [];
  let focused = [...graph.cards.keys()][0];

  for (const [id, card] of graph.cards) {
    card.setAttribute('role', 'button');
    card.setAttribute('aria-pressed', 'false');
    card.setAttribute('tabindex', id === focused ? '0' : '-1');
  }
  const cardOf = (id: string | undefined) => (id === undefined ? undefined : graph.cards.get(id));
  const relight = (): void => {
    if (pinned !== undefined) light.onCard(pinned);
    else if (hits.length > 0) light.onCards(hits);
    else light.off();
  };
  const letGo = (): void => {
    cardOf(pinned)?.setAttribute('aria-pressed', 'false');
    pinned = undefined;
    drawFrame(undefined);
    panel.clear();
    history.replaceState(null, '', location.pathname + location.search);
    relight();
  };
  const panel = panelOn(side, steps, letGo);
  const pin = (id: string): void => {
    const card = cardOf(id);
    if (card === undefined) return;
    cardOf(pinned)?.setAttribute('aria-pressed', 'false');
    pinned = id;
    card.setAttribute('aria-pressed', 'true');
    drawFrame(card);
    panel.show(id);
    light.onCard(id);
    history.replaceState(null, '', `#${encodeURIComponent(id)}`);
  };
  const focusOn = (id: string): void => {
    cardOf(focused)?.setAttribute('tabindex', '-1');
    focused = id;
    cardOf(id)?.setAttribute('tabindex', '0');
  };
  return {
    light,
    pinned: () => pinned,
    pin,
    letGo,
    focusOn,
    goTo(id) {
      const card = cardOf(id);
      if (card === undefined) return;
      pin(id);
      focusOn(id);
      camera.to(card);
    },
    mark(found) {
      hits = found;
    },
    relight,
    frame(card) {
      drawFrame(card ?? cardOf(pinned));
    },
  };
}
