const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether two plain values say the same; a field that is undefined is no field. Without recursion. */
export function isSameValue(a: unknown, b: unknown): boolean {
  const waiting: [unknown, unknown][] = [[a, b]];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const [left, right] = pair;
    if (left === right || (Number.isNaN(left) && Number.isNaN(right))) continue;
    if (!isObject(left) || !isObject(right)) return false;
    if (Array.isArray(left) !== Array.isArray(right)) return false;
    for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
      waiting.push([left[name], right[name]]);
    }
  }
  return true;
}
