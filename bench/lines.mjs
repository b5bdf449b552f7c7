// Geometry of drawings, whoever laid them out: boxes {x, y, width, height} and lines {from, to, points}.

const side = ([ax, ay], [bx, by], [cx, cy]) =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));

const cross = (a, b, c, d) =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** Every piece of the lines, from left to right, with the line it belongs to. */
function piecesOf(lines) {
  const pieces = lines.flatMap((line, owner) =>
    line.points.slice(1).map((end, index) => {
      const start = line.points[index];
      return {
        ...{ owner, start, end },
        ...{ left: Math.min(start[0], end[0]), right: Math.max(start[0], end[0]) },
        ...{ top: Math.min(start[1], end[1]), bottom: Math.max(start[1], end[1]) },
      };
    }),
  );
  return pieces.sort((a, b) => a.left - b.left);
}

/** The pairs of lines that cross. Those that share an end meet there, which is no crossing. */
export function countCrossings(lines) {
  const crossing = new Set();
  let open = [];
  for (const piece of piecesOf(lines)) {
    open = open.filter(({ right }) => right >= piece.left);
    for (const other of open) {
      if (other.owner === piece.owner) continue;
      if (other.bottom < piece.top || piece.bottom < other.top) continue;
      if (!cross(piece.start, piece.end, other.start, other.end)) continue;
      const [low, high] = [piece.owner, other.owner].sort((a, b) => a - b);
      crossing.add(low * lines.length + high);
    }
    open.push(piece);
  }
  return crossing.size;
}

/** How many cards lines run through that are neither where they begin nor where they end. */
export function countThrough(lines, boxes) {
  let through = 0;
  for (const { from, to, points } of lines) {
    const dense = points.flatMap((point, index) => {
      const next = points[index + 1];
      if (next === undefined) return [point];
      const steps = Math.ceil(Math.hypot(next[0] - point[0], next[1] - point[1]) / 4) || 1;
      return Array.from({ length: steps }, (_, at) => [
        point[0] + ((next[0] - point[0]) * at) / steps,
        point[1] + ((next[1] - point[1]) * at) / steps,
      ]);
    });
    const [left, right] = [Math.min, Math.max].map((pick) => pick(...points.map(([x]) => x)));
    const [top, bottom] = [Math.min, Math.max].map((pick) => pick(...points.map(([, y]) => y)));
    for (const { id, x, y, width, height } of boxes) {
      if (id === from || id === to) continue;
      if (x > right || x + width < left || y > bottom || y + height < top) continue;
      const isHit = dense.some(
        ([px, py]) => px > x + 1 && px < x + width - 1 && py > y + 1 && py < y + height - 1,
      );
      if (isHit) through += 1;
    }
  }
  return through;
}

/** A curve of Bézier as points: start, two handles, end. */
export function bezier([a, b, c, d], steps = 24) {
  return Array.from({ length: steps + 1 }, (_, index) => {
    const t = index / steps;
    const mix = (axis) =>
      (1 - t) ** 3 * a[axis] +
      3 * (1 - t) ** 2 * t * b[axis] +
      3 * (1 - t) * t ** 2 * c[axis] +
      t ** 3 * d[axis];
    return [mix(0), mix(1)];
  });
}
