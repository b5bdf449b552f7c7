import { wayTo, type Graph, type Line } from './read-picture.ts';

/** Lights some parts of the picture and dims the rest. */
export interface Spotlight {
  /** The way to a card, the card, and where it leads. */
  onCard(id: string): void;
  /** A line, and the way to it. */
  onLine(line: SVGGElement): void;
  onCards(ids: Iterable<string>): void;
  off(): void;
}

export function spotlight(picture: SVGSVGElement, graph: Graph): Spotlight {
  let lit = new Set<Element>();
  const show = (next: Set<Element>): void => {
    for (const element of lit) if (!next.has(element)) element.classList.remove('lit');
    for (const element of next) element.classList.add('lit');
    picture.classList.toggle('dim', next.size > 0);
    lit = next;
  };
  const add = (into: Set<Element>, id: string): void => {
    const card = graph.cards.get(id);
    if (card !== undefined) into.add(card);
  };
  const addLines = (into: Set<Element>, lines: readonly Line[]): void => {
    for (const { element, from, to } of lines) {
      into.add(element);
      add(into, from);
      add(into, to);
    }
  };
  return {
    onCard(id) {
      const parts = new Set<Element>();
      add(parts, id);
      addLines(parts, wayTo(graph, id));
      addLines(parts, graph.leaving.get(id) ?? []);
      show(parts);
    },
    onLine(line) {
      const { from = '', to = '' } = line.dataset;
      const parts = new Set<Element>([line]);
      add(parts, from);
      add(parts, to);
      addLines(parts, wayTo(graph, from));
      show(parts);
    },
    onCards(ids) {
      const parts = new Set<Element>();
      for (const id of ids) add(parts, id);
      show(parts);
    },
    off() {
      show(new Set());
    },
  };
}
