import { opaqueNode } from '../../../src/lint/rules/opaque-node.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(opaqueNode, {
  valid: [
    {
      title: 'an opaque block that no call comes to',
      nodes: `
  a: {kind: hangup}
  b: {kind: opaque, vendor: acme, type: Wait, exits: []}`,
    },
  ],
  invalid: [
    {
      title: 'each type once, at its first block',
      nodes: `
  a: {kind: opaque, vendor: acme, type: Wait, exits: [{trigger: next, to: b}]}
# ^ opaque-node opaque
  b: {kind: opaque, vendor: acme, type: Wait, exits: [{trigger: next, to: c}]}
  c: {kind: opaque, vendor: acme, type: Script, exits: []}
# ^ opaque-node opaque`,
    },
  ],
});
