import type { Directory } from './directory.ts';

/** A vendor's terms, as the directory has them. */
export type Billing = NonNullable<Directory['vendors'][string]['billing']>;

/** How long a call was waiting, talking and on hold. Seconds. */
export interface CallSeconds {
  readonly waiting?: number;
  readonly talking?: number;
  readonly holding?: number;
}

/** What a vendor bills for one call. */
export interface Bill {
  /** The time that is paid for, after rounding and the minimum. */
  readonly seconds: number;
  /** In ten-thousandths of the currency: a whole number, so that sums are exact. */
  readonly price: number;
  readonly currency: string;
}

/** A number as a whole number of steps of a power of ten: 0.95 is 95 of 10⁻². */
function exactly(value: number): { readonly digits: bigint; readonly scale: bigint } {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction) * 10n ** BigInt(Math.max(0, -places));
  return { digits, scale: 10n ** BigInt(Math.max(0, places)) };
}

const milliseconds = (seconds: number) => Math.round(Math.max(seconds, 0) * 1000);

/** The step that time is rounded up to: the unit of the price, where the terms name none. */
export function incrementOf({ increment, per }: Billing): number {
  return increment ?? (per === 'minute' ? 60 : 1);
}

/** The time of a call that counts, in milliseconds; nothing where the terms don't say. */
function countedMs(billing: Billing, call: CallSeconds): number | undefined {
  const parts = [
    [call.talking, true],
    [call.waiting, billing.waiting],
    [call.holding, billing.holding],
  ] as const;
  let counted = 0;
  for (const [seconds = 0, isBilled] of parts) {
    const length = milliseconds(seconds);
    if (length > 0 && isBilled === undefined) return undefined;
    if (isBilled === true) counted += length;
  }
  return counted;
}

/**
 * What a call costs by a vendor's terms: the time that counts, rounded up once to the increment and
 * up to the minimum, times the price, rounded half up to a ten-thousandth. A call of which nothing
 * counts costs nothing. Gives nothing where the terms don't say whether waiting or holding is billed
 * and the call had some of it.
 */
export function billCall(billing: Billing, call: CallSeconds): Bill | undefined {
  const counted = countedMs(billing, call);
  if (counted === undefined) return undefined;
  const step = Math.max(milliseconds(incrementOf(billing)), 1);
  const rounded = Math.ceil(counted / step) * step;
  const billed = counted === 0 ? 0 : Math.max(rounded, milliseconds(billing.minimum ?? 0));
  return { seconds: billed / 1000, price: priceOf(billing, billed), currency: billing.currency };
}

/** The price of some milliseconds, in ten-thousandths; nothing is rounded before the end. */
function priceOf({ price, per }: Billing, billedMs: number): number {
  const { digits, scale } = exactly(price);
  const unit = scale * (per === 'minute' ? 60_000n : 1000n);
  return Number((2n * digits * BigInt(billedMs) * 10_000n + unit) / (2n * unit));
}

/** What a minute more costs in the long run, where rounding no longer matters. Ten-thousandths. */
export function priceOfMinute(billing: Billing): number {
  return priceOf(billing, 60_000);
}

/** Money as people write it, never less exact than it is: `1.90 USD`, `0.0065 EUR`. */
export function formatMoney(tenThousandths: number, currency: string): string {
  const whole = Math.floor(tenThousandths / 10_000);
  const part = String(tenThousandths % 10_000).padStart(4, '0');
  return `${whole}.${part.replace(/0{1,2}$/, '')} ${currency}`;
}
