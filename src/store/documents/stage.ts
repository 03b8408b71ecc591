import type { LockedSheet } from '../../domain/locks.js';
import type { StageEvent } from '../../domain/stage.js';
import { anything, collection, count, text } from '../collection.js';
import type { ContestId } from './contests.js';

/* What happens in the hall. */

/**
 * The stage of a contest: its running order, and what was opened and closed, as events that are only ever added,
 * each on condition that there are as many as were read. `_id`: `<contest>`.
 */
export type StoredStage = {
  _id: ContestId;
  contest: ContestId;
  /** How many events there are. */
  version: number;
  events: StageEvent[];
};

export const stages = collection<StoredStage>('stages', {
  _id: text,
  contest: text,
  version: count,
  events: [anything],
});

/**
 * The sheets of an entry as they were when a part of it was closed: read once, never edited. Who writes at the
 * same moment looks whether he is in it. `_id`: `<contest>/<number of the event that closed it>`.
 */
export type StageClosing = {
  _id: string;
  contest: ContestId;
  entry: string;
  part: string;
  sheets: LockedSheet[];
};

export const stageClosings = collection<StageClosing>('stageClosings', {
  _id: text,
  contest: text,
  entry: text,
  part: text,
  sheets: [anything],
});
