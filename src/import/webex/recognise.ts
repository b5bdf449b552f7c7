import type { Tree } from '../../source/tree.ts';
import type { Importer, TreeReading } from '../importer.ts';
import { below, itemsOf, textBelow } from '../tree-values.ts';

/** What every node of a flow has. */
const mark = /"activityName"|"activities"/;

const isList = (tree: Tree, name: string): boolean => below(tree, name)?.kind === 'list';

/** Flow JSON, bare or as the API answers with it: `{"flow": {…}}`. */
function flowIn(tree: Tree): Tree | undefined {
  return [tree, below(tree, 'flow')].find(
    (one) =>
      one !== undefined &&
      isList(one, 'nodes') &&
      isList(one, 'edges') &&
      itemsOf(below(one, 'nodes')).some(
        (node) => textBelow(node, 'properties', 'activityName') !== undefined,
      ),
  );
}

/** What the console exports: its format is nowhere published. */
const isConsoleExport = (tree: Tree): boolean =>
  below(tree, 'process', 'activities')?.kind === 'map' && below(tree, 'diagram') !== undefined;

/** Flows of Cisco Webex Contact Center, as Flow JSON. */
export const webexImporter: Importer<TreeReading> = {
  format: 'webex',
  title: 'Webex Contact Center',
  recognise({ source, trees }) {
    const [tree, another] = trees;
    if (!mark.test(source.text) || tree?.kind !== 'map' || another !== undefined) return undefined;
    const flow = flowIn(tree);
    if (flow === undefined && !isConsoleExport(tree)) return undefined;
    return async () => {
      const { importWebexFlow, tellConsoleExport } = await import('./import-webex-flow.ts');
      return flow === undefined ? tellConsoleExport(source, tree) : importWebexFlow(source, flow);
    };
  },
};
