import { unusedCalendar } from '../../../src/lint/rules/unused-calendar.ts';
import { testRule } from '../../support/test-rule.ts';

const directory = `directory: 1
id: d
timeZone: Europe/London
calendars:
  asked: {hours: 24/7}
  switch: {hours: 24/7}
  kept: {hours: 24/7}
  outside: {hours: 24/7}
  spare: {hours: 24/7}
queues:
  desk: {calendar: kept}
numbers:
  duty: {number: "+441632960177", calendar: outside}`;
const asked = `
  a: {kind: branch, on: {calendar: asked}, cases: [], otherwise: b}
  b: {kind: branch, on: {emergency: switch}, cases: [], otherwise: c}`;

testRule(unusedCalendar, {
  valid: [
    { title: 'scripts without a directory', nodes: '  a: {kind: hangup}' },
    {
      title: 'hours that are only known during the call',
      directory,
      head: 'directory: d.yaml',
      nodes: '  a: {kind: branch, on: {calendar: {unknown: x}}, cases: []}',
    },
  ],
  invalid: [
    {
      title: 'a calendar that no branch, queue or outside number goes by',
      directory,
      head: 'directory: d.yaml\n#          ^^^^^^ unused-calendar unused',
      nodes: `${asked}
  c: {kind: queue, queue: desk}`,
    },
  ],
});
