/** One option of a menu as a caller meets it: how long it takes to say, and how many choose it. */
export interface MenuItem {
  readonly seconds: number;
  /** Callers, or a share of them. */
  readonly weight: number;
}

/** What a menu costs a caller besides its options, in seconds. */
export interface MenuConstants {
  readonly header: number;
  readonly press: number;
  readonly entry: number;
  /** The share who hear every option before they choose; 1 without barge-in. */
  readonly fullListenShare: number;
}

/** For each option, the seconds of option audio that are heard before it is chosen. */
export function optionSeconds(
  seconds: readonly number[],
  fullListenShare: number,
): readonly number[] {
  const all = seconds.reduce((total, length) => total + length, 0);
  let heard = 0;
  return seconds.map((length) => {
    heard += length;
    return fullListenShare * all + (1 - fullListenShare) * heard;
  });
}

/**
 * The seconds that callers who choose spend in a menu, summed over their weights; with weights that
 * are shares of all calls, the seconds it costs a call. Choosing position i takes the header, the
 * options up to i (all of them for those who hear everything), and the press.
 */
export function menuSeconds(items: readonly MenuItem[], constants: MenuConstants): number {
  const { header, press, entry, fullListenShare } = constants;
  const heard = optionSeconds(
    items.map((item) => item.seconds),
    fullListenShare,
  );
  return items.reduce(
    (total, item, index) => total + item.weight * (header + entry + (heard[index] ?? 0) + press),
    0,
  );
}
