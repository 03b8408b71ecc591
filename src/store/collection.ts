import { Schema, type SchemaDefinitionProperty } from 'mongoose';

/** The kinds of fields that documents have, and how a collection is described beside its type. */

export const text = { type: String, required: true };
export const perhapsText = { type: String, default: null };
export const moment = { type: Date, required: true };
export const perhapsMoment = { type: Date, default: null };
export const count = { type: Number, required: true };
export const yes = { type: Boolean, required: true };
export const anything = { type: Schema.Types.Mixed };

/** Each field of the type, no more and no less. */
export type Fields<Document> = { [Name in keyof Required<Document>]: SchemaDefinitionProperty };

type Index = [keys: Record<string, 1 | -1>, options: Record<string, unknown>];

export type Collection<Document> = { name: string; fields: Fields<Document>; indexes: Index[] };

export const collection = <Document>(
  name: string,
  fields: Fields<Document>,
  indexes: Index[] = [],
): Collection<Document> => ({ name, fields, indexes });
