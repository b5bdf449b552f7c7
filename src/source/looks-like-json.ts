import type { Source } from './source.ts';

/**
 * What is written like JSON is read as JSON, a comment above it included, unless the file is called
 * YAML: flow maps look alike.
 */
export function looksLikeJson({ path, text }: Source): boolean {
  return /^\uFEFF?\s*(?:[[{]|\/[/*])/.test(text) && !/\.ya?ml$/i.test(path);
}
