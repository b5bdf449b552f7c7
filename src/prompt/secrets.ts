import { oncePerText } from './once-per-text.ts';

/** A kind of secret that must not stand in a file. */
export type SecretKind =
  'private key' | 'access key' | 'access token' | 'password in an address' | 'password';

/** Shapes that only keys and tokens have: services print these beginnings so that they can be found. */
const shapes: readonly (readonly [SecretKind, RegExp])[] = [
  ['private key', /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/],
  ['access key', /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/],
  ['access key', /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/],
  ['access token', /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36}/],
  ['access token', /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{22,}/],
  ['access token', /(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20}/],
  ['access token', /(?<![A-Za-z0-9])xox[abprs]-[A-Za-z0-9-]{20,}/],
  ['access token', /(?<![A-Za-z0-9])[sr]k_live_[A-Za-z0-9]{16,}/],
  ['access token', /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/],
  [
    'access token',
    /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/,
  ],
  ['access token', /\b(?:Bearer|Basic) [A-Za-z0-9+/_.-]{20,}={0,2}(?![A-Za-z0-9])/],
  [
    'password in an address',
    /[a-z][a-z0-9+.-]{1,15}:\/\/[^\s/:@{}$<]{1,60}:[^\s/:@{}$<*]{3,100}@[^\s@]/,
  ],
];

/** Signs and letters of which every one of these, and every assignment, holds some. */
const hints = /[_:=]|-----|AK|AS|AIz|glpat-|xox|SG\.|eyJ|Bearer |Basic /;

/** What every one of these holds: most texts hold none of it and need no closer look. */
const beginnings =
  /PRIVATE KEY|AKIA|ASIA|AIza|gh[pousr]_|github_pat_|glpat-|xox|k_live_|SG\.|eyJ|Bearer |Basic |:\/\/|passw|pwd|secret|key|token/i;

/** `password: …`, `api_key=…` with a value that has letters and digits, as words have not. */
const assignment =
  /(?:password|passwd|pwd|secret|api[_ -]?key|auth[_ -]?token|access[_ -]?token|client[_ -]?secret)["']?\s{0,3}[:=]\s{0,3}["']?([^\s"',;]{8,200})/gi;

/** A field whose name says that its value is secret. */
const secretField =
  /(?:^|[_.-]|(?<=[a-z])(?=[A-Z]))(?:password|passwd|pwd|secret|api_?-?key|auth_?-?token|access_?-?token)$/i;

/** A script has few names of fields, and many texts. */
const isSecretField = oncePerText((field) => secretField.test(field));

/** A value that only stands for a secret that is filled in elsewhere. */
const placeholder =
  /[${}<>*…]|^(?:arn:|https?:)|example|placeholder|changeme|your[_-]|dummy|redacted|x{4,}|\.\.\./i;

const isRandom = (value: string): boolean =>
  /\d/.test(value) && /[A-Za-z]/.test(value) && !placeholder.test(value);

/**
 * The kind of secret that a text holds, or nothing: keys and tokens by their shape, passwords by the
 * words before them or the name of their field. Placeholders and variables are none. Cautious: words
 * that could be plain English are left alone. Linear in the text.
 */
export function secretIn(text: string, field = ''): SecretKind | undefined {
  if (text.length < 8) return undefined;
  if (isSecretField(field) && /^\S{8,200}$/.test(text) && isRandom(text)) return 'password';
  if (!hints.test(text) || !beginnings.test(text)) return undefined;
  for (const [kind, shape] of shapes) {
    const found = shape.exec(text)?.[0];
    if (found !== undefined && !/EXAMPLE|x{6,}/i.test(found)) return kind;
  }
  for (const [, value = ''] of text.matchAll(assignment)) if (isRandom(value)) return 'password';
  return undefined;
}
