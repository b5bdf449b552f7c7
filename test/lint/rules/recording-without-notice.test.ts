import { recordingWithoutNotice } from '../../../src/lint/rules/recording-without-notice.ts';
import { testRule } from '../../support/test-rule.ts';

const head = 'defaults: {recording: true}';
const queue = '\n  q: {kind: queue, queue: desk}';

testRule(recordingWithoutNotice, {
  valid: [
    { title: 'calls that are not recorded', nodes: queue },
    {
      title: 'a notice by its tag, one by its words, and one in the prompt of a queue',
      head: `${head}\nentries: [{start: a}, {start: b}, {start: c}]`,
      nodes: `
  a: {kind: announcement, say: For training purposes., tags: [recording-notice], to: q}
  b: {kind: menu, say: {es: "Esta llamada puede ser grabada. Oprima 1."}, options: [{key: "1", to: q}]}
  c: {kind: queue, queue: desk, say: Calls are recorded.}${queue}`,
    },
    {
      title: 'words that are not known, and parts that can not be seen',
      head: `${head}\nentries: [{start: a}, {start: b}, {start: c}]`,
      nodes: `
  a: {kind: announcement, say: {recording: hello.wav}, to: q}
  b: {kind: subflow, script: greeting, to: q}
  c: {kind: announcement, say: {unknown: "$.x"}, to: q}${queue}`,
    },
    {
      title: 'a notice behind a menu, on every way to people',
      head,
      nodes: `
  a: {kind: menu, options: [{key: "1", to: n}, {key: "2", tags: [recording-notice], to: q}, {key: "3", to: x}], noInput: {to: n}}
  n: {kind: announcement, say: Dieses Gespräch wird aufgezeichnet., to: q}
  x: {kind: hangup}${queue}`,
    },
  ],
  invalid: [
    {
      title: 'an entry and a shortcut that lead past the notice',
      head: `${head}\nentries:\n  - {start: a}\n#           ^ recording-without-notice unheard\n  - {start: b}\n  - {start: t}\n#           ^ recording-without-notice unheard`,
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "0", to: q}]}
  b: {kind: announcement, say: This call is being recorded., to: q}
  t: {kind: transfer, number: "+15550100"}${queue}`,
    },
  ],
});
