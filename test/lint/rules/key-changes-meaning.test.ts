import { keyChangesMeaning } from '../../../src/lint/rules/key-changes-meaning.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(keyChangesMeaning, {
  valid: [
    {
      title: 'one meaning, in whatever words the script has for it',
      nodes: `
  main: {kind: menu, options: [{key: "1", to: a}, {key: "2", to: b}]}
  a: {kind: menu, options: [{key: "1", to: c}, {key: "*", do: back}]}
  b: {kind: menu, options: [{key: "1", to: d}, {key: "*", to: main}]}
  c: {kind: menu, options: [{key: "1", to: d}, {key: "*", to: main}]}
  d: {kind: hangup}`,
    },
    {
      title: 'a menu below two others that goes back, and one below it that names where to',
      nodes: `
  main: {kind: menu, options: [{key: "1", to: a}, {key: "2", to: b}]}
  a: {kind: menu, options: [{key: "1", to: s}, {key: "2", to: d}]}
  b: {kind: menu, options: [{key: "1", to: s}, {key: "2", to: d}]}
  s: {kind: menu, options: [{key: "1", to: d}, {key: "2", to: t}, {key: "*", do: back}]}
  t: {kind: menu, options: [{key: "1", to: d}, {key: "*", to: s}]}
  d: {kind: hangup}`,
    },
    {
      title: 'ninth options, languages, and keys that are no signposts',
      nodes: `
  main: {kind: menu, options: [{key: "9", do: repeat}, {key: "1", to: a}, {key: "2", do: repeat}]}
  a: {kind: menu, options: [{key: "9", to: b}, {key: "2", to: main}, {key: "1", to: b}]}
  b: {kind: menu, options: [{key: "9", role: language, language: el, to: main}]}`,
    },
    {
      title: '0 for a person in one menu only, which another rule tells',
      nodes: `
  main: {kind: menu, options: [{key: "0", role: agent, to: b}, {key: "1", to: a}]}
  a: {kind: menu, options: [{key: "0", do: back}]}
  b: {kind: queue, queue: desk}`,
    },
  ],
  invalid: [
    {
      title: 'a key that goes back here, repeats there and ends the call elsewhere',
      nodes: `
  main:
    kind: menu
    options:
      - {key: "9", do: repeat}
      - {key: "1", to: a}
      - {key: "#", role: agent, to: q}
  a:
    kind: menu
    options:
      - {key: "9", do: back}
#             ^^^ key-changes-meaning changes
      - {key: "1", to: b}
  b:
    kind: menu
    options:
      - {key: "9", to: bye}
#             ^^^ key-changes-meaning changes
      - {key: "#", to: main}
#             ^^^ key-changes-meaning changes
  q: {kind: queue, queue: desk}
  bye: {kind: hangup}`,
    },
  ],
});
