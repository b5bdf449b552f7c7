import { collectedData, dataNames, isCardData } from '../../prompt/collected-data.ts';
import { defineRule } from '../rule.ts';

/** The number of a caller's card can be heard in the recording of the call. */
export const cardDataRecorded = defineRule({
  id: 'card-data-recorded',
  severity: 'error',
  summary: 'card data is not collected while calls are recorded',
  source:
    'PCI DSS: sensitive authentication data may not be stored after authorisation, recordings included; PCI SSC guidance on telephone payments: masking of key tones is preferred to pausing the recording',
  messages: {
    recorded: {
      says: 'Callers enter {what} at "{node}" while the call is recorded, so it can be heard and read afterwards.',
      help: 'Write "sensitive: true" at "{node}" and have the key tones masked, or don\'t record these calls.',
    },
    masked: {
      says: 'Callers enter {what} at "{node}" while the call is recorded: it is kept out of call data, but key tones may still be heard in the recording.',
      help: "Make sure that the recorder masks key tones here; pausing the recording isn't considered a full control.",
    },
  },
  check({ script, flow, report }) {
    if (script.defaults?.recording !== true) return;
    for (const { id, node, path } of flow.nodes) {
      if (node.kind !== 'collect') continue;
      const collected = collectedData(node, script.language);
      if (collected === undefined || !isCardData(collected.data)) continue;
      const isMasked = node.sensitive === true;
      const isAsked = collected.basis === 'prompt';
      report({
        message: isMasked ? 'masked' : 'recorded',
        data: { node: id, what: dataNames[collected.data] },
        at: [...path, isAsked ? 'say' : 'data'],
        related: [{ message: 'calls are recorded', at: ['defaults', 'recording'] }],
        ...(isMasked ? { severity: 'info' } : isAsked ? { severity: 'warning' } : {}),
      });
    }
  },
});
