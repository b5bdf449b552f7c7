import { languageUnstaffed } from '../../../src/lint/rules/language-unstaffed.ts';
import { testRule } from '../../support/test-rule.ts';

const directory = `
directory: 1
id: d
timeZone: UTC
queues:
  english: {languages: [en]}
  spanish: {languages: [es, en]}
  brazil: {languages: [pt-BR]}
  silent: {}
  shared: {languages: [en], overflow: [{to: spanish}]}
`;
const offer = (language: string, queue: string): string => `
  a: {kind: menu, options: [{key: "1", to: e}, {key: "2", language: ${language}, to: q}]}
  e: {kind: queue, queue: english}
  q: {kind: queue, queue: ${queue}}`;

testRule(languageUnstaffed, {
  valid: [
    { title: 'a queue that speaks the language', directory, nodes: offer('es', 'spanish') },
    { title: 'a sibling of the language', directory, nodes: offer('pt', 'brazil') },
    { title: 'a queue whose languages are not listed', directory, nodes: offer('es', 'silent') },
    { title: 'a queue that nobody has heard of', directory, nodes: offer('es', 'nowhere') },
    { title: 'a queue that hands over to one that does', directory, nodes: offer('es', 'shared') },
    { title: 'scripts without a directory', nodes: offer('es', 'english') },
    {
      title: 'one of several queues, chosen by what callers want',
      directory,
      nodes: `
  a: {kind: menu, options: [{key: "2", language: es, to: b}]}
  b: {kind: menu, options: [{key: "1", to: e}, {key: "2", to: s}]}
  e: {kind: queue, queue: english}
  s: {kind: queue, queue: spanish}`,
    },
    {
      title: 'people that can not be seen',
      directory,
      nodes: `
  a: {kind: menu, options: [{key: "2", language: es, to: b}]}
  b: {kind: menu, options: [{key: "1", to: e}, {key: "2", to: s}]}
  e: {kind: queue, queue: english}
  s: {kind: subflow, script: other}`,
    },
    {
      title: 'queues behind a case for another language, or behind a wait',
      directory,
      head: 'entries: [{start: a}, {start: a, language: es}]',
      nodes: `
  a: {kind: branch, on: language, cases: [{when: es, to: s}], otherwise: e}
  s: {kind: queue, queue: spanish, overflow: {after: 2m, to: e}}
  e: {kind: queue, queue: english}`,
    },
  ],
  invalid: [
    {
      title: 'a choice and a case that lead straight to people who do not speak it',
      directory,
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", to: e}
      - {key: "2", language: es-MX, to: n}
#                            ^^^^^ language-unstaffed routed
  n: {kind: announcement, say: Un momento., to: e}
  e: {kind: queue, queue: english, overflow: {to: b}}
  b: {kind: branch, on: language, cases: [{when: es-MX, to: e}, {when: fr, to: s}], otherwise: e}
#                                                ^^^^^ language-unstaffed routed
#                                                                      ^^ language-unstaffed routed
  s: {kind: queue, queue: spanish}`,
    },
    {
      title: 'an entry whose callers reach nobody who speaks it, wherever they go',
      directory,
      head: 'entries:\n  - {start: a}\n  - {start: a, language: ja}\n#                        ^^ language-unstaffed nobody',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: e}, {key: "2", to: s}]}
  e: {kind: queue, queue: english}
  s: {kind: callback, queue: spanish}`,
    },
  ],
});
