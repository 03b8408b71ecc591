import { type Connection, type Model, Schema, type SchemaDefinition } from 'mongoose';
import type { Collection } from './collection.js';
import * as announcements from './documents/announcements.js';
import * as audience from './documents/audience.js';
import * as contests from './documents/contests.js';
import * as digests from './documents/digests.js';
import * as entries from './documents/entries.js';
import * as judging from './documents/judging.js';
import * as lists from './documents/lists.js';
import * as people from './documents/people.js';
import * as post from './documents/post.js';
import * as questions from './documents/questions.js';
import * as reminders from './documents/reminders.js';
import * as results from './documents/results.js';
import * as stage from './documents/stage.js';
import * as teams from './documents/teams.js';

/** What lies in the database: one model per collection, each described beside the type of its documents. */
const all = {
  ...post,
  ...people,
  ...teams,
  ...lists,
  ...digests,
  ...entries,
  ...judging,
  ...audience,
  ...questions,
  ...reminders,
  ...stage,
  ...results,
  ...contests,
  ...announcements,
};

type DocumentOf<Described> = Described extends Collection<infer Document> ? Document : never;

export type Collections = { [Name in keyof typeof all]: Model<DocumentOf<(typeof all)[Name]>> };

/** Fields that nobody has described are refused, in documents and in queries. */
export function openCollections(connection: Connection): Collections {
  const models = Object.entries(all).map(([key, { name, fields, indexes }]) => {
    const schema = new Schema(fields as SchemaDefinition, {
      collection: name,
      versionKey: false,
      minimize: false,
      strict: 'throw',
      strictQuery: 'throw',
    });
    for (const [keys, options] of indexes) schema.index(keys, options);
    return [key, connection.model(name, schema)];
  });
  return Object.fromEntries(models) as Collections;
}
