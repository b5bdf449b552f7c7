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

/** Flows of Cisco Webex Contact Center, as Flow JSON; several may stand one behind the other. */
export const webexImporter: Importer<TreeReading> = {
  format: 'webex',
  title: 'Webex Contact Center',
  recognise({ source, trees }) {
    const [first] = trees;
    if (!mark.test(source.text) || first === undefined) return undefined;
    const flows = trees.map(flowIn);
    const found = flows.filter((flow) => flow !== undefined);
    if (found.length < flows.length && !(flows.length === 1 && isConsoleExport(first)))
      return undefined;
    return async () => {
      const { importWebexFlows, tellConsoleExport } = await import('./import-webex-flow.ts');
      return found.length === 0
        ? tellConsoleExport(source, first)
        : importWebexFlows(source, found);
    };
  },
};
