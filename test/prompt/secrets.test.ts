import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { personNumbers } from '../../src/prompt/number-of-person.ts';
import { secretIn } from '../../src/prompt/secrets.ts';

/** Made up, and written in pieces so that no scanner takes them for real ones. */
const made = (...parts: readonly string[]): string => parts.join('');

describe('secrets in a text', () => {
  test.each([
    [made('AKIA', 'QZ7XW2VB4NM6LK3J'), 'access key'],
    [made('AIza', 'SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q'), 'access key'],
    [made('gh', 'p_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'), 'access token'],
    [made('sk_', 'live_', 'a1B2c3D4e5F6g7H8'), 'access token'],
    [made('xox', 'b-', '1234567890-abcdefghij'), 'access token'],
    [made('-----BEGIN RSA ', 'PRIVATE KEY-----'), 'private key'],
    [
      made('eyJ', 'hbGciOiJIUzI1NiJ9', '.eyJ', 'zdWIiOiIxMjM0NSJ9', '.', 'c2lnbmF0dXJlMTIz'),
      'access token',
    ],
    ['Authorization: Bearer a1b2c3d4e5f6g7h8i9j0k1', 'access token'],
    ['postgres://ivr:h4ckme77@db.test/calls', 'password in an address'],
    ['password: winter2024', 'password'],
    ['api_key="q8w7e6r5t4"', 'password'],
  ])('%p', (text, kind) => {
    expect(secretIn(text)).toBe(kind);
    expect(secretIn(`before ${text} behind`)).toBe(kind);
  });

  test('are known by the name of their field', () => {
    expect(secretIn('q8w7e6r5t4', 'dbPassword')).toBe('password');
    expect(secretIn('q8w7e6r5t4', 'api_key')).toBe('password');
    expect(secretIn('q8w7e6r5t4', 'promptName')).toBe(undefined);
    expect(secretIn('q8w7e6r5t4', 'secretary')).toBe(undefined);
  });

  test.each([
    'Your password: enter it now.',
    'To reset your password, press 2.',
    'password=${DB_PASSWORD1}',
    'token = <your-token-1>',
    'secret: arn:aws:secretsmanager:eu-west-1:1234:secret:x1',
    'https://example.com:8080/path@2',
    made('AKIA', 'IOSFODNN7EXAMPLE'),
    'basic information about your account',
  ])('%p is none', (text) => {
    expect(secretIn(text)).toBe(undefined);
  });

  test('are looked for in a time that grows with the length only', () => {
    const texts = [
      'eyJ_',
      'SG.',
      'password:',
      'a://b:',
      '4539 ',
      'AKIA',
      'Bearer aaaaaaaaaaaaaaaaaaaaa=',
    ];
    for (const piece of texts) {
      const text = piece.repeat(40_000);
      secretIn(text);
      personNumbers(text);
    }
  });
});

describe('numbers of persons', () => {
  test.each([
    ['Card 4539 1488 0343 6467.', ['card number']],
    ['Card 4111-1111-1111-1111.', ['card number']],
    ['Card 378282246310005.', ['card number']],
    ['CPF 111.444.777-35', ['CPF']],
    ['DNI 12345678Z', ['DNI']],
    ['123-45-6789', ['US social security number']],
    ['Call 1 800 555 0142, or +44 1632 960177.', []],
    ['Card 4539 1488 0343 6466.', []],
    ['CPF 111.111.111-11', []],
    ['12345678A', []],
    ['900-12-3456, 123-00-3456', []],
    ['Invoice 45391488034364670001', []],
  ])('%p', (text, kinds) => {
    expect(personNumbers(text).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('a card with one digit changed is no card: Luhn tells every single slip', () => {
    const card = '4539148803436467';
    fc.assert(
      fc.property(fc.nat(15), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digit = (Number(card[at]) + shift) % 10;
        const slipped = `${card.slice(0, at)}${digit}${card.slice(at + 1)}`;
        expect(personNumbers(`card ${slipped}`)).toEqual([]);
      }),
    );
  });

  test('each stands where it says', () => {
    const text = 'Your card 4539 1488 0343 6467 was charged.';
    const [found] = personNumbers(text);
    expect(text.slice(found?.start, found?.end)).toBe('4539 1488 0343 6467');
  });
});
