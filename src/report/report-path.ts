const windowsRoot = /^(?:[A-Za-z]:)?\\/;

/**
 * A path as services want it: with `/` between folders, without `./` before it, and from the root of
 * the run where it lies below that.
 */
export function reportPath(path: string, root = ''): string {
  const isWindows = windowsRoot.test(root) || /^[A-Za-z]:\\/.test(path);
  const slashed = (text: string) => (isWindows ? text.replaceAll('\\', '/') : text);
  const here = slashed(path).replace(/^(?:\.\/+)+/, '');
  const base = `${slashed(root).replace(/\/+$/, '')}/`;
  return root !== '' && here.startsWith(base) ? here.slice(base.length) : here;
}

/** A path as a URI reference (RFC 3986): relative ones stay relative, absolute ones get `file:`. */
export function pathUri(path: string): string {
  const [first = '', ...others] = path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent);
  const rest = others.map((part) => `/${part}`).join('');
  if (first === '' && others.length > 0) return `file://${rest}`;
  return /^[A-Za-z]%3A$/.test(first) ? `file:///${decodeURIComponent(first)}${rest}` : first + rest;
}
