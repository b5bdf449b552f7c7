import { unknownCalendar } from '../../../src/lint/rules/unknown-calendar.ts';
import { testRule } from '../../support/test-rule.ts';

const directory =
  'directory: 1\nid: d\ntimeZone: Europe/Athens\ncalendars: {office: {hours: Mo-Fr 08:00-20:00}}';
const rest = 'cases: [{when: open, to: b}], otherwise: b}\n  b: {kind: hangup}';

testRule(unknownCalendar, {
  valid: [
    {
      title: 'calendars of the directory',
      directory,
      nodes: `  a: {kind: branch, on: {calendar: office}, ${rest}`,
    },
    {
      title: 'any calendar when there is no directory',
      nodes: `  a: {kind: branch, on: {calendar: shop}, ${rest}`,
    },
    {
      title: 'calendars that an import could not know, and other branches',
      directory,
      nodes: `
  a: {kind: branch, on: {calendar: {unknown: the hours of the queue}}, cases: [{when: open, to: c}], otherwise: c}
  c: {kind: branch, on: language, ${rest}`,
    },
  ],
  invalid: [
    {
      title: 'calendars that the directory has not',
      directory,
      nodes: `
  a: {kind: branch, on: {calendar: ofice}, cases: [{when: open, to: b}], otherwise: b}
#                                  ^^^^^ unknown-calendar calendar
  b: {kind: branch, on: {emergency: storm}, cases: [{when: "on", to: c}], otherwise: c}
#                                   ^^^^^ unknown-calendar calendar
  c: {kind: hangup}`,
    },
  ],
});
