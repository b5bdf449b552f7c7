import { embeddedText } from '../../source/embedded-text.ts';
import type { Finding } from '../../source/finding.ts';
import { readJson } from '../../source/read-json.ts';
import type { Source } from '../../source/source.ts';
import type { Extent, Tree } from '../../source/tree.ts';
import { below, fieldsOf, itemsOf, textBelow } from '../tree-values.ts';

/** A flow of Twilio Studio, taken out of whatever it was wrapped in. */
export interface StudioFlow {
  readonly source: Source;
  /** `{description, states, initial_state, flags}`, with places in the source. */
  readonly definition: Tree;
  /** The name, where a wrapper has one. */
  readonly name: string | undefined;
  readonly nameAt: Extent | undefined;
}

/** The flows of a document, and what is wrong with those that can't be read. */
export interface FoundFlows {
  readonly flows: readonly StudioFlow[];
  readonly findings: readonly Finding[];
}

/** True for a flow: states of which one is where it begins. */
function isDefinition(tree: Tree): boolean {
  const states = below(tree, 'states');
  if (states?.kind !== 'list') return false;
  if (below(tree, 'initial_state') !== undefined) return true;
  return states.items.some((state) => textBelow(state, 'type') === 'InitialState');
}

/** Text that can hold a flow: told apart from other texts before it is read. */
const looksLikeDefinition = (text: string): boolean =>
  /^\s*\{/.test(text) && text.includes('"states"') && /"(?:initial_state|type)"/.test(text);

/** How deep a flow may be wrapped: a page of flows within a page, a resource of Terraform. */
const deepestWrapper = 8;

/**
 * Takes the flows of Twilio Studio out of a document: bare, with what the API or its command line
 * says of them, in pages, or as text in another document. Every value is looked at once.
 */
export function findStudioFlows(source: Source, root: Tree): FoundFlows {
  const flows: StudioFlow[] = [];
  const findings: Finding[] = [];
  const waiting: {
    readonly tree: Tree;
    readonly wrapper: Tree | undefined;
    readonly depth: number;
  }[] = [{ tree: root, wrapper: undefined, depth: 0 }];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const { tree, wrapper, depth } = here;
    if (tree.kind === 'map' && isDefinition(tree)) {
      const name = textBelow(wrapper, 'friendly_name') ?? textBelow(wrapper, 'friendlyName');
      const nameAt = below(wrapper, 'friendly_name') ?? below(wrapper, 'friendlyName');
      flows.push({
        source,
        definition: tree,
        name,
        nameAt: name === undefined ? undefined : nameAt,
      });
    } else if (tree.kind === 'scalar') {
      if (typeof tree.value !== 'string' || !looksLikeDefinition(tree.value)) continue;
      const embedded = embeddedText(source, tree);
      const read = readJson(source, embedded.text, embedded.offsets);
      findings.push(...read.findings);
      if (read.tree !== undefined && isDefinition(read.tree)) {
        waiting.push({ tree: read.tree, wrapper, depth });
      }
    } else if (depth < deepestWrapper) {
      const inside =
        tree.kind === 'list' ? itemsOf(tree) : fieldsOf(tree).map(({ value }) => value);
      const around = tree.kind === 'map' ? tree : wrapper;
      for (const item of inside.toReversed()) {
        waiting.push({ tree: item, wrapper: around, depth: depth + 1 });
      }
    }
  }
  return { flows, findings };
}
