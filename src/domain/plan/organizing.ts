import { z } from 'zod';
import { orUnknown } from './unknown.js';
import { id, line } from './values.js';

export const bodies = [
  'organizing_committee',
  'steering_committee',
  'standing_agency',
  'jury',
  'secretariat',
  'support_staff',
  'units',
] as const;
export type Body = (typeof bodies)[number];

/** The steps of a contest that somebody has to answer for. */
export const stepNames = [
  'plan',
  'registration',
  'list',
  'selection',
  'nomination',
  'screening',
  'posting',
  'engagement',
  'judging',
  'ranking',
  'approval',
  'publishing',
  'complaints',
] as const;

/** Every body the documents name for a step. Several that don't act `together` contradict each other. */
const answering = z.strictObject({
  bodies: z.array(z.enum(bodies)).min(1),
  together: z.boolean().default(false),
});

export const responsible = z.partialRecord(z.enum(stepNames), orUnknown(answering));

export const organizing = z.strictObject({
  committee: orUnknown(line),
  standingAgency: orUnknown(line),
  steeringCommittee: orUnknown(line).optional(),
});

/** Units without a level of their own between commune and province are gathered in clusters. */
export const cluster = z.strictObject({
  id,
  name: line,
  /** Codes in the list of units. */
  members: z.array(z.string().regex(/^\d+$/, 'not_a_unit_code')).min(1),
});
export type Cluster = z.output<typeof cluster>;
