import { z } from 'zod';
import { unknown } from './unknown.js';
import { count, stated } from './values.js';

/** So many days, or `none`: whoever settled it wants no limit, which isn't the same as nobody having said. */
const days = z.union([count, z.literal('none')]);

/** How many days after the publication complaints are taken, and how many days there are to answer one. */
export const complaintRules = z
  .strictObject({ days: stated(days), answerDays: stated(days) })
  .default({ days: unknown, answerDays: unknown });
