/** Lanczos' coefficients for g = 7 (Godfrey), right to fifteen digits for what is used here. */
const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

function logGamma(x: number): number {
  const y = x - 1;
  const t = y + 7.5;
  const series = lanczos.reduce(
    (sum, coefficient, index) => sum + coefficient / (y + index + 1),
    0.9999999999998099,
  );
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(series);
}

const rounding = 1e-15;
const mostTerms = 100_000;

/** Keeps Lentz's method from dividing by 0. */
const notZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);

/** The continued fraction of the incomplete beta function, by the method of Lentz. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < mostTerms; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < rounding) break;
  }
  return fraction;
}

/** The regularised incomplete beta function: the share of a beta distribution that lies below x. */
function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** The x below which this share of a beta distribution lies, by halving. */
function betaQuantile(share: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  while (high - low > 1e-12 * Math.max(high, 1e-3)) {
    const middle = (low + high) / 2;
    if (betaBelow(middle, a, b) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function refuseNoShare(count: number, of: number): void {
  if (!(count >= 0 && of >= count && Number.isFinite(of)))
    throw new RangeError(`${count} of ${of} is no share`);
}

/**
 * What a share is at most, with 95 % certainty, after it was seen `count` times in `of` (C. J. Clopper
 * & E. S. Pearson, Biometrika 26, 1934, 404–413, one-sided). For 0 of n it is 1 − 0.05^(1/n), about 3/n:
 * the rule of three. 1 for 0 of 0. Throws a RangeError when the two are no counts.
 */
export function exactUpperBound(count: number, of: number, certainty = 0.95): number {
  refuseNoShare(count, of);
  if (count === of) return 1;
  if (count === 0) return -Math.expm1(Math.log(1 - certainty) / of);
  return betaQuantile(certainty, count + 1, of - count);
}
