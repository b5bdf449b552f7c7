// Lays a graph out once with an engine, in a process of its own: `node layout-once.mjs <engine> <file>`.
// The file holds {nodes: [{id, width, height}], edges: [{from, to, port}]}; it prints
// {milliseconds, boxes, lines}: milliseconds of CPU, so that a busy machine changes little. Loading the
// engine isn't counted.
import { readFileSync } from 'node:fs';
import { bezier } from './lines.mjs';

const [, , engine, file] = process.argv;
const millisecondsSince = (began) => {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
};
const { nodes, edges } = JSON.parse(readFileSync(file, 'utf8'));

async function rail() {
  const { buildCallFlow } = await import('../dist/index.js');
  const { loadOneScript } = await import('../dist/node.js');
  const { layoutFlow } = await import('../dist/diagram/index.js');
  const { document } = await loadOneScript(file.replace(/\.graph$/, ''), {
    cwd: process.cwd(),
    stdin: process.stdin,
  });
  const flow = buildCallFlow(document.script);
  const began = process.cpuUsage();
  const drawing = layoutFlow(flow);
  const milliseconds = millisecondsSince(began);
  const lines = drawing.wires.map(({ from, to, x, y, bend, toX, toY, direction }) => {
    const middle = (bend + toX) / 2;
    const curve = [
      [bend, y],
      [middle, y],
      [middle, toY],
      [toX, toY],
    ];
    return {
      from,
      to,
      points:
        direction === 'down'
          ? [
              [x, y],
              [toX, toY],
            ]
          : [[x, y], ...bezier(curve)],
    };
  });
  return { milliseconds, boxes: drawing.cards, lines };
}

async function dagre() {
  const { default: library } = await import('@dagrejs/dagre');
  const graph = new library.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 15, ranksep: 60 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
  edges.forEach(({ from, to }, index) => graph.setEdge(from, to, {}, `${index}`));
  const began = process.cpuUsage();
  library.layout(graph);
  const milliseconds = millisecondsSince(began);
  const boxes = nodes.map(({ id, width, height }) => {
    const { x, y } = graph.node(id);
    return { id, width, height, x: x - width / 2, y: y - height / 2 };
  });
  const lines = graph.edges().map((edge) => ({
    from: edge.v,
    to: edge.w,
    points: graph.edge(edge).points.map(({ x, y }) => [x, y]),
  }));
  return { milliseconds, boxes, lines };
}

async function elk() {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const elk = new Elk();
  const ports = new Map(nodes.map(({ id }) => [id, []]));
  edges.forEach((edge, index) => {
    const port = { id: `p${index}`, width: 1, height: 1 };
    const layoutOptions = { 'elk.port.side': 'EAST', 'elk.port.index': `${-edge.port}` };
    ports.get(edge.from).push({ ...port, layoutOptions });
  });
  const graph = {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.spacing.nodeNode': '15',
      'elk.layered.spacing.nodeNodeBetweenLayers': '60',
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
      'elk.layered.thoroughness': '3',
    },
    children: nodes.map((node) => ({
      ...node,
      ports: ports.get(node.id),
      layoutOptions: { 'elk.portConstraints': 'FIXED_ORDER' },
    })),
    edges: edges.map(({ to }, index) => ({
      id: `e${index}`,
      sources: [`p${index}`],
      targets: [to],
    })),
  };
  const began = process.cpuUsage();
  const laid = await elk.layout(graph);
  const milliseconds = millisecondsSince(began);
  const lines = laid.edges.map(({ sections }, index) => {
    const [{ startPoint, bendPoints = [], endPoint }] = sections;
    const points = [startPoint, ...bendPoints, endPoint].map(({ x, y }) => [x, y]);
    return { from: edges[index].from, to: edges[index].to, points };
  });
  return { milliseconds, boxes: laid.children, lines };
}

async function graphviz() {
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
  const dot = await Graphviz.load();
  const inches = (pixels) => (pixels / 72).toFixed(4);
  const text = [
    'digraph { rankdir=LR; nodesep=0.21; ranksep=0.83; node [shape=box, fixedsize=true, label=""]',
    ...nodes.map(
      ({ id, width, height }) => `"${id}" [width=${inches(width)}, height=${inches(height)}]`,
    ),
    ...edges.map(({ from, to }) => `"${from}" -> "${to}"`),
    '}',
  ].join('\n');
  const began = process.cpuUsage();
  const laid = JSON.parse(dot.layout(text, 'json', 'dot'));
  const milliseconds = millisecondsSince(began);
  const names = new Map(laid.objects.map(({ _gvid, name }) => [_gvid, name]));
  const at = (pos) => pos.split(',').map(Number);
  const sizes = new Map(nodes.map((node) => [node.id, node]));
  const boxes = laid.objects.map(({ name, pos }) => {
    const { id, width, height } = sizes.get(name);
    const [x, y] = at(pos);
    return { id, width, height, x: x - width / 2, y: y - height / 2 };
  });
  const lines = laid.edges.map(({ tail, head, pos }) => {
    const [end, ...points] = pos.split(' ').map((point) => at(point.replace(/^e,/, '')));
    const curves = [];
    for (let index = 0; index + 3 < points.length; index += 3)
      curves.push(...bezier(points.slice(index, index + 4), 8));
    return { from: names.get(tail), to: names.get(head), points: [...curves, end] };
  });
  return { milliseconds, boxes, lines };
}

const result = await { rail, dagre, elk, graphviz }[engine]();
process.stdout.write(JSON.stringify(result));
