/** Lines of text in columns: the first from the left, numbers from the right. */
export function table(head: string[], rows: string[][]): string {
  const isText = head.map((_, column) => rows.some((row) => !/^[\d.]*$/.test(row[column] ?? '')));
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        isText[column] ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('   ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}
