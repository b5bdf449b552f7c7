import type { RuleInfo } from '../lint/rule-info.ts';
import { plain, type Paint } from './paint.ts';
import { plural } from '../source/plural.ts';
import { severityBrush } from './severity-brush.ts';
import { tableLines, type Cell } from './table.ts';

/** When a rule is on, in few words: what is recommended is in `strict` too. */
export function presetWords({ of, presets }: RuleInfo): string {
  if (of === 'reading') return 'always on';
  if (of === 'export') return 'ivr export';
  if (of !== 'rule') return 'on';
  const isRecommended = presets.includes('recommended');
  return presets.filter((preset) => !isRecommended || preset !== 'strict').join(', ');
}

/** Rules as a table for people: id, severity, presets, what is asked for. */
export function rulesToText(infos: readonly RuleInfo[], paint: Paint = plain): string {
  const rows = infos.map((info): readonly Cell[] => [
    { text: info.id, paint: paint.bold },
    { text: info.severity, paint: severityBrush(paint, info.severity) },
    { text: presetWords(info), paint: paint.dim },
    { text: info.summary },
  ]);
  const lines = tableLines(rows, ['left', 'left', 'left', 'left']);
  const rules = infos.filter(({ of }) => of === 'rule').length;
  const others = plural(infos.length - rules, 'other check');
  return [
    ...lines,
    '',
    `${plural(rules, 'rule')}, ${others}. More about one: ivr explain <rule>`,
    '',
  ].join('\n');
}
