/** Makes text of bytes that come bit by bit; what is no text becomes U+FFFD, a mark at the beginning nothing. */
export interface BytesDecoder {
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream?: boolean }) => string;
}

const mark = 0xfe_ff;
const lastCodePoint = 0x10_ff_ff;
const replacement = 0xff_fd;
/** At most so many signs are made into text at once. */
const atOnce = 4096;

const isText = (sign: number): boolean =>
  sign <= lastCodePoint && (sign < 0xd8_00 || sign > 0xdf_ff);

/** UTF-32, which the platform doesn't read: a sign in every four bytes. */
function utf32Decoder(isLittle: boolean): BytesDecoder {
  let rest = new Uint8Array();
  let isBegun = false;
  return {
    decode(given = new Uint8Array(), { stream = false } = {}) {
      const bytes = new Uint8Array(rest.length + given.length);
      bytes.set(rest);
      bytes.set(given, rest.length);
      const view = new DataView(bytes.buffer);
      const whole = bytes.length - (bytes.length % 4);
      let text = '';
      let signs: number[] = [];
      for (let at = 0; at < whole; at += 4) {
        const sign = view.getUint32(at, isLittle);
        if (isBegun || sign !== mark) signs.push(isText(sign) ? sign : replacement);
        isBegun = true;
        if (signs.length < atOnce) continue;
        text += String.fromCodePoint(...signs);
        signs = [];
      }
      rest = stream ? bytes.slice(whole) : new Uint8Array();
      if (!stream) {
        isBegun = false;
        if (whole < bytes.length) signs.push(replacement);
      }
      return text + String.fromCodePoint(...signs);
    },
  };
}

/** The decoder of an encoding. Throws a RangeError for one that doesn't exist. */
export function textDecoder(encoding: string): BytesDecoder {
  const [, order] = /^utf-32(le|be)$/i.exec(encoding.trim()) ?? [];
  return order === undefined ? new TextDecoder(encoding) : utf32Decoder(/le/i.test(order));
}
