/**
 * The parts of d3-node, and of the d3 selections it hands out, that we use: it ships no types, and
 * those of d3 need a browser's. Never named in a type that callers see.
 */
declare module 'd3-node' {
  interface DomNode {
    readonly nodeType: number;
  }

  export interface DomSelection {
    append(what: string | (() => DomNode)): DomSelection;
    attr(name: string, value: string): DomSelection;
    text(text: string): DomSelection;
    remove(): DomSelection;
    node(): DomNode;
  }

  export class D3Node {
    readonly window: {
      readonly XMLSerializer: new () => { serializeToString(node: DomNode): string };
    };
    readonly document: { createTextNode(text: string): DomNode };
    createSVG(): DomSelection;
  }
}
