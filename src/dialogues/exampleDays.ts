import type { Turn } from '../turn.js';

/** For examples of what to type: `24/9/2023`, so that nobody copies a day of another year. */
export const today = ({ t, now }: Turn): string => t.day(now).replace(/^.*, /, '');

/** `2023`. */
export const thisYear = (turn: Turn): string => today(turn).replace(/^.*\//, '');
