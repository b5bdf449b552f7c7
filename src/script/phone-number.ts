/**
 * How a number is written: `international` as ITU-T E.164 has it (a plus and 7 to 15 digits);
 * `spaced` the same with spaces or signs between; `national` digits that mean something in one
 * country; `short` an extension or a service number; `address` a SIP or other address;
 * `placeholder` to be filled in later; `unreadable` nothing that can be dialled.
 */
export type NumberForm =
  'international' | 'spaced' | 'national' | 'short' | 'address' | 'placeholder' | 'unreadable';

const bare = (number: string): string => number.trim().replace(/[\s().\-/]/g, '');

/** Tells how an outside number is written. */
export function numberForm(number: string): NumberForm {
  if (/[{}<>$%]/.test(number)) return 'placeholder';
  if (/^\s*(sips?|tel|iax2?|h323):/i.test(number)) return 'address';
  const digits = bare(number);
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return digits === number ? 'international' : 'spaced';
  if (/^\d{7,17}$/.test(digits)) return 'national';
  return /^[*#]?\d{1,6}#?$/.test(digits) ? 'short' : 'unreadable';
}

/** The digits that are dialled for a number, alike for every way of writing it in full. */
export function dialledDigits(number: string): string {
  return bare(number).replace(/^(\+|00)(?=[1-9])/, '+');
}
