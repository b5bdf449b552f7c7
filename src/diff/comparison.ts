import type { CallFlow } from '../flow/call-flow.ts';
import type { Path } from '../source/tree.ts';
import { comparePrompts } from './compare-prompts.ts';
import type { Destination, Difference, Owner, Part, Sides } from './difference.ts';
import { factsOf, type Fact } from './facts-of.ts';
import { fieldGroup } from './field-group.ts';
import type { NodeMatching } from './match-nodes.ts';

/** Two flows and which node became which. */
export interface Comparison {
  readonly flows: Sides<CallFlow>;
  readonly matching: NodeMatching;
}

/** Two parts that are compared: whose they are, and the way to each in its script. */
export interface ComparedParts {
  readonly owner: Owner;
  readonly part?: Part | undefined;
  readonly paths: Sides<Path>;
  readonly values: Sides<object>;
}

/** Whether a way leads to the same as before: the same node, or the same name that no node has. */
export function isSameDestination(
  { flows, matching }: Comparison,
  { before, after }: Sides<Destination>,
): boolean {
  if (before.does !== after.does) return false;
  if (before.to === undefined || after.to === undefined) return before.to === after.to;
  const isNode = flows.before.byId.has(before.to);
  if (isNode !== flows.after.byId.has(after.to)) return false;
  return isNode ? matching.afterOf.get(before.to) === after.to : before.to === after.to;
}

const factPath = (base: Path, fact: Fact | undefined): Path | undefined =>
  fact === undefined ? undefined : [...base, ...fact.path];

function compareFact(
  comparison: Comparison,
  { owner, part, paths }: ComparedParts,
  field: string,
  { before, after }: Sides<Fact | undefined>,
): readonly Difference[] {
  const common = {
    owner,
    part,
    field,
    paths: { before: factPath(paths.before, before), after: factPath(paths.after, after) },
    meanings: [],
  };
  const type = after?.type ?? before?.type;
  if (type === 'target') {
    const values = {
      before: before?.type === 'target' ? before.destination : undefined,
      after: after?.type === 'target' ? after.destination : undefined,
    };
    if (values.before !== undefined && values.after !== undefined) {
      const sides = { before: values.before, after: values.after };
      if (isSameDestination(comparison, sides)) return [];
    }
    return [{ ...common, kind: 'target', values }];
  }
  if (type === 'prompt') {
    const prompts = {
      before: before?.type === 'prompt' ? before.prompt : undefined,
      after: after?.type === 'prompt' ? after.prompt : undefined,
    };
    return comparePrompts(prompts).map((change) => ({
      ...common,
      kind: 'prompt',
      saysKey: false,
      ...change,
    }));
  }
  const values = {
    before: before?.type === 'value' ? before.text : undefined,
    after: after?.type === 'value' ? after.text : undefined,
  };
  return values.before === values.after ? [] : [{ ...common, kind: fieldGroup(field), values }];
}

/** Names of fields in the order in which the first side, then the other, has them. */
const fieldsOf = (facts: Sides<ReadonlyMap<string, Fact>>): readonly string[] =>
  [...new Set([...facts.before.keys(), ...facts.after.keys()])].sort();

/**
 * All that two parts say differently for themselves, field by field. `isShared` leaves out what only
 * one side can say at all, as where a node became one of another kind.
 */
export function compareParts(
  comparison: Comparison,
  parts: ComparedParts,
  isShared = false,
): readonly Difference[] {
  const facts = { before: factsOf(parts.values.before), after: factsOf(parts.values.after) };
  return fieldsOf(facts).flatMap((field) => {
    const sides = { before: facts.before.get(field), after: facts.after.get(field) };
    if (isShared && (sides.before === undefined || sides.after === undefined)) return [];
    return compareFact(comparison, parts, field, sides);
  });
}
