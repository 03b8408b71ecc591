/** What lies in the collections. Ids are derived from the update that made the document, or from meaning. */

export type { RoleName } from '../domain/roles.js';
export type * from './documents/announcements.js';
export type * from './documents/audience.js';
export type * from './documents/contests.js';
export type * from './documents/digests.js';
export type * from './documents/entries.js';
export type * from './documents/judging.js';
export type * from './documents/lists.js';
export type * from './documents/people.js';
export type * from './documents/post.js';
export type * from './documents/questions.js';
export type * from './documents/reminders.js';
export type * from './documents/results.js';
export type * from './documents/stage.js';
export type * from './documents/teams.js';
