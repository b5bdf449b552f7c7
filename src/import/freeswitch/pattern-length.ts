/** What makes a part of a pattern be there several times, or not at all. */
const repeats = /^(?:\*|\+|\?|\{(\d{1,3})(?:,\d{0,3})?\})\??/;

/** One sign of a pattern: a digit, a class, an escape, any sign. */
const sign = /^(?:\[[^\]]*\]|\\[dDwWsS*#.+]|[0-9*#.a-zA-Z])/;

/**
 * The fewest digits that a pattern such as `^(10[01][0-9])$` can match; nothing where that needs more
 * than reading along: alternatives, groups in groups, look-around.
 */
export function leastDigits(pattern: string): number | undefined {
  let rest = pattern.replace(/^\/?\^?/, '').replace(/\$?\/?[a-z]*$/, '');
  if (/[|]|\(\?[^:]/.test(rest)) return undefined;
  let total = 0;
  let group: number | undefined;
  while (rest !== '') {
    if (rest.startsWith('(')) {
      if (group !== undefined) return undefined;
      group = total;
      rest = rest.slice(rest.startsWith('(?:') ? 3 : 1);
      continue;
    }
    let length = 1;
    if (rest.startsWith(')')) {
      if (group === undefined) return undefined;
      length = total - group;
      total = group;
      group = undefined;
      rest = rest.slice(1);
    } else {
      const found = sign.exec(rest);
      if (found === null) return undefined;
      rest = rest.slice(found[0].length);
    }
    const repeat = repeats.exec(rest);
    rest = rest.slice(repeat?.[0].length ?? 0);
    const how = repeat?.[0] ?? '';
    const times = /^[*?]/.test(how) ? 0 : repeat?.[1] === undefined ? 1 : Number(repeat[1]);
    total += length * times;
  }
  return group === undefined ? total : undefined;
}
