import { fieldOf, type Tree } from '../../source/tree.ts';
import type { Importer, TreeReading } from '../importer.ts';
import { itemsOf, below, textBelow } from '../tree-values.ts';

/** What one of the files of an agent has in it: a flow, the agent's own file, or all in one. */
const mark = /"(?:eventHandlers|transitionRoutes|startFlow|startPlaybook)"/;

/** The part of an export that a JSON value is. A page is none: its flow's file leads to it. */
function kindOf(tree: Tree): 'agent' | 'flow' | 'package' | undefined {
  const has = (name: string) => fieldOf(tree, name) !== undefined;
  const isList = (name: string) => below(tree, name)?.kind === 'list';
  const isFlow = (one: Tree | undefined) =>
    isListIn(one, 'transitionRoutes') || isListIn(one, 'eventHandlers');
  if (isList('flows')) {
    const isOurs = itemsOf(below(tree, 'flows')).some(
      (item) => isFlow(item) || isFlow(below(item, 'flow')),
    );
    return isOurs ? 'package' : undefined;
  }
  const startsSomewhere = ['startFlow', 'startPlaybook'].some(
    (name) => textBelow(tree, name) !== undefined,
  );
  if (startsSomewhere && (has('defaultLanguageCode') || has('timeZone'))) return 'agent';
  const isPage = has('form') || has('entryFulfillment');
  const isWhole = has('nluSettings') || isList('eventHandlers');
  return isFlow(tree) && isWhole && !isPage && has('displayName') ? 'flow' : undefined;
}

const isListIn = (tree: Tree | undefined, name: string): boolean =>
  below(tree, name)?.kind === 'list';

/** Agents of Dialogflow CX: a folder as it is exported, from `agent.json` or a flow's file, or one JSON file. */
export const dialogflowImporter: Importer<TreeReading> = {
  format: 'dialogflow-cx',
  title: 'Dialogflow CX',
  recognise({ source, neighbours, trees }) {
    const [tree, another] = trees;
    if (!mark.test(source.text) || tree?.kind !== 'map') return undefined;
    const kind = kindOf(tree);
    if (kind === undefined) return undefined;
    if (another !== undefined) {
      return async () => {
        const { tellSeveral } = await import('./import-agent.ts');
        return tellSeveral({ source, tree: another });
      };
    }
    // The agent's own file brings all its flows: none of them is read twice.
    if (kind === 'flow' && neighbours.read('../../agent.json') !== undefined) return undefined;
    return async () => {
      const { importAgent } = await import('./import-agent.ts');
      const { agentInOne } = await import('./agent.ts');
      const { agentAround, flowAround } = await import('./agent-folder.ts');
      const part = { source, tree };
      if (kind === 'package') return importAgent(agentInOne(part), part);
      return importAgent(
        kind === 'agent' ? agentAround(part, neighbours) : flowAround(part, neighbours),
        part,
      );
    };
  },
};
