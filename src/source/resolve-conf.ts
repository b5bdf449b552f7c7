import { grouped } from './plural.ts';
import type { ConfEntry, ConfFile, ConfSection, ConfText } from './conf-file.ts';
import { joinTexts } from './embedded-text.ts';
import type { Finding } from './finding.ts';
import { didYouMean } from './nearest-name.ts';
import type { Source } from './source.ts';
import { syntaxFinding } from './syntax-finding.ts';

/** A section with everything that it inherits, and with `+=` worked out. */
export interface ResolvedSection {
  readonly name: ConfText;
  readonly isTemplate: boolean;
  /** The headers that it is made of, the first first: more than one where `(+)` goes on with it. */
  readonly written: readonly ConfSection[];
  /** Inherited entries first. A name may come several times: each is told to Asterisk's module. */
  readonly entries: readonly ConfEntry[];
}

/** Templates may double what they inherit at every step; no real file comes near this. */
const mostEntries = 200_000;

interface Growing {
  readonly name: ConfText;
  readonly isTemplate: boolean;
  readonly written: ConfSection[];
  readonly entries: ConfEntry[];
  /** The last entry of each name: what `+=` adds to. */
  readonly lastOf: Map<string, number>;
}

function joinValues(before: ConfText, added: ConfText): ConfText {
  return { ...joinTexts([before, added]), start: added.start, end: added.end };
}

/** A value without the blanks that only count between what was there and what is added. */
function unpadded(value: ConfText): ConfText {
  const blanks = value.text.length - value.text.trimStart().length;
  return {
    ...value,
    text: value.text.slice(blanks),
    offsets: (index) => value.offsets(index + blanks),
  };
}

function addEntry(section: Growing, entry: ConfEntry): void {
  const last = section.lastOf.get(entry.name.text);
  const before = last === undefined ? undefined : section.entries[last];
  if (entry.operator === '+=' && last !== undefined && before !== undefined) {
    section.entries[last] = { ...before, value: joinValues(before.value, entry.value) };
    return;
  }
  section.lastOf.set(entry.name.text, section.entries.length);
  section.entries.push(
    entry.operator === '+=' ? { ...entry, value: unpadded(entry.value) } : entry,
  );
}

/**
 * What the sections of a file come to, in the order of the file: a section begins with copies of
 * its bases' entries as they stand above it, `(+)` goes on with the section above, `+=` adds to
 * the last value of the name. Names of sections count in any case, as in Asterisk.
 */
export function resolveConf(
  source: Source,
  { sections }: ConfFile,
): { readonly sections: readonly ResolvedSection[]; readonly findings: readonly Finding[] } {
  const resolved: Growing[] = [];
  const byName = new Map<string, Growing>();
  const findings: Finding[] = [];
  let inherited = 0;
  let refused = false;

  const sectionNamed = (name: ConfText, purpose: string): Growing | undefined => {
    const found = byName.get(name.text.toLowerCase());
    if (found !== undefined) return found;
    const hint = didYouMean(name.text, byName.keys());
    const message = `There is no section "${name.text}" above to ${purpose}, so Asterisk refuses the whole file.${hint}`;
    findings.push(syntaxFinding(source, name, message, 'Write that section above this one.'));
    return undefined;
  };

  for (const section of sections) {
    const { name, isTemplate, isAddition, bases } = section;
    const continued = isAddition ? sectionNamed(name, 'go on with') : undefined;
    const target: Growing = continued ?? {
      name,
      isTemplate,
      written: [],
      entries: [],
      lastOf: new Map(),
    };
    target.written.push(section);
    for (const base of bases) {
      const from = sectionNamed(base, 'inherit from');
      if (from === undefined) continue;
      inherited += from.entries.length;
      if (inherited > mostEntries) {
        if (!refused) {
          const message = `The sections inherit more than ${grouped(mostEntries)} entries; the rest isn't read.`;
          findings.push(syntaxFinding(source, base, message, 'Inherit from fewer templates.'));
        }
        refused = true;
        break;
      }
      for (const entry of [...from.entries]) addEntry(target, { ...entry, operator: '=' });
    }
    for (const entry of section.entries) addEntry(target, entry);
    if (continued !== undefined) continue;
    resolved.push(target);
    if (!byName.has(name.text.toLowerCase())) byName.set(name.text.toLowerCase(), target);
  }
  return { sections: resolved, findings };
}
