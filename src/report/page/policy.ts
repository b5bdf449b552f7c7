/** Base 64 of bytes. */
function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The hash by which a content security policy lets one script or style sheet pass. */
async function hashOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${base64(new Uint8Array(hash))}'`;
}

/**
 * What the page may do: run its own script and wear its own style, each told by its hash, and nothing
 * else. Nothing is fetched, sent, framed or navigated to, whatever stands in a label.
 */
export async function policyOf(style: string, script: string): Promise<string> {
  return [
    "default-src 'none'",
    `style-src ${await hashOf(style)}`,
    `script-src ${await hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
