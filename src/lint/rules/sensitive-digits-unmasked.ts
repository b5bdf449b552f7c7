import { collectedData, dataNames, isCardData } from '../../prompt/collected-data.ts';
import { defineRule } from '../rule.ts';

/** What a caller enters in confidence stands in logs and attributes for everybody to read. */
export const sensitiveDigitsUnmasked = defineRule({
  id: 'sensitive-digits-unmasked',
  severity: 'error',
  summary: 'secret digits that callers enter are not kept anywhere',
  source:
    'PCI DSS: sensitive authentication data may not be stored after authorisation; GDPR art. 5(1)(c) and (f)',
  messages: {
    declared: {
      says: 'Callers enter {what} at "{node}", and nothing keeps it out of logs and call data.',
      help: 'Write "sensitive: true" at "{node}".',
    },
    asked: {
      says: 'Callers are asked for {what} at "{node}", and nothing keeps it out of logs and call data.',
      help: 'Write "sensitive: true" at "{node}", or say in "data" what is asked for if it is something else.',
    },
  },
  check({ script, flow, report }) {
    for (const { id, node, path } of flow.nodes) {
      if (node.kind !== 'collect' || node.sensitive === true) continue;
      const collected = collectedData(node, script.language);
      if (collected === undefined) continue;
      const { data, basis } = collected;
      // The rule about recorded card data tells it, and tells worse of it.
      if (isCardData(data) && script.defaults?.recording === true) continue;
      const facts = { node: id, what: dataNames[data] };
      if (basis === 'declared') {
        report({ message: 'declared', data: facts, at: [...path, 'data'] });
      } else {
        report({ message: 'asked', data: facts, at: [...path, 'say'], severity: 'warning' });
      }
    }
  },
});
