/** A line of a table: its cells, and where it stands in the file or message. */
export type TableLine = { line: number; values: readonly string[] };
