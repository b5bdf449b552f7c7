import { describe, expect, test } from '@jest/globals';
import { dialledDigits, numberForm } from '../../src/script/phone-number.ts';

describe('how a phone number is written', () => {
  test.each([
    ['+18005550142', 'international'],
    ['+1234567', 'international'],
    ['+123456', 'unreadable'],
    ['+1234567890123456', 'unreadable'],
    ['+0123456789', 'unreadable'],
    ['+1 (800) 555-0142', 'spaced'],
    [' +18005550142', 'spaced'],
    ['(800) 555-0142', 'national'],
    ['0018005550142', 'national'],
    ['2001', 'short'],
    ['*98', 'short'],
    ['sip:desk@example.com', 'address'],
    ['tel:+18005550142', 'address'],
    ['${NUMBER}', 'placeholder'],
    ['$.Attributes.number', 'placeholder'],
    ['1-800-BREAD', 'unreadable'],
    ['', 'unreadable'],
  ])('%s: %s', (number, form) => {
    expect(numberForm(number)).toBe(form);
  });

  test('dials the same digits for every way of writing a number in full', () => {
    const all = ['+18005550142', '+1 (800) 555-0142', '001 800 555 0142'];
    expect(new Set(all.map(dialledDigits))).toEqual(new Set(['+18005550142']));
    expect(dialledDigits('800 555 0142')).toBe('8005550142');
  });
});
