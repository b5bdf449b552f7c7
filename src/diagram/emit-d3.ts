import type { SceneNode } from './scene.ts';

/**
 * A scene as SVG text, drawn through d3 selections on a DOM of d3-node's. The DOM is written with the
 * XML serialiser: what d3-node itself offers is HTML, which no other program reads as SVG.
 */
export async function emitD3(scene: SceneNode): Promise<string> {
  // Loading it takes most of a second, so only those who draw pay for it.
  const { D3Node } = await import('d3-node');
  const page = new D3Node();
  // Off the page while it grows: what is on it is watched, and costs more.
  const root = page.createSVG().remove();
  const waiting = [{ parent: root, node: scene }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { parent, node } = next;
    for (const [name, value] of Object.entries(node.attrs)) parent.attr(name, value);
    const [only] = node.children;
    if (node.children.length === 1 && typeof only === 'string') {
      parent.text(only);
      continue;
    }
    for (const child of node.children) {
      if (typeof child === 'string') parent.append(() => page.document.createTextNode(child));
      else waiting.push({ parent: parent.append(child.tag), node: child });
    }
  }
  return new page.window.XMLSerializer().serializeToString(root.node());
}
