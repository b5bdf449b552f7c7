import type { FlowContext } from './flow-context.ts';
import { activities, mapOpaque, type Exits } from './map-activity.ts';
import type { FlowNode } from './webex-flow.ts';

/** The ways out of a node, and the ports that were asked for and have one. */
function exitsOf(
  node: FlowNode,
  { writer, idOf, at }: FlowContext,
): { readonly exits: Exits; readonly asked: ReadonlySet<string> } {
  const asked = new Set<string>();
  const exits: Exits = {
    ports: [...new Set(node.edges.map(({ port }) => port))],
    to(...ports) {
      const edge = ports
        .map((port) => node.edges.find((one) => one.port === port))
        .find((one) => one !== undefined);
      if (edge === undefined) return undefined;
      asked.add(edge.port);
      return idOf(edge.to);
    },
    tell: (message) => {
      writer.tell(message, at(node));
    },
  };
  return { exits, asked };
}

/** Writes each node of the flow as one of the script, and tells of edges that the script has no way for. */
export function writeActivities(context: FlowContext): void {
  const { writer, ids, at, placeOf } = context;
  for (const [node, id] of ids) {
    const { exits, asked } = exitsOf(node, context);
    const made = (activities.get(node.activity) ?? mapOpaque)(node, exits);
    writer.add(id, { ...made, title: made.title ?? node.name, origin: [node.name] }, at(node));
    const used = new Set<string>();
    for (const { tree, port } of node.edges) {
      if (!asked.has(port) || used.has(port))
        writer.tell(
          `The script has no way for this edge: ${port || 'no condition'}.`,
          placeOf(tree),
        );
      used.add(port);
    }
  }
}
