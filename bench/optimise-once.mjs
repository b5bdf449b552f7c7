// Solves menus of so many contact reasons with labels of 2 to 6 seconds: `node bench/optimise-once.mjs 40
// [menus]`. Prints how far they are above the bound on average. Run by optimise.mjs.
import { solveMenu } from '../dist/index.js';

const [count = '40', menus = '4'] = process.argv.slice(2);
let state = 11;
const next = () => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return state / 2 ** 32;
};

let above = 0;
for (let menu = 0; menu < Number(menus); menu += 1) {
  const problem = {
    leaves: Array.from({ length: Number(count) }, (_, rank) => ({
      weight: 1 / (rank + 1),
      seconds: 2 + 4 * next(),
    })),
    constants: {
      ...{ header: 1, press: 2, entry: 0, fullListenShare: 0, pause: 0, optionsWithoutPause: 3 },
    },
    ...{ categorySeconds: 3, leastCategorySeconds: 3, mostCategorySeconds: 3 },
    ...{ width: 9, depth: Infinity, allowed: 'any' },
  };
  const { seconds, bound } = solveMenu(problem, { seed: menu + 1 });
  above += seconds / bound.seconds - 1;
}
console.log((100 * above) / Number(menus));
