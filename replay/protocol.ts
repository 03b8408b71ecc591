import { z } from 'zod';

/** What the replay and the assistant's process say to each other beside the two messengers. */

export const Question = z.discriminatedUnion('kind', [
  /** Resolves when what can be done at this moment is done. `ticks`: what has become due is done first. */
  z.object({ kind: z.literal('settle'), id: z.number(), ticks: z.boolean() }),
  z.object({ kind: z.literal('organizerCode'), id: z.number(), contest: z.string() }),
  z.object({ kind: z.literal('close') }),
]);
export type Question = z.output<typeof Question>;

export const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** The engine has another process after it died. */
  z.object({ kind: z.literal('engine'), pid: z.number() }),
  /** What still waits: turns that are postponed, letters that go out later. */
  z.object({ kind: z.literal('settled'), id: z.number(), updates: z.number(), letters: z.number() }),
  z.object({ kind: z.literal('organizerCode'), id: z.number(), code: z.string() }),
  z.object({ kind: z.literal('failed'), id: z.number(), reason: z.string() }),
  z.object({ kind: z.literal('cannotStart'), reason: z.string() }),
]);
export type Told = z.output<typeof Told>;
