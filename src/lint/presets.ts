/**
 * Sets of rules that can be turned on by one word. `recommended` is on unless a configuration says
 * otherwise; `strict` adds rules on which good designers differ; the law profiles add what the law
 * of a country asks of phone menus. A law profile is no legal advice.
 */
export const presets = [
  'recommended',
  'strict',
  'law-spain',
  'law-portugal',
  'law-brazil',
  'law-italy',
  'law-us-federal',
] as const;
export type Preset = (typeof presets)[number];
