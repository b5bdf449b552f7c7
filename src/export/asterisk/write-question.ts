import type { MenuOption, NodeOfKind } from '../../script/script.ts';
import type { Prompt } from '../../script/values.ts';
import { retriesOf } from '../asking.ts';
import { isSafeValue, safeValue, variableName, writtenSeconds } from './safe-text.ts';
import { soundOf, wayTo, type Here } from './writing.ts';

type Question = NodeOfKind<'menu'> | NodeOfKind<'collect'>;
type Trigger = 'noInput' | 'noMatch';

const counterOf = ({ id }: Here, trigger: Trigger): string =>
  `${trigger === 'noInput' ? 'SILENT' : 'WRONG'}_${variableName(id)}`;

/** A language tag as Asterisk names the folders of its sounds. */
export const languageFolder = (tag: string): string => tag.replaceAll('-', '_');

/** Sets a variable; what Asterisk would read otherwise is taken out, and told. */
export function writeSet(here: Here, name: string, value: string, path: Here['path']): void {
  const variable = variableName(name);
  if (variable !== name || !isSafeValue(value)) {
    here.tell.otherwise(
      path,
      `"${name}" is set as ${variable} to "${safeValue(value)}": some signs have a special meaning in Asterisk.`,
      'Use letters, digits and underscores.',
    );
  }
  here.text.step(`Set(${variable}=${safeValue(value)})`);
}

/** Counts, and asks again until it has been enough: what `attempts` means. */
function writeRetry(here: Here<Question>, trigger: Trigger, label: string): void {
  const { script, node, text } = here;
  const { attempts, say, to } = retriesOf(script, node, trigger);
  const path = [...here.path, trigger];
  if (attempts > 1) {
    const counter = counterOf(here, trigger);
    text.step(`Set(${counter}=$[\${${counter}} + 1])`);
    text.step(`GotoIf($[\${${counter}} >= ${attempts}]?${label})`);
    const sound = soundOf(here, [say], `${here.id}-${trigger === 'noInput' ? 'silent' : 'wrong'}`, [
      ...path,
      'say',
    ]);
    if (sound !== undefined) text.step(`Playback(${sound})`);
    text.step('Goto(s,ask)');
    text.step(wayTo(here, to), label);
    return;
  }
  text.step(wayTo(here, to));
}

function writeCounters(here: Here<Question>): void {
  const counted = (['noInput', 'noMatch'] as const).filter(
    (trigger) => retriesOf(here.script, here.node, trigger).attempts > 1,
  );
  for (const trigger of counted) here.text.step(`Set(${counterOf(here, trigger)}=0)`);
}

function writeOption(here: Here<NodeOfKind<'menu'>>, option: MenuOption, index: number): void {
  const { text, tell } = here;
  const path = [...here.path, 'options', index];
  if (option.key === undefined) {
    tell.leftOut(path, "Asterisk has only keys: callers can't say this option.", 'Give it a key.');
    return;
  }
  if (option.do === 'back') {
    tell.leftOut(
      [...path, 'do'],
      `Asterisk doesn't remember the menu before, so key ${option.key} counts as a wrong one.`,
      'Lead the option to a menu by its name.',
    );
    return;
  }
  text.extension(option.key);
  if (option.language !== undefined)
    text.step(`Set(CHANNEL(language)=${languageFolder(option.language)})`);
  for (const [name, value] of Object.entries(option.set ?? {})) {
    writeSet(here, name, value, [...path, 'set', name]);
  }
  text.step(option.do === 'repeat' ? 'Goto(s,1)' : wayTo(here, option.to));
}

/** A menu: a prompt, a wait for keys, an extension for each key, `t` and `i` with their counters. */
export function writeMenu(here: Here<NodeOfKind<'menu'>>): void {
  const { script, node, text, id, path, tell } = here;
  text.extension('s');
  writeCounters(here);
  const pause = node.interDigit ?? script.defaults?.interDigit;
  text.step(`Set(TIMEOUT(digit)=${writtenSeconds(pause ?? 3)})`, 'ask');
  const prompts: readonly (Prompt | undefined)[] = [
    node.say,
    ...node.options.map(({ say }) => say),
  ];
  const sound = soundOf(here, prompts, id, [...path, 'say']);
  const listens = node.bargeIn ?? script.defaults?.bargeIn ?? true;
  if (sound !== undefined) text.step(`${listens ? 'Background' : 'Playback'}(${sound})`);
  const { wait } = retriesOf(script, node, 'noInput');
  text.step(wait > 0 ? `WaitExten(${writtenSeconds(wait)})` : 'Goto(t,1)');
  const keys = new Set<string>();
  node.options.forEach((option, index) => {
    if (option.key !== undefined && keys.has(option.key)) {
      tell.leftOut(
        [...path, 'options', index],
        `Key ${option.key} is given twice; Asterisk keeps the first.`,
        'Give it another key.',
      );
      return;
    }
    if (option.key !== undefined) keys.add(option.key);
    writeOption(here, option, index);
  });
  text.extension('t');
  writeRetry(here, 'noInput', 'silent');
  text.extension('i');
  writeRetry(here, 'noMatch', 'wrong');
}

/** Digits that are collected: `Read`, and what follows from how many there are. */
export function writeCollect(here: Here<NodeOfKind<'collect'>>): void {
  const { script, node, text, id, path, tell } = here;
  const variable = variableName(`DIGITS_${id}`);
  const { wait } = retriesOf(script, node, 'noInput');
  const min = node.digits?.min ?? 1;
  const { end, max } = node.digits ?? {};
  text.extension('s');
  writeCounters(here);
  const pause = node.digits?.interDigit ?? script.defaults?.interDigit;
  if (pause !== undefined) text.step(`Set(TIMEOUT(digit)=${writtenSeconds(pause)})`);
  const sound = soundOf(here, [node.say], id, [...path, 'say']) ?? '';
  const terminator = end !== undefined && end !== '#' && end.length === 1 ? `t(${end})` : '';
  text.step(
    `Read(${variable},${sound},${max ?? ''},${terminator},1,${writtenSeconds(Math.max(wait, 0.1))})`,
    'ask',
  );
  text.step(`GotoIf($["\${${variable}}" = ""]?silent,1)`);
  if (min > 1) text.step(`GotoIf($[\${LEN(\${${variable}})} < ${min}]?wrong,1)`);
  text.step(wayTo(here, node.to));
  text.extension('silent');
  writeRetry(here, 'noInput', 'enough');
  if (min > 1) {
    text.extension('wrong');
    writeRetry(here, 'noMatch', 'enough');
  }
  if (node.sensitive === true) {
    tell.otherwise(
      [...path, 'sensitive'],
      'Asterisk writes digits into its verbose log, including secrets.',
      'Turn that log off, or read the digits with a program.',
    );
  }
}
