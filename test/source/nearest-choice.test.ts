import { describe, expect, test } from '@jest/globals';
import { nearestChoice } from '../../src/source/nearest-choice.ts';

const formats = ['text', 'json', 'markdown', 'html'];
const logs = ['native', 'twilio-studio', 'asterisk-queue-log', 'asterisk-cel'];

describe('the choice that was probably meant', () => {
  test.each([
    ['markdwn', formats, 'markdown'],
    ['JSON', formats, 'json'],
    ['htm', formats, 'html'],
    ['mark', formats, 'markdown'],
    ['twilo', logs, 'twilio-studio'],
    ['studio', logs, 'twilio-studio'],
    ['cel', logs, 'asterisk-cel'],
    ['asterisk', logs, undefined],
    ['json', formats, undefined],
    ['m', formats, undefined],
    ['yaml', formats, undefined],
    ['', formats, undefined],
    ['europe/madird', ['Europe/Madrid', 'UTC'], 'Europe/Madrid'],
    ['madrid', ['Europe/Madrid', 'UTC'], 'Europe/Madrid'],
  ])('%s of %j is %s', (wanted, choices, meant) => {
    expect(nearestChoice(wanted, choices)).toBe(meant);
  });
});
