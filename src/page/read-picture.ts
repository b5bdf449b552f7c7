/** A line of the picture, from a card to a card. */
export interface Line {
  readonly element: SVGGElement;
  readonly from: string;
  readonly to: string;
  readonly calls: number;
}

/** The cards and lines of the picture, and how calls mostly get to each card. */
export interface Graph {
  /** In the order in which callers hear them. */
  readonly cards: ReadonlyMap<string, SVGGElement>;
  readonly leaving: ReadonlyMap<string, readonly Line[]>;
  /** The line by which most calls come from nearer to the start; none for where calls come in. */
  readonly cameBy: ReadonlyMap<string, Line>;
}

function group(lines: readonly Line[], by: 'from' | 'to'): ReadonlyMap<string, readonly Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const own = groups.get(line[by]);
    if (own === undefined) groups.set(line[by], [line]);
    else own.push(line);
  }
  return groups;
}

/** How many steps each card is away from where calls come in. */
function distances(
  cards: ReadonlyMap<string, SVGGElement>,
  leaving: ReadonlyMap<string, readonly Line[]>,
): ReadonlyMap<string, number> {
  const starts = [...cards].filter(([, card]) => card.dataset['kind'] === 'start');
  const far = new Map(starts.map(([id]) => [id, 0]));
  for (const [id, steps] of far)
    for (const { to } of leaving.get(id) ?? []) if (!far.has(to)) far.set(to, steps + 1);
  return far;
}

/** Reads the picture by the attributes that it has for programs. */
export function readPicture(picture: SVGSVGElement): Graph {
  const all = [...picture.querySelectorAll<SVGGElement>('[data-part=card]')];
  const cards = new Map(all.map((card) => [card.dataset['node'] ?? '', card]));
  const drawn = picture.querySelectorAll<SVGGElement>('[data-part=wire],[data-part=stub]');
  const lines = [...drawn].flatMap((element): readonly Line[] => {
    const { from = '', to = '', calls = '0' } = element.dataset;
    return to === '' ? [] : [{ element, from, to, calls: Number(calls) }];
  });
  const leaving = group(lines, 'from');
  const far = distances(cards, leaving);
  const cameBy = new Map<string, Line>();
  for (const [id, arriving] of group(lines, 'to')) {
    const own = far.get(id) ?? 0;
    for (const line of arriving) {
      const isNearer = (far.get(line.from) ?? Infinity) < own;
      const best = cameBy.get(id);
      if (isNearer && (best === undefined || line.calls > best.calls)) cameBy.set(id, line);
    }
  }
  return { cards, leaving, cameBy };
}

/** The way by which most calls get to a card, the last line first. */
export function wayTo(graph: Graph, id: string): readonly Line[] {
  const way: Line[] = [];
  // Each line comes from nearer to the start, so this ends.
  for (let line = graph.cameBy.get(id); line !== undefined; line = graph.cameBy.get(line.from))
    way.push(line);
  return way;
}
