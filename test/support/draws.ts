import fc from 'fast-check';

/** Numbers that decide something in a test, one after the other, without end. */
export type Draw = () => number;

/** Draws from 0 to `most`. */
export function draws(most: number): fc.Arbitrary<Draw> {
  return fc.infiniteStream(fc.nat(most)).map((stream) => () => {
    const next = stream.next() as IteratorResult<number, undefined>;
    return next.value ?? 0;
  });
}
