import { menuWidth } from '../../../src/lint/rules/menu-width.ts';
import { testRule } from '../../support/test-rule.ts';

const keys = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${index < 9 ? index + 1 : index + 2}`);
const options = (count: number): string =>
  keys(count)
    .map((key) => `{key: "${key}", say: "For topic ${key}, press ${key}.", to: b}`)
    .join(', ');
const rest = '\n  b: {kind: hangup}';

testRule(menuWidth, {
  valid: [
    { title: 'five choices', nodes: `  a: {kind: menu, options: [${options(5)}]}${rest}` },
    {
      title: 'five choices beside a person, other languages and commands',
      nodes: `  a: {kind: menu, options: [${options(5)}, {key: "0", say: Press 0., role: agent, to: b}, {key: "8", say: Press 8., role: language, language: es, to: a}, {key: "*", say: Press star., do: repeat}]}${rest}`,
    },
    {
      title: 'a long menu that can not be interrupted: another rule tells of it',
      nodes: `  a: {kind: menu, bargeIn: false, options: [${options(9)}]}${rest}`,
    },
    {
      title: 'keys of a scale that all lead on',
      nodes: `  a: {kind: menu, say: {recording: rate.wav}, options: [${keys(10)
        .map((key) => `{key: "${key}", set: {score: "${key}"}, to: b}`)
        .join(', ')}]}${rest}`,
    },
    {
      title: 'a prompt that is only filled in during the call',
      nodes: `  a: {kind: menu, say: {unknown: "{{menu}}"}, options: [${keys(10)
        .map((key) => `{key: "${key}", to: n${key}}`)
        .join(', ')}]}\n${keys(10)
        .map((key) => `  n${key}: {kind: hangup}`)
        .join('\n')}`,
    },
    {
      title: 'extensions, and menus that nobody comes to',
      nodes: `  a: {kind: menu, say: Please dial., options: [${keys(12)
        .map((key) => `{key: "1${key.padStart(2, '0')}", to: b}`)
        .join(', ')}]}${rest}\n  c: {kind: menu, options: [${options(10)}]}`,
    },
  ],
  invalid: [
    {
      title: 'more choices than keys, said one by one or in the header',
      nodes: `  a:
    kind: menu
    options: [${options(10)}]
#   ^^^^^^^ menu-width keysRunOut
    noInput: {to: c}
  c:
    kind: menu
    say: ${keys(10)
      .map((key) => `For topic ${String.fromCharCode(64 + Number(key))}, press ${key}.`)
      .join(' ')}
    options: [${keys(10)
      .map((key) => `{key: "${key}", to: n${key}}`)
      .join(', ')}]
#   ^^^^^^^ menu-width keysRunOut
  b: {kind: hangup}
${keys(10)
  .map((key) => `  n${key}: {kind: hangup}`)
  .join('\n')}`,
    },
    {
      title: 'six choices, as information',
      nodes: `  a:
    kind: menu
    options: [${options(6)}]
#   ^^^^^^^ menu-width wide !info
  b: {kind: hangup}`,
    },
  ],
});
