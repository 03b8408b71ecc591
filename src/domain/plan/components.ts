import { z } from 'zod';
import { unitLevel } from '../units/unit.js';
import { closingEdge } from './dateWords.js';
import { orUnknown } from './unknown.js';
import { count, id, line, perUnit, stated } from './values.js';

/** Those who take part, as a list that is closed at a moment: how many from a unit at least. */
const list = z.strictObject({ least: orUnknown(perUnit), freeze: orUnknown(closingEdge) });

const common = {
  id,
  title: line,
  /** Who may take part in this one, where that is less than the whole contest's circle. */
  who: orUnknown(line).optional(),
  /** How many people make a team. */
  members: z.strictObject({ least: orUnknown(count), most: orUnknown(count) }).optional(),
  list: list.optional(),
};

const part = z.strictObject({
  id,
  title: line,
  /** How many of the team may take part in this part at once: so many, or not more than are registered. */
  people: orUnknown(z.union([z.strictObject({ most: count }), z.literal('registered')])),
  /** The criteria that are scored in this part; left out: the one that goes by the part's own id. */
  criteria: z.array(id).min(1).optional(),
});

/** What units take part in: a clip, a live contest of several parts, an online quiz. */
export const component = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('video') }),
  z.strictObject({ ...common, kind: z.literal('live'), parts: z.array(part) }),
  z.strictObject({
    ...common,
    kind: z.literal('quiz'),
    questions: orUnknown(count),
    minutes: orUnknown(count),
    attempts: orUnknown(count),
  }),
]);
export type Component = z.output<typeof component>;

export const entryDemands = z.strictObject({
  /** Whose they are: a unit's, sent in for it, or the authors' own. */
  sentBy: z.enum(['unit', 'author']),
  /** The level of the units whose people make them. */
  madeBy: orUnknown(unitLevel),
  perAuthor: orUnknown(count),
  /** What comes so many minutes after a deadline is taken, and stays marked as late. */
  graceMinutes: stated(z.int().nonnegative()),
  demands: z.strictObject({
    /** `tolerance`: by how many seconds a clip may be shorter or longer. */
    seconds: orUnknown(
      z.strictObject({ least: count, most: count, tolerance: orUnknown(z.int().nonnegative()) }),
    ),
    containers: orUnknown(z.array(line).min(1)),
    leastHeight: orUnknown(count),
    mostBytes: orUnknown(count),
    channels: orUnknown(z.array(z.enum(['chat_file', 'upload', 'link'])).min(1)),
    conditions: z.array(line),
  }),
});
