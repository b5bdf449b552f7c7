// Reads a script as JSON from standard input; prints it as cards, as pages and as an icicle. Written
// without a DOM, which gives the same bytes as with it: the loader of TypeScript can't load a DOM.
import { text } from 'node:stream/consumers';
import { drawIcicleScene } from '../../../src/diagram/icicle/draw-icicle-scene.ts';
import { layoutIcicle } from '../../../src/diagram/icicle/layout-icicle.ts';
import { drawScene } from '../../../src/diagram/draw-scene.ts';
import { emitText } from '../../../src/diagram/emit-text.ts';
import { layoutFlow } from '../../../src/diagram/layout-flow.ts';
import { layoutPages } from '../../../src/diagram/layout-pages.ts';
import { buildCallFlow } from '../../../src/flow/build-call-flow.ts';
import type { Script } from '../../../src/script/script.ts';
import { fakeReplay } from '../fake-replay.ts';

const script = JSON.parse(await text(process.stdin)) as Script;
const flow = buildCallFlow(script);
// The same calls, however the nodes are shuffled.
const nodes = Object.entries(script.nodes).sort(([a], [b]) => (a < b ? -1 : 1));
const sorted = buildCallFlow({ ...script, nodes: Object.fromEntries(nodes) });
const replay = fakeReplay(sorted, 20_000);
const drawings = [
  layoutFlow(flow),
  layoutFlow(flow, { replay, minShare: 0.01, locale: 'de' }),
  ...layoutPages(flow, { replay }).map(({ drawing }) => drawing),
];
const scenes = [...drawings.map(drawScene), drawIcicleScene(layoutIcicle(flow, { replay }))];
process.stdout.write(`${scenes.map(emitText).join('\n')}\n`);
