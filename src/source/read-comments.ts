import { createScanner } from 'jsonc-parser';
import { Lexer } from 'yaml';
import type { Comment } from './comment.ts';
import { looksLikeJson } from './looks-like-json.ts';
import type { Source } from './source.ts';

/** jsonc-parser's token kinds; its own names are a const enum, which separate compilation can't read. */
const token = { lineComment: 12, blockComment: 13, end: 17 } as const;

/** Signs that the YAML lexer puts between the parts of the text, and that no text stands for. */
const scalarFollows = '\u001f';
const added: ReadonlySet<string> = new Set(['\u0002', '\u0018', scalarFollows]);

function yamlComments(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  let start = 0;
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    const end = added.has(lexeme) ? start : start + lexeme.length;
    if (lexeme.startsWith('#') && before !== scalarFollows)
      comments.push({ start, end, text: lexeme.slice(1).trim() });
    start = end;
    before = lexeme;
  }
  return comments;
}

function jsonComments(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  const scanner = createScanner(text, false);
  for (let kind: number = scanner.scan(); kind !== token.end; kind = scanner.scan()) {
    if (kind !== token.lineComment && kind !== token.blockComment) continue;
    const start = scanner.getTokenOffset();
    // The scanner looks past the end of a text for what would close a block.
    const end = Math.min(start + scanner.getTokenLength(), text.length);
    const isClosed = kind === token.blockComment && text.startsWith('*/', end - 2);
    const inner = text.slice(start + 2, isClosed ? end - 2 : end);
    comments.push({ start, end, text: inner.trim() });
  }
  return comments;
}

/** The comments of a text in YAML or JSON; what only looks like one inside a text is none. */
export function readComments(source: Source): readonly Comment[] {
  return looksLikeJson(source) ? jsonComments(source.text) : yamlComments(source.text);
}
