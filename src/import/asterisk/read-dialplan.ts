import type { Finding } from '../../source/finding.ts';
import { readConf } from '../../source/read-conf.ts';
import { resolveConf, type ResolvedSection } from '../../source/resolve-conf.ts';
import type { Source } from '../../source/source.ts';
import type { Dialplan } from './dialplan.ts';
import { closeContext, readContext, type DialplanDraft, type OpenContext } from './read-context.ts';

/** What reading a dialplan gave: what could be read, and what is wrong. */
export interface DialplanReading {
  readonly dialplan: Dialplan;
  readonly findings: readonly Finding[];
}

const isOff = (value: string): boolean => /^(no|false|off|0|n|f)$/i.test(value);

/** What a comment right behind the header of a section says. */
function titleBehind({ text }: Source, offset: number): string | undefined {
  const end = text.indexOf('\n', offset);
  const rest = text.slice(offset, end === -1 ? Math.min(text.length, offset + 200) : end).trim();
  const title = /^;+[ \t]*([^;].{0,120})$/.exec(rest)?.[1]?.trim();
  return title === undefined || title === '' ? undefined : title;
}

/**
 * Reads the contexts of a dialplan: extensions with their priorities (numbers, `n`, `s`, `+`, labels),
 * `same`, includes and globals. What Asterisk ignores is left over, and told. Linear in the text.
 * https://docs.asterisk.org/Configuration/Dialplan/Contexts-Extensions-and-Priorities/
 */
export function readDialplan(source: Source): DialplanReading {
  const { file, findings: ofFile } = readConf(source);
  const { sections, findings: ofSections } = resolveConf(source, file);
  const contexts = new Map<string, OpenContext>();
  const globals = new Map<string, string>();
  const draft: DialplanDraft = { steps: [], leftovers: [] };
  let endsByItself = true;

  const contextOf = ({ name, written }: ResolvedSection): OpenContext => {
    const known = contexts.get(name.text);
    if (known !== undefined) return known;
    const title = titleBehind(source, written[0]?.header.end ?? name.end);
    const opened = { name: name.text, at: name, title, extensions: new Map(), includes: [] };
    contexts.set(name.text, opened);
    return opened;
  };

  for (const section of sections) {
    if (section.isTemplate) continue;
    switch (section.name.text.toLowerCase()) {
      case 'general':
        for (const { name, value } of section.entries) {
          if (name.text.toLowerCase() === 'autofallthrough') endsByItself = !isOff(value.text);
        }
        break;
      case 'globals':
        for (const { name, value } of section.entries) globals.set(name.text, value.text);
        break;
      default:
        readContext(draft, contextOf(section), section.entries);
    }
  }
  const dialplan: Dialplan = {
    ...draft,
    contexts: new Map([...contexts].map(([name, context]) => [name, closeContext(context)])),
    globals,
    endsByItself,
  };
  return { dialplan, findings: [...ofFile, ...ofSections] };
}
