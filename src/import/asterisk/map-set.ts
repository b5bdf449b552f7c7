import type { ConfText } from '../../source/conf-file.ts';
import type { Block, Effect } from './block.ts';
import { partOf } from './conf-part.ts';
import { withVariable, type Environment } from './environment.ts';
import { passOn, type StepCall } from './step-call.ts';
import { substitute } from './substitute.ts';

/** A language tag of Asterisk (`en_GB`) as scripts have it. */
function languageTag(text: string): string | undefined {
  const tag = text.trim().replaceAll('_', '-');
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : undefined;
}

/** `$[${NAME} + 1]`, `$[0${NAME}+1]`, `${INC(NAME)}`, `${MATH(${NAME}+1,int)}`: how far it counts. */
function countedBy(name: string, value: string): number | undefined {
  const text = value.replace(/\s+/g, '');
  if (/^\$\{(INC|DEC)\(/.test(text)) {
    return text === `\${INC(${name})}` ? 1 : text === `\${DEC(${name})}` ? -1 : undefined;
  }
  const sum =
    /^\$\[0?\$\{([^${}]+)\}([+-])(\d{1,4})\]$/.exec(text) ??
    /^\$\{MATH\(0?\$\{([^${}]+)\}([+-])(\d{1,4})(?:,\w*)?\)\}$/.exec(text);
  if (sum?.[1] !== name) return undefined;
  return (sum[2] === '-' ? -1 : 1) * Number(sum[3]);
}

interface Setting {
  readonly environment: Environment;
  readonly effects: readonly Effect[];
}

function assign(call: StepCall, written: ConfText, before: Environment): Setting {
  const equals = written.text.indexOf('=');
  if (equals === -1) return { environment: before, effects: [] };
  const named = substitute(written.text.slice(0, equals).trim(), call.lookUp);
  if (named === undefined) return { environment: before, effects: [] };
  const name = named.replace(/^_{1,2}/, '');
  const value = partOf(written, equals + 1, written.text.length).text;
  const text = substitute(value, call.lookUp);
  const variable = /^(?:GLOBAL|SHARED)\(([^()]*)\)$/i.exec(name)?.[1] ?? canonical(name);
  const environment = withVariable(before, variable, text);
  const by = countedBy(variable, value);
  if (by !== undefined) return { environment, effects: [{ does: 'count', name: variable, by }] };
  if (variable === 'CHANNEL(language)') {
    const language = text === undefined ? undefined : languageTag(text);
    return { environment, effects: language === undefined ? [] : [{ does: 'language', language }] };
  }
  return {
    environment,
    effects: text === undefined ? [] : [{ does: 'set', name: variable, text }],
  };
}

/** Functions that may be written to, each with one name whatever its case. */
function canonical(name: string): string {
  const lower = name.toLowerCase().replace(/\s+/g, '');
  if (lower === 'channel(language)' || lower === 'language()') return 'CHANNEL(language)';
  const timeout = /^timeout\((digit|response|absolute)\)$/.exec(lower)?.[1];
  return timeout === undefined ? name : `TIMEOUT(${timeout})`;
}

/** `Set(NAME=value)`; several at once by `MSet`, and as Asterisk 1.4 took them. */
export function mapSet(call: StepCall): Block {
  const isOne = call.application !== 'mset' && !isSeveral(call);
  const settings = isOne ? [call.whole] : call.given;
  let environment = call.environment;
  const effects: Effect[] = [];
  for (const written of settings) {
    const setting = assign(call, written, environment);
    environment = setting.environment;
    effects.push(...setting.effects);
  }
  return passOn(call, call.next, effects, environment);
}

/** `Set(a=1|b=2)`: a bar divided assignments in Asterisk 1.4. */
const isSeveral = ({ given, whole }: StepCall): boolean =>
  given.length > 1 && !whole.text.includes(',') && given.every(({ text }) => text.includes('='));

/** `DigitTimeout`, `ResponseTimeout`, `SetLanguage`: what Asterisk 1.2 had for `Set`. */
export function mapOldSetting(variable: string) {
  return (call: StepCall): Block => {
    const text = call.text(0);
    const environment = withVariable(call.environment, variable, text);
    const language =
      variable === 'CHANNEL(language)' && text !== undefined ? languageTag(text) : undefined;
    const effects: readonly Effect[] =
      language === undefined ? [] : [{ does: 'language', language }];
    return passOn(call, call.next, effects, environment);
  };
}
