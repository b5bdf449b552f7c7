import { fewWithout, setAttributes } from '../../flow/set-attributes.ts';
import { nearestName } from '../../source/nearest-name.ts';
import { defineRule } from '../rule.ts';

/** A branch asks for what no option sets, and an option sets what no branch asks: a slip. */
export const attributeNeverSet = defineRule({
  id: 'attribute-never-set',
  severity: 'warning',
  summary: 'a branch checks only attributes that options set',
  source:
    'DaVinci warns of undefined and unused variables, AsteriskLint of names that are almost alike; attributes may also come from outside, so only almost equal names are reported',
  messages: {
    name: {
      says: '"{node}" checks "{name}", which no option sets; an option sets "{near}", which nothing checks. Their choice may be forgotten.',
      help: 'Use one name for both, or add the option that sets "{name}".',
    },
    value: {
      says: 'Callers of "{node}" may never take this case: no option sets "{name}" to "{value}". An option sets it to "{near}", which has no case.',
      help: 'Use one word for both, or add the option that sets "{value}".',
    },
  },
  check({ flow, report }) {
    const set = setAttributes(flow);
    const asked = new Set<string>();
    for (const { node } of flow.nodes) {
      if (node.kind === 'branch' && typeof node.on === 'object' && 'attribute' in node.on) {
        asked.add(node.on.attribute);
      }
    }
    const unasked = fewWithout(set.keys(), asked);
    for (const { id, node, path } of flow.nodes) {
      if (node.kind !== 'branch' || typeof node.on !== 'object' || !('attribute' in node.on)) {
        continue;
      }
      const { attribute: name } = node.on;
      const values = set.get(name);
      if (values === undefined) {
        const near = nearestName(name, unasked);
        if (near === undefined) continue;
        const at = [...path, 'on', 'attribute'];
        report({ message: 'name', data: { node: id, name, near }, at });
        continue;
      }
      const cases = new Set(node.cases.map(({ when }) => when));
      const unmet = fewWithout(values, cases);
      node.cases.forEach(({ when: value }, index) => {
        const near = values.has(value) ? undefined : nearestName(value, unmet);
        if (near === undefined) return;
        const at = [...path, 'cases', index, 'when'];
        report({ message: 'value', data: { node: id, name, value, near }, at });
      });
    }
  },
});
