import type { Random } from '../../walk/random.ts';

/** Above this variance a binomial is drawn from the normal law: they then differ by less than a bootstrap can see. */
const mostExact = 60;

/** One draw from the standard normal law: the polar method of G. Marsaglia (SIAM Review 6, 1964). */
function normal({ next }: Random): number {
  for (;;) {
    const [x, y] = [2 * next() - 1, 2 * next() - 1];
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** How many of n things happen, each by its own chance: by inversion where few are expected, else by the normal law. */
export function drawBinomial(n: number, chance: number, random: Random): number {
  if (n <= 0 || chance <= 0) return 0;
  if (chance >= 1) return n;
  if (chance > 0.5) return n - drawBinomial(n, 1 - chance, random);
  const variance = n * chance * (1 - chance);
  if (variance > mostExact) {
    const drawn = Math.round(n * chance + Math.sqrt(variance) * normal(random));
    return Math.min(n, Math.max(0, drawn));
  }
  const odds = chance / (1 - chance);
  let probability = (1 - chance) ** n;
  let left = random.next();
  let count = 0;
  while (left > probability && count < n) {
    left -= probability;
    count += 1;
    probability *= (odds * (n - count + 1)) / count;
  }
  return count;
}
