import type { z } from 'zod';
import type { Given } from '../requests.js';
import type { BotRecord } from '../state.js';
import type { World } from '../world.js';
import type { Telegram } from './messenger.js';
import { whatIsWrong } from './params.js';

/** One call of a method, and what it is about. */
export type Call = {
  world: World;
  telegram: Telegram;
  bot: BotRecord;
  given: Given;
  /** A signal that is aborted when the caller has hung up. */
  gone: () => AbortSignal;
};

export type Method = (call: Call) => unknown;

/** A method with its parameters, read before it runs. */
export function method<Schema extends z.ZodType>(
  schema: Schema,
  run: (params: z.output<Schema>, call: Call) => unknown,
): Method {
  return (call) => {
    const params = schema.safeParse(call.given.params);
    if (!params.success) throw whatIsWrong(params.error, call.given.params);
    return run(params.data, call);
  };
}
