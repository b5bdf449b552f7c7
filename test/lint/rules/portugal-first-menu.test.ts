import { portugalFirstMenu } from '../../../src/lint/rules/portugal-first-menu.ts';
import { testRule } from '../../support/test-rule.ts';

const options = (count: number): string =>
  Array.from({ length: count }, (_, index) => `{key: "${index + 1}", to: t${index % 2}}`).join(
    ', ',
  );
const rest = `
  t0: {kind: announcement, say: Olá., to: x}
  t1: {kind: announcement, say: Adeus., to: x}
  x: {kind: hangup}
  q: {kind: queue, queue: desk}`;

testRule(portugalFirstMenu, {
  valid: [
    {
      title: 'five options with a person, a key to hear them again and one for a language',
      nodes: `
  a: {kind: menu, options: [${options(4)}, {key: "0", role: agent, to: q}, {key: "9", do: repeat}, {key: "8", role: language, language: en, to: a}]}${rest}`,
    },
  ],
  invalid: [
    {
      title: 'six options, and none for a person',
      head: 'entries: [{number: "+351210000000", start: a}]',
      nodes: `
  a:
# ^ portugal-first-menu noPerson
    kind: menu
    options: [${options(6)}]
#   ^^^^^^^ portugal-first-menu tooMany${rest}`,
    },
  ],
});
