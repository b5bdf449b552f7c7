import { transferToOwnNumber } from '../../../src/lint/rules/transfer-to-own-number.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(transferToOwnNumber, {
  valid: [
    {
      title: 'other numbers, and numbers that are not known',
      head: 'entries: [{number: "+18005550142", start: a}, {number: {unknown: $.N}, start: b}]',
      nodes: `
  a: {kind: transfer, number: "+18005550143", failure: b}
  b: {kind: transfer, number: {unknown: $.N}, failure: c}
  c: {kind: transfer, number: "8005550142"}`,
    },
    {
      title: 'a number of an entry that starts nowhere, which another rule tells',
      head: 'entries: [{number: "+18005550142", start: nowhere}]',
      nodes: '  a: {kind: transfer, number: "+18005550142"}',
    },
  ],
  invalid: [
    {
      title: 'loops through the telephone network, however the number is written',
      head: 'entries: [{number: "+18005550142", start: a}]',
      nodes: `
  a: {kind: announcement, say: Welcome., to: b}
  b: {kind: transfer, number: "001 800 555 0142"}
#                             ^^^^^^^^^^^^^^^^^^ transfer-to-own-number loop`,
    },
    {
      title: 'a second call where a way would do',
      head: 'entries: [{number: "+18005550142", start: a}, {number: "+18005550143", start: b}]',
      nodes: `
  a: {kind: transfer, number: "+18005550143"}
#                             ^^^^^^^^^^^^^^ transfer-to-own-number detour !warning
  b: {kind: queue, queue: general}`,
    },
  ],
});
