import { duplicateNumber } from '../../../src/lint/rules/duplicate-number.ts';
import { testRule } from '../../support/test-rule.ts';

const nodes = `  a: {kind: hangup}
  b: {kind: hangup}`;

testRule(duplicateNumber, {
  valid: [
    {
      title: 'two numbers, and entries whose numbers nobody knows',
      head: `entries:
  - {number: "+18005550142", start: a}
  - {number: "+18005550143", start: b}
  - {start: a}
  - {start: b}
  - {number: {unknown: x}, start: a}
  - {number: {unknown: x}, start: b}`,
      nodes,
    },
  ],
  invalid: [
    {
      title: 'one number at two entries, however it is written',
      head: `entries:
  - {number: "+18005550142", start: a}
  - {number: "+1 (800) 555-0142", start: b}
#            ^^^^^^^^^^^^^^^^^^^ duplicate-number again`,
      nodes,
    },
  ],
});
