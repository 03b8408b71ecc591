import { z } from 'zod';
import { orUnknown } from './unknown.js';
import { count } from './values.js';

/** How many days after the publication complaints are taken, and how many days there are to answer one. */
export const complaintRules = z.strictObject({
  days: orUnknown(count),
  answerDays: orUnknown(count),
});
