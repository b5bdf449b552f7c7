/** Settings of a call stand before what is dialled, and may hold passwords. */
const settings = /^(?:\{[^}]*\}|<[^>]*>|\[[^\]]*\])+/;

/** What a node is said to come from that an application made: `callcenter support@default`. */
export function applicationBlock(name: string, data: string): string {
  return `${name.toLowerCase()} ${data.replace(settings, '').trim()}`.trim();
}
