import { duplicateTitle } from '../../../src/lint/rules/duplicate-title.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(duplicateTitle, {
  valid: [
    {
      title: 'titles that differ, options that are called alike, and imports',
      nodes: `
  a: {kind: menu, title: One, options: [{key: "1", title: Back, to: b}]}
  b: {kind: menu, title: Two, options: [{key: "1", title: Back, to: c}]}
  c: {kind: announcement, title: Loop 3 times, origin: [x], to: d}
  d: {kind: announcement, title: Loop 3 times, origin: [y], to: e}
  e: {kind: hangup}`,
    },
  ],
  invalid: [
    {
      title: 'the same title with other capitals and blanks',
      nodes: `
  a: {kind: announcement, title: Date of birth, to: b}
  b: {kind: collect, title: " date  of Birth", to: c}
#                           ^^^^^^^^^^^^^^^^^ duplicate-title again
  c: {kind: hangup}`,
    },
  ],
});
