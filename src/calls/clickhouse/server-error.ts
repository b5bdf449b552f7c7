import { IvrError } from '../../source/ivr-error.ts';

/** Why a request failed, and whether asking again may help. */
export interface Failure {
  readonly why: string;
  readonly help: string;
  readonly mayPass: boolean;
}

/** An answer that ended before it was whole, though the connection said nothing of it. */
export class BrokenAnswer extends Error {}

const unknownName = 'Check --url, --table and the columns; `SHOW TABLES` lists what there is.';
const denied =
  'Set IVR_CLICKHOUSE_USER and IVR_CLICKHOUSE_PASSWORD, or name a user who may do that.';
const busy = 'Try again when the cluster has less to do.';
const limits =
  'The limits of the user or the server are too small for this: see docs/clickhouse.md, "Limits".';

/** By the server's own error codes (src/Common/ErrorCodes.cpp of ClickHouse). */
const meanings: Readonly<Record<string, { readonly help: string; readonly mayPass?: boolean }>> = {
  16: { help: unknownName },
  47: { help: unknownName },
  60: { help: unknownName },
  81: { help: unknownName },
  164: { help: 'The user may only read: name one who may write.' },
  192: { help: denied },
  193: { help: denied },
  194: { help: denied },
  497: { help: denied },
  516: { help: denied },
  62: { help: limits },
  158: { help: limits },
  159: { help: limits },
  160: { help: limits },
  191: { help: limits },
  241: { help: limits },
  396: { help: limits },
  32: { help: busy, mayPass: true },
  202: { help: busy, mayPass: true },
  209: { help: busy, mayPass: true },
  210: { help: busy, mayPass: true },
  236: { help: busy, mayPass: true },
  279: { help: busy, mayPass: true },
};

const wire: Readonly<Record<string, { readonly why: string; readonly mayPass: boolean }>> = {
  ECONNREFUSED: { why: 'nothing listens there', mayPass: true },
  ECONNRESET: { why: 'the connection broke off', mayPass: true },
  EPIPE: { why: 'the connection broke off', mayPass: true },
  ECONNABORTED: { why: 'the connection broke off', mayPass: true },
  ERR_STREAM_PREMATURE_CLOSE: { why: 'the connection broke off', mayPass: true },
  ETIMEDOUT: { why: "it can't be reached", mayPass: true },
  EHOSTUNREACH: { why: "it can't be reached", mayPass: true },
  ENETUNREACH: { why: "it can't be reached", mayPass: true },
  EAI_AGAIN: { why: "its name can't be looked up", mayPass: true },
  ENOTFOUND: { why: 'there is no server of that name', mayPass: false },
};

const longestMessage = 300;

/**
 * What a server said, safe to print: short, one line, without the statement, and without digits that
 * may be somebody's number.
 */
function shown(message: string): string {
  const line = message
    .replace(/\p{C}+/gu, ' ')
    .replace(/^.*?Exception: /, '')
    .replace(/,? ?e\.what\(\) = .*$/, '')
    .replace(/ ?\(version .*$/, '')
    .replace(/\d{5,}/g, '…')
    .trim();
  return line.length > longestMessage ? `${line.slice(0, longestMessage)}…` : line;
}

/** The code and the message of whatever was thrown; errors may come from another realm. */
function partsOf(error: unknown): { readonly code: string | undefined; readonly message: string } {
  const thrown = typeof error === 'object' && error !== null ? error : {};
  const code = 'code' in thrown ? String(thrown.code) : undefined;
  return { code, message: 'message' in thrown ? String(thrown.message) : '' };
}

/** Reads what a client or a server threw. Its message may come from anywhere. */
export function failureOf(error: unknown): Failure {
  if (error instanceof BrokenAnswer) return { why: error.message, help: busy, mayPass: true };
  const { code, message } = partsOf(error);
  const known = code === undefined ? undefined : wire[code];
  if (known !== undefined)
    return { ...known, help: 'Check the address, and that the server runs.' };
  if (/timeout/i.test(message) && !message.includes('Exception')) {
    const help = 'Give it longer with --timeout, or ask when it has less to do.';
    return { why: 'it did not answer in time', help, mayPass: false };
  }
  if (/aborted|socket hang up|premature/i.test(message))
    return { why: 'the connection broke off', help: busy, mayPass: true };
  const number = /^\d+$/.test(code ?? '') ? code : /\bCode: (\d+)/.exec(message)?.[1];
  const meaning = number === undefined ? undefined : meanings[number];
  return {
    why: `${shown(message) || 'it failed without a message'}${number === undefined ? '' : ` (code ${number})`}`,
    help: meaning?.help ?? 'Check that this is the HTTP interface of a ClickHouse server.',
    mayPass: meaning?.mayPass ?? false,
  };
}

/** The error that names the server and ends the work: nothing that was counted so far is passed on. */
export function serverError(server: string, failure: Failure, cause: unknown): IvrError {
  return new IvrError('server-failed', `${server} gave no complete answer: ${failure.why}.`, {
    help: failure.help,
    cause,
  });
}
