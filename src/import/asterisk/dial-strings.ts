/** `user:secret@host` in a dial string, and what follows `:` in a register-like one. */
const secret = /:[^:@/&,()]*(?=@)/g;

/** A dial string without the passwords that it may hold. */
export const withoutSecrets = (text: string): string => text.replace(secret, ':…');

/** Channel drivers whose resource ends with a number, or begins with one before an `@`. */
const driver =
  /^(?:PJSIP|SIP|IAX2|DAHDI|Zap|mISDN|CAPI|Local|SCCP|Skinny|OOH323|Motif|Dongle|Quectel)\//i;

/**
 * The number that a dial string dials: `PJSIP/+15550100@trunk`, `SIP/trunk/15550100`, `DAHDI/g1/911`,
 * `Local/100@office`. Nothing for a name, for several at once, or where only the running call knows.
 */
export function dialledNumber(endpoints: string): string | undefined {
  if (endpoints.includes('&') || endpoints.includes('$') || !driver.test(endpoints))
    return undefined;
  const resource = endpoints.slice(endpoints.indexOf('/') + 1);
  const [user = ''] = resource.replace(/^sips?:/, '').split('@');
  const parts = (user.includes('/') ? user : (resource.split('@')[0] ?? '')).split('/');
  const number = (parts.at(-1) ?? '').replace(/^sips?:/, '');
  return /^\+?[0-9*#]{2,18}$/.test(number) ? number : undefined;
}
