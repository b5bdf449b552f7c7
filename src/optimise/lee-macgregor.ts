/**
 * The number of options a menu for which a tree of menus of one size is quickest, when all items are
 * wanted alike (E. Lee & J. MacGregor, "Minimizing user search time in menu retrieval systems", Human
 * Factors 27, 1985): with g options for each of log_g(N) menus, time t to hear one option and so much
 * else for each menu, a caller who stops at the right option hears (g + 1)/2 of them, and one who hears
 * everything g. The optimum is g·(ln g - 1) = 1 + 2·else/t, or else/t for who hears everything; it
 * doesn't depend on N. Demand that is not alike asks for wider first menus than this.
 */
export function quickestWidth(elsePerOption: number, hearsEverything: boolean): number {
  const wanted = hearsEverything ? elsePerOption : 1 + 2 * elsePerOption;
  let [low, high] = [1, Math.E];
  while (high * (Math.log(high) - 1) < wanted) high *= 2;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle * (Math.log(middle) - 1) < wanted) low = middle;
    else high = middle;
  }
  return high;
}
