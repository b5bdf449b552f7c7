type NumberArray = Int32Array | Float64Array | Uint8Array;

/** A copy of at least this length, twice as long as before, with what was there. */
export function grown<Numbers extends NumberArray>(numbers: Numbers, atLeast: number): Numbers {
  const make = numbers.constructor as new (length: number) => Numbers;
  const longer = new make(Math.max(atLeast, numbers.length * 2));
  longer.set(numbers);
  return longer;
}
