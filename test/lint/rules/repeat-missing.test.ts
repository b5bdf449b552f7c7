import { repeatMissing } from '../../../src/lint/rules/repeat-missing.ts';
import { testRule } from '../../support/test-rule.ts';

const end = '\n  z: {kind: hangup}';
const menu = (seconds: number, more = '', fields = ''): string =>
  `  a: {kind: menu, ${fields}say: {recording: a.wav, length: ${seconds}s}, options: [{key: "1", to: z}${more}]}${end}`;

testRule(repeatMissing, {
  valid: [
    { title: 'twenty seconds', nodes: menu(20) },
    { title: 'a key that repeats', nodes: menu(21, ', {key: "9", do: repeat}') },
    {
      title: 'a key that leads to the announcement before',
      nodes: menu(21, ', {key: "9", to: b}').replace(
        '\n',
        '\n  b: {kind: announcement, say: Again., to: a}\n',
      ),
    },
    { title: 'imports', nodes: menu(21, '', 'origin: [x], ') },
  ],
  invalid: [
    {
      title: 'a long menu without such a key',
      nodes: `
  a:
    kind: menu
    say: {recording: a.wav, length: 21s}
    options: [{key: "1", to: z}]
#   ^^^^^^^ repeat-missing missing
  z: {kind: hangup}`,
    },
  ],
});
