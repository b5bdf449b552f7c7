import { optionWithoutText } from '../../../src/lint/rules/option-without-text.ts';
import { testRule } from '../../support/test-rule.ts';

const end = '\n  z: {kind: hangup}';
const recorded = (key: string): string => `{key: "${key}", say: {recording: ${key}.wav}, to: z}`;
const menu = (last: string, fields = ''): string =>
  `  a: {kind: menu, ${fields}options: [${recorded('1')}, ${recorded('2')}, ${last}]}${end}`;

testRule(optionWithoutText, {
  valid: [
    { title: 'menus in which every option has a prompt', nodes: menu(recorded('3')) },
    {
      title: 'shortcuts',
      nodes: menu(
        '{key: "0", role: agent, to: z}, {key: "9", do: repeat}, {key: "8", pinned: true, to: z}',
      ),
    },
    {
      title: 'a header that names the key',
      nodes: menu('{key: "3", to: z}', 'say: For C press 3., '),
    },
    {
      title: 'a recording that may name it',
      nodes: menu('{key: "3", to: z}', 'say: {recording: a.wav}, '),
    },
    { title: 'words to say', nodes: menu('{key: "3", intent: cards, to: z}') },
    {
      title: 'menus of which every word is known: key-not-offered tells of them',
      nodes: `  a: {kind: menu, options: [{key: "1", say: For A press 1., to: z}, {key: "2", say: For B press 2., to: z}, {key: "3", to: z}]}${end}`,
    },
    {
      title: 'options of which only one has a prompt',
      nodes: `  a: {kind: menu, options: [${recorded('1')}, {key: "2", to: z}]}${end}`,
    },
  ],
  invalid: [
    {
      title: 'an option that lost its recording',
      nodes: `
  a:
    kind: menu
    say: Our menu.
    options:
      - ${recorded('1')}
      - ${recorded('2')}
      - {key: "3", to: z}
#             ^^^ option-without-text silent
  z: {kind: hangup}`,
    },
  ],
});
