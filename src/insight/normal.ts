/**
 * The upper tail of the standard normal distribution, P(Z > z), by the complementary error function of
 * W. J. Cody's rational approximations as given by W. H. Press et al., Numerical Recipes, 6.2 (erfcc):
 * a relative error below 1.2e-7 everywhere.
 */
export function upperTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const series = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398,
    1.48851587, -0.82215223, 0.17087277,
  ];
  const poly = series.reduceRight((sum, one) => sum * t + one, 0);
  const tail = (t * Math.exp(-x * x + poly)) / 2;
  return z >= 0 ? tail : 1 - tail;
}
