import { promptText } from '../prompt/prompt-text.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeOfKind } from '../script/script.ts';
import type { Prompt } from '../script/values.ts';
import type { Path } from '../source/tree.ts';
import { type CallFlow, edgesInto, nodeAt, nodeOfKind } from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';
import { oncePerMenu } from './once-per-menu.ts';

/** One prompt that a caller hears around the choice of a menu. */
export interface HeardPiece {
  /**
   * `before`: a node that leads to the menu says it; `header` and `option`: the menu says it before
   * callers choose; `retry`: the menu says it to callers who stayed silent or mistyped.
   */
  readonly role: 'before' | 'header' | 'option' | 'retry';
  readonly prompt: Prompt;
  /** The words, or nothing where they aren't known. */
  readonly text: string | undefined;
  /** The way to the prompt in the script. */
  readonly path: Path;
  /** The position of the option that says it. */
  readonly option: number | undefined;
  /** True when whoever hears it comes to this menu next, whatever happens. */
  readonly leadsHere: boolean;
}

/** What callers hear at a menu, in the order in which they hear it. */
export interface MenuPrompt {
  readonly pieces: readonly HeardPiece[];
  /**
   * True when these pieces are all that may be said there. False when a prompt's words aren't known,
   * when a part of the call that can't be seen comes before, or when nothing is said at all, as in
   * imports that hold the prompt elsewhere.
   */
  readonly complete: boolean;
}

/** What was said more steps ago than this isn't about this menu's keys. */
const mostNodesBack = 50;

interface Before {
  readonly pieces: readonly Omit<HeardPiece, 'text'>[];
  readonly hidden: boolean;
}

/** The prompts of the nodes that lead to a menu with no other choice between, nearest last. */
function heardBefore(flow: CallFlow, menu: NodeId): Before {
  const pieces: Omit<HeardPiece, 'text'>[] = [];
  let hidden = false;
  const seen = new Set<NodeId>([menu]);
  const waiting: { id: NodeId; leadsHere: boolean }[] = [{ id: menu, leadsHere: true }];
  for (const { id, leadsHere } of waiting) {
    for (const { from } of edgesInto(flow, id)) {
      if (seen.has(from)) continue;
      if (seen.size > mostNodesBack) return { pieces: pieces.reverse(), hidden: true };
      seen.add(from);
      const { node, kind, path } = nodeAt(flow, from);
      if (kind === 'opaque' || kind === 'subflow') hidden = true;
      const isAnnouncement = kind === 'announcement';
      if ((isAnnouncement || kind === 'task') && 'say' in node && node.say !== undefined) {
        const comesNext = leadsHere && isAnnouncement;
        pieces.push({
          role: 'before',
          prompt: node.say,
          path: [...path, 'say'],
          option: undefined,
          leadsHere: comesNext,
        });
      }
      if (isAnnouncement) waiting.push({ id: from, leadsHere });
      else if (kind === 'branch' || kind === 'task') waiting.push({ id: from, leadsHere: false });
    }
  }
  return { pieces: pieces.reverse(), hidden };
}

/** What is said around the choice of a menu, in whatever language. */
interface SaidAround {
  readonly pieces: readonly Omit<HeardPiece, 'text'>[];
  /** False where more may be said than can be seen. */
  readonly complete: boolean;
}

const answersOf = oncePerFlow(() => new Map<NodeId, SaidAround>());

function saidAround(flow: CallFlow, menu: NodeId, node: NodeOfKind<'menu'>): SaidAround {
  const answers = answersOf(flow);
  const known = answers.get(menu);
  if (known !== undefined) return known;
  const before = heardBefore(flow, menu);
  const pieces: Omit<HeardPiece, 'text'>[] = [...before.pieces];
  const add = (role: HeardPiece['role'], prompt: Prompt | undefined, path: Path) => {
    if (prompt !== undefined)
      pieces.push({ role, prompt, path, option: undefined, leadsHere: true });
  };
  add('header', node.say, ['nodes', menu, 'say']);
  node.options.forEach(({ say }, option) => {
    const path = ['nodes', menu, 'options', option, 'say'];
    if (say !== undefined)
      pieces.push({ role: 'option', prompt: say, path, option, leadsHere: true });
  });
  add('retry', node.noInput?.say, ['nodes', menu, 'noInput', 'say']);
  add('retry', node.noMatch?.say, ['nodes', menu, 'noMatch', 'say']);
  const isKnown = ({ prompt }: (typeof pieces)[number]): boolean => prompt.unknown === undefined;
  const complete = !before.hidden && pieces.length > 0 && pieces.every(isKnown);
  const answer = { pieces, complete };
  answers.set(menu, answer);
  return answer;
}

/**
 * What a caller hears at a menu in a language: announcements that lead straight to it (many exports
 * write the prompt in a block before), its own prompt, its options in reading order, and what it says
 * when asking again. An id that is no menu gives no pieces.
 */
export const menuPrompt = oncePerMenu((flow, menu, language): MenuPrompt => {
  const node = nodeOfKind(flow, menu, 'menu');
  if (node === undefined) return { pieces: [], complete: false };
  const said = saidAround(flow, menu, node);
  const fallback = flow.script.language;
  // Written out field by field: there are as many pieces as prompts, and copies take longer.
  const pieces = said.pieces.map(({ role, prompt, path, option, leadsHere }): HeardPiece => {
    const text = promptText(prompt, language, fallback);
    return { role, prompt, text, path, option, leadsHere };
  });
  return { pieces, complete: said.complete && pieces.every(({ text }) => text !== undefined) };
});
