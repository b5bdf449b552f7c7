import { closedUnhandled } from '../../../src/lint/rules/closed-unhandled.ts';
import { testRule } from '../../support/test-rule.ts';

const directory = `directory: 1
id: d
timeZone: Europe/Athens
calendars:
  office: {hours: Mo-Fr 08:00-20:00}
  shop: {hours: Mo-Sa 08:00-14:00}
  always: {hours: 24/7}
  holidays-off: {hours: 24/7, holidays: {country: GR}}
  odd: {hours: "Mo-Su 08:00-20:00,20:00-08:00"}
queues:
  day: {calendar: office}
  night: {calendar: always}
  feasts: {calendar: holidays-off}
  odd: {calendar: odd}
  none: {}
  chained: {calendar: office, overflow: [{to: night, after: 1m}]}
`;
const head = 'entries: [{number: "+18005550142", start: a}]';

testRule(closedUnhandled, {
  valid: [
    {
      title: 'queues with a way for closed',
      directory,
      head,
      nodes: `
  a: {kind: queue, queue: day, closed: b}
  b: {kind: hangup}`,
    },
    {
      title: 'queues that never close, without hours, unknown, or that another takes over',
      directory,
      head,
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", to: b}
      - {key: "2", to: c}
      - {key: "3", to: d}
      - {key: "4", to: e}
      - {key: "5", to: f}
      - {key: "6", to: g}
  b: {kind: queue, queue: night}
  c: {kind: queue, queue: none}
  d: {kind: queue, queue: odd}
  e: {kind: queue, queue: nowhere}
  f: {kind: queue, queue: {unknown: $.Q}}
  g: {kind: queue, queue: chained}`,
    },
    {
      title: 'queues behind two checks of hours on two paths, which guard it together',
      directory,
      head,
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: c}]}
  b: {kind: branch, on: {calendar: office}, cases: [{when: open, to: q}], otherwise: x}
  c: {kind: branch, on: {queue-status: day}, cases: [{when: closed, to: x}], otherwise: q}
  q: {kind: queue, queue: day}
  x: {kind: hangup}`,
    },
    {
      title: 'hours that were asked where it cannot be seen',
      directory,
      head,
      nodes: `
  a: {kind: subflow, script: hours, to: b}
  b: {kind: queue, queue: day}`,
    },
    {
      title: 'attributes that tell open from closed',
      directory,
      head,
      nodes: `
  a: {kind: branch, on: {attribute: state}, cases: [{when: Closed, to: x}], otherwise: b}
  b: {kind: queue, queue: day}
  x: {kind: hangup}`,
    },
    {
      title: 'scripts without a number, which others may lead to in their hours',
      directory,
      nodes: '  a: {kind: queue, queue: day}',
    },
    { title: 'any queue without a directory', head, nodes: '  a: {kind: queue, queue: day}' },
  ],
  invalid: [
    {
      title: 'queues that close and that nothing guards',
      directory,
      head,
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: c}]}
  b: {kind: queue, queue: day}
# ^ closed-unhandled nobody
  c: {kind: queue, queue: feasts, overflow: {after: 2m, to: b}}
# ^ closed-unhandled waits !warning`,
    },
    {
      title: 'queues behind a check of hours that are reached on its closed way all the same',
      directory,
      head,
      nodes: `
  a: {kind: branch, on: {calendar: office}, cases: [{when: open, to: q}], otherwise: b}
  b: {kind: announcement, say: We are closed., to: q}
  q: {kind: queue, queue: day}
# ^ closed-unhandled nobody`,
    },
    {
      title: 'queues that one of two paths leads to unasked',
      directory,
      head,
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: q}]}
  b: {kind: branch, on: {calendar: shop}, cases: [{when: open, to: q}], otherwise: x}
  q: {kind: queue, queue: day}
# ^ closed-unhandled nobody
  x: {kind: hangup}`,
    },
  ],
});
