import type { Entity } from '../state.js';

export type Formatted = { text: string; entities: Entity[] };

/** The markup of a text can't be read. */
export class MarkupError extends Error {}
