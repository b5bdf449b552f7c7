import { isName, nameFrom, nodeId, queueId, type NodeId } from '../script/names.ts';
import type { MenuOption, Script, ScriptNode } from '../script/script.ts';
import type { Language } from '../script/values.ts';
import type { Design, DesignedMenu, DesignedOption, OptionWords } from './design.ts';
import { phrasesOf, type DesignPhrases } from './design-phrases.ts';
import { keyPhraseText } from './option-text.ts';

/** Silence and unknown keys are answered so often, then a person takes over: the middle of what is usual. */
const attempts = 2;
/** Half a minute between words while waiting, and five minutes until a message can be left (judgement). */
const [saidEvery, overflowAfter] = [30, 300];

/** Gives each thing a name that no other has. */
function namer(taken: Iterable<string>) {
  const names = new Set(taken);
  return (text: string, fallback: string): string => {
    const wanted = nameFrom(text, fallback);
    let name = wanted;
    for (let count = 2; names.has(name) || !isName(name); count += 1) name = `${wanted}-${count}`;
    names.add(name);
    return name;
  };
}

/** A prompt that is spoken from a text, one for all languages or one for each. */
type SpokenPrompt =
  { readonly text: string } | { readonly text: Readonly<Record<Language, string>> };

/** A prompt in all languages of the menu; one text where there is one language. */
function promptOf(texts: readonly (readonly [Language, string])[]): SpokenPrompt {
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) return { text: only[1] };
  return { text: Object.fromEntries(texts) };
}

/** What one place of the menu says, in all its languages. */
function phrasePrompt(
  languages: readonly Language[],
  of: (phrases: DesignPhrases) => string,
): SpokenPrompt {
  return promptOf(
    languages.flatMap((language) => {
      const phrases = phrasesOf(language);
      return phrases === undefined ? [] : [[language, of(phrases)] as const];
    }),
  );
}

const wordsPrompt = (words: readonly OptionWords[]): SpokenPrompt =>
  promptOf(words.map(({ language, text }) => [language, text] as const));

interface Writing {
  readonly design: Design;
  readonly nodes: Map<NodeId, ScriptNode>;
  readonly name: (text: string, fallback: string) => string;
  readonly queueNode: (queue: string | undefined) => NodeId;
}

/** The general queue: for a person, and for reasons of which the table names no queue. */
const general = 'general';

function personOption({ design, queueNode }: Writing): MenuOption {
  const { key, words } = design.person;
  return {
    key,
    say: wordsPrompt(words),
    role: 'agent',
    pinned: true,
    to: queueNode(undefined),
  };
}

function optionOf(
  writing: Writing,
  option: DesignedOption,
  ids: ReadonlyMap<DesignedMenu, NodeId>,
) {
  const { key, words } = option;
  const title = words[0]?.label;
  const said = { key, say: wordsPrompt(words), title };
  if (option.leadsTo === 'menu') return { ...said, to: ids.get(option.menu) };
  const { reason, queue } = option.reason;
  return { ...said, reason, to: writing.queueNode(queue) };
}

/** All menus, each before those behind it, so that the file reads from the top. */
function writeMenus(writing: Writing, first: NodeId): void {
  const { design, nodes, name, queueNode } = writing;
  const retry = (of: (phrases: DesignPhrases) => string) => ({
    attempts,
    say: phrasePrompt(design.languages, of),
    to: queueNode(undefined),
  });
  const ids = new Map<DesignedMenu, NodeId>([[design.menu, first]]);
  const titles = new Map<DesignedMenu, string>();
  const menus = [design.menu];
  for (const menu of menus) {
    for (const option of menu.options) {
      if (option.leadsTo !== 'menu') continue;
      const title = option.words[0]?.label ?? '';
      titles.set(option.menu, title);
      ids.set(option.menu, nodeId(name(title, `menu-${menus.length + 1}`)));
      menus.push(option.menu);
    }
  }
  for (const menu of menus) {
    const options = menu.options.map((option) => optionOf(writing, option, ids));
    const id = ids.get(menu) ?? first;
    nodes.set(id, {
      kind: 'menu',
      title: titles.get(menu) ?? 'Main menu',
      options: [...options, personOption(writing)],
      noInput: retry(({ noInput }) => noInput),
      noMatch: retry(({ noMatch }) => noMatch),
    });
  }
}

function languageMenu(languages: readonly Language[], first: NodeId): ScriptNode {
  const options = languages.map((language, index): MenuOption => {
    const key = String(index + 1);
    const text = keyPhraseText(phrasesOf(language)?.language ?? '', key);
    return {
      key,
      say: promptOf([[language, text]]),
      role: 'language',
      language,
      pinned: true,
      to: first,
    };
  });
  return {
    kind: 'menu',
    title: 'Language',
    options,
    noInput: { attempts: 1, to: first },
    noMatch: { to: first },
  };
}

/**
 * A design as a script that can be linted, drawn and called at once: the menus, a queue for each that the
 * table names, a person on key 0 of every menu and after silence or unknown keys, and a message where
 * nobody answers. Where callers speak several languages a menu for the language comes first.
 */
export function designScript(design: Design, id: string): Script {
  const { languages, title } = design;
  const nodes = new Map<NodeId, ScriptNode>();
  const name = namer(['welcome', 'language', 'main', 'message', 'goodbye', general]);
  const queues = new Map<string, NodeId>();
  const queueName = namer([general]);
  const [first, message, goodbye] = [nodeId('main'), nodeId('message'), nodeId('goodbye')];
  const say = (of: (phrases: DesignPhrases) => string) => phrasePrompt(languages, of);
  const queueNodes = new Map<NodeId, ScriptNode>();
  const queueNode = (queue: string | undefined): NodeId => {
    const wanted = queue ?? general;
    const known = queues.get(wanted);
    if (known !== undefined) return known;
    const isGeneral = nameFrom(wanted, '') === general;
    const own = isGeneral ? general : queueName(wanted, `queue-${queues.size + 1}`);
    const node = nodeId(isGeneral ? general : name(`${own}-queue`, `${own}-queue`));
    queues.set(wanted, node);
    queueNodes.set(node, {
      kind: 'queue',
      ...(isGeneral ? {} : { title: wanted }),
      queue: queueId(own),
      say: say(({ wait }) => wait),
      announce: { every: saidEvery, waitTime: true },
      overflow: { after: overflowAfter, to: message },
      closed: { to: message },
    });
    return node;
  };
  const writing: Writing = { design, nodes, name, queueNode };
  const start = languages.length > 1 ? nodeId('language') : first;
  if (title !== undefined)
    nodes.set(nodeId('welcome'), {
      kind: 'announcement',
      say: promptOf(languages.map((language) => [language, `${title.replace(/[.!]$/, '')}.`])),
      to: start,
    });
  if (languages.length > 1) nodes.set(start, languageMenu(languages, first));
  writeMenus(writing, first);
  for (const [node, queue] of queueNodes) nodes.set(node, queue);
  nodes.set(message, {
    kind: 'voicemail',
    say: say((phrases) => phrases.message),
    to: goodbye,
  });
  nodes.set(goodbye, { kind: 'hangup', say: say((phrases) => phrases.goodbye) });
  return {
    ivr: 1,
    id: nodeId(nameFrom(id, 'designed')),
    ...(title === undefined ? {} : { title }),
    language: languages[0] ?? 'en',
    entries: [{ start: title === undefined ? start : nodeId('welcome') }],
    nodes: Object.fromEntries(nodes),
  };
}
