import type { NodeId } from '../../script/names.ts';
import { valueIn, type XmlElement, type XmlText } from '../../source/xml-tree.ts';
import { placeOf } from '../xml-document.ts';
import { askedBy, equalityIn, holds } from './condition.ts';
import { followWay } from './map-way.ts';
import { isHeard, readPrompt } from './read-prompt.ts';
import { placeIn, type Here } from './reader.ts';
import { bargeInOf } from './scope.ts';

type Child = XmlElement | XmlText;

/** What ends a piece of content: nothing behind it is done. */
export const endings: ReadonlySet<string> = new Set([
  ...['goto', 'submit', 'exit', 'disconnect', 'return', 'throw'],
]);

/** What is computed: told, since a call may depend on it, and never run. */
const computing = new Set(['script', 'assign', 'var', 'data']);
/** What is done beside: nothing that a caller notices. */
const quiet = new Set(['log', 'reprompt', 'mark', 'property', 'filled', 'grammar', 'prompt']);

/** The parts of an `<if>`, each with its condition; the last may have none. */
function partsOf(element: XmlElement): readonly { cond: string | undefined; content: Child[] }[] {
  const parts = [{ cond: valueIn(element, 'cond') ?? 'true', content: [] as Child[] }] as {
    cond: string | undefined;
    content: Child[];
  }[];
  for (const child of element.children) {
    if (child.kind === 'element' && child.local === 'elseif')
      parts.push({ cond: valueIn(child, 'cond') ?? 'true', content: [] });
    else if (child.kind === 'element' && child.local === 'else')
      parts.push({ cond: undefined, content: [] });
    else parts.at(-1)?.content.push(child);
  }
  return parts;
}

/** A chain that compares one variable with texts: one branch on it, with a case for each. */
function comparedChain(element: XmlElement, here: Here) {
  const compared = partsOf(element).map(({ cond, content }) => ({
    content,
    is: cond === undefined ? undefined : equalityIn(cond),
  }));
  const [first] = compared;
  const name = first?.is?.name;
  if (name === undefined || name === here.known?.name) return undefined;
  const cases = compared.filter(({ is }) => is !== undefined);
  const isOne = cases.every(({ is }) => is?.name === name);
  const isWhole =
    cases.length >= compared.length - 1 && compared.slice(0, -1).every(({ is }) => is);
  return isOne && isWhole
    ? { name, cases, last: compared.find(({ is }) => is === undefined) }
    : undefined;
}

function compileChain(
  element: XmlElement,
  chain: NonNullable<ReturnType<typeof comparedChain>>,
  here: Here,
  next: NodeId,
): NodeId {
  const { writer } = here.reader;
  const cases = chain.cases.map(({ is, content }) => ({
    when: is?.value ?? '',
    to: compile(content, here, next),
  }));
  const otherwise = chain.last === undefined ? next : compile(chain.last.content, here, next);
  const id = writer.freshId(`check-${chain.name}`, 'check');
  const on = { attribute: chain.name };
  return writer.add(id, { kind: 'branch', on, cases, otherwise }, placeIn(here, element));
}

/** A choice that a call makes; where what is known decides it, only the part that is taken. */
function compileIf(element: XmlElement, here: Here, next: NodeId): NodeId {
  const { writer } = here.reader;
  const chain = comparedChain(element, here);
  if (chain !== undefined) return compileChain(element, chain, here, next);
  return partsOf(element).reduceRight<NodeId>((otherwise, { cond, content }) => {
    if (cond === undefined || cond.trim() === 'true') return compile(content, here, next);
    const known = here.known === undefined ? undefined : holds(cond, here.known);
    if (known !== undefined) return known ? compile(content, here, next) : otherwise;
    const to = compile(content, here, next);
    if (to === otherwise) return to;
    const id = writer.freshId(`if-${here.hint}`, 'if');
    const { name, whens, isNegated } = askedBy(cond) ?? {
      name: cond,
      whens: ['true'],
      isNegated: false,
    };
    const [met, unmet] = isNegated ? [otherwise, to] : [to, otherwise];
    return writer.add(
      id,
      {
        kind: 'branch',
        on: { attribute: name },
        cases: whens.map((when) => ({ when, to: met })),
        otherwise: unmet,
      },
      placeIn(here, element),
    );
  }, next);
}

function compileElement(element: XmlElement, here: Here, next: NodeId): NodeId {
  const { reader } = here;
  const { writer } = reader;
  const at = placeIn(here, element);
  switch (element.local) {
    case 'if':
      return compileIf(element, here, next);
    case 'goto':
    case 'submit':
    case 'throw':
      return followWay(here, element);
    case 'exit':
    case 'disconnect':
      return writer.add(writer.freshId(element.local, 'exit'), { kind: 'hangup' }, at);
    case 'return': {
      const script = { unknown: 'the dialog that called this one' };
      return writer.add(
        writer.freshId('return', 'return'),
        { kind: 'subflow', title: 'Return', script },
        at,
      );
    }
    case 'clear': {
      const [first] = (valueIn(element, 'namelist') ?? '').split(/\s+/);
      return (first === undefined || first === '' ? here.self : here.item(first)) ?? next;
    }
    default:
      if (computing.has(element.local))
        writer.tell(`What <${element.local}> computes isn't known: nothing is run.`, at);
      else if (!quiet.has(element.local)) writer.tell(`<${element.local}> means nothing here.`, at);
      return next;
  }
}

/**
 * The node that a piece of executable content begins with, and goes on at `next` behind it. What is
 * heard in one go is one announcement.
 */
export function compile(children: readonly Child[], here: Here, next: NodeId): NodeId {
  const { writer, language } = here.reader;
  let behind = next;
  let said: Child[] = [];
  const say = () => {
    const prompt = readPrompt(said, language);
    const bargeIn = bargeInOf(said, here.scope);
    const first = said.find((child) => child.kind === 'element' || child.text.trim() !== '');
    said = [];
    if (prompt === undefined || first === undefined) return;
    const extent = first.kind === 'element' ? first.tag : first;
    const at = placeOf(here.scope.page.source, extent);
    const id = writer.freshId(`say-${here.hint}`, 'say');
    behind = writer.add(id, { kind: 'announcement', say: prompt, bargeIn, to: behind }, at, [
      [['say'], at],
    ]);
  };
  for (const child of children.toReversed()) {
    if (isHeard(child)) {
      said.unshift(child);
      continue;
    }
    say();
    if (child.kind === 'element') behind = compileElement(child, here, behind);
  }
  say();
  return behind;
}
