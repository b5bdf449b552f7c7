/** A number in a text that stands for one person, and where it stands. */
export interface PersonNumber {
  readonly kind: 'card number' | 'US social security number' | 'CPF' | 'DNI';
  readonly start: number;
  readonly end: number;
}

const digitsOf = (written: string): readonly number[] =>
  Array.from(written.replace(/\D/g, ''), Number);

/** The check that card numbers end in: Luhn's, ISO/IEC 7812-1. */
function passesLuhn(digits: readonly number[]): boolean {
  const sum = digits.toReversed().reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Cards of the large networks have 15 or 16 digits and begin with 3, 4, 5 or 6. */
function isCard(written: string): boolean {
  const digits = digitsOf(written);
  const hasLength = digits[0] === 3 ? digits.length === 15 : digits.length === 16;
  return hasLength && new Set(digits).size > 1 && passesLuhn(digits);
}

/** Brazil's CPF ends in two check digits, each the weighted sum of those before it modulo 11. */
function isCpf(written: string): boolean {
  const digits = digitsOf(written);
  const check = (length: number): number => {
    const sum = digits
      .slice(0, length)
      .reduce((total, digit, index) => total + digit * (length + 1 - index), 0);
    return ((sum * 10) % 11) % 10;
  };
  return new Set(digits).size > 1 && check(9) === digits[9] && check(10) === digits[10];
}

/** Spain's DNI ends in a letter that eight digits modulo 23 give. */
function isDni(written: string): boolean {
  const number = Number(written.slice(0, 8));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === written.at(-1)?.toUpperCase();
}

/** Area 000, 666 and 9xx, group 00 and serial 0000 are never given out (Social Security Administration). */
function isSocialSecurity(written: string): boolean {
  const [area = '', group = '', serial = ''] = written.split('-');
  return !/^(000|666|9)/.test(area) && group !== '00' && serial !== '0000';
}

const shapes: readonly (readonly [PersonNumber['kind'], RegExp, (written: string) => boolean])[] = [
  ['card number', /(?<![\p{L}\d+.,-])[3-6]\d{3}(?:[ -]?\d{2,6}){2,3}(?![\p{L}\d-])/gu, isCard],
  ['US social security number', /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g, isSocialSecurity],
  ['CPF', /(?<!\d)\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/g, isCpf],
  ['DNI', /(?<![\p{L}\d])\d{8}-?[A-Za-z](?![\p{L}\d])/gu, isDni],
];

/**
 * Numbers in a text that stand for one person: payment cards, US social security numbers, Brazilian
 * CPF and Spanish DNI, each in its usual shape and with its check digits right. Phone numbers are
 * none. Linear in the text.
 */
export function personNumbers(text: string): readonly PersonNumber[] {
  // Every shape has as many digits one behind the other, and most prompts have not.
  if (!/\d{3}/.test(text)) return [];
  return shapes.flatMap(([kind, shape, isRight]) =>
    [...text.matchAll(shape)]
      .filter(([written]) => isRight(written))
      .map(({ 0: written, index }) => ({ kind, start: index, end: index + written.length })),
  );
}
