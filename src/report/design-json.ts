import type { Design, DesignedMenu, DesignedOption } from '../design/design.ts';
import { jsonText } from './json.ts';

/** A millionth of a second is more than any caller notices. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

function optionJson(option: DesignedOption): object {
  const { key, words, calls, seconds } = option;
  const labels = Object.fromEntries(words.map(({ language, label }) => [language, label]));
  const about = {
    key,
    label: words[0]?.label ?? '',
    ...(words.length > 1 ? { labels } : {}),
    calls,
    seconds: rounded(seconds),
  };
  if (option.leadsTo === 'menu') return { ...about, menu: menuJson(option.menu) };
  return { ...about, reason: option.reason.reason, queue: option.reason.queue ?? null };
}

const menuJson = ({ options }: DesignedMenu): object => ({ options: options.map(optionJson) });

/**
 * The document of `ivr design --format json`, as plain data: seconds a call, `seconds` of an option from
 * the beginning of the first menu until it has been chosen.
 */
function designDocument(design: Design) {
  const { secondsPerCall, bound, isOptimal, calls, leftOut, languages } = design;
  return {
    schemaVersion: 1,
    secondsPerCall: rounded(secondsPerCall),
    // Down, so that the bound that is printed is one.
    bound: Math.floor(bound * 1e6) / 1e6,
    optimal: isOptimal,
    calls,
    languages,
    menu: menuJson(design.menu),
    person: { key: design.person.key, calls: leftOut.reduce((sum, one) => sum + one.calls, 0) },
    leftOut: leftOut.map(({ reason, calls: own }) => ({ reason, calls: own })),
    model: { ...design.model, labelSeconds: design.model.labelSeconds ?? null },
    limits: {
      ...{ width: design.width, depth: design.depth ?? null, groups: design.groups },
      order: design.keepsOrder ? 'kept' : 'any',
    },
  };
}

/** What `ivr design --format json` prints: one document, with a line end. */
export const designToJson = (design: Design): string => jsonText(designDocument(design));
