import { missingTarget } from '../../../src/lint/rules/missing-target.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(missingTarget, {
  valid: [
    { title: 'targets that exist', nodes: '  a: {kind: announcement, to: b}\n  b: {kind: hangup}' },
    { title: 'exits that the author left empty', nodes: '  a: {kind: announcement}' },
  ],
  invalid: [
    {
      title: 'an exit to a node that does not exist',
      nodes: `
  a: {kind: announcement, to: goodby}
#                             ^^^^^^ missing-target target
  goodbye: {kind: hangup}`,
    },
    {
      title: 'an entry that starts nowhere, and names that every object has',
      head: `entries:
  - {start: welcom}
#           ^^^^^^ missing-target start`,
      nodes: `
  welcome: {kind: announcement, to: constructor2}
#                                   ^^^^^^^^^^^^ missing-target target`,
    },
    {
      title: 'a wrong target in the defaults, at each node that it holds for',
      head: 'defaults: {noInput: {to: nobody}}\n#                        ^^^^^^ missing-target target',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}]}
  b: {kind: hangup}`,
    },
  ],
});
