/** A row of a table under its column names, and the line of the file it begins on. */
export type CsvRow = { line: number; cells: Record<string, string> };

/** Comma-separated values as RFC 4180 has them: quoted cells may hold commas, quotes and line breaks. */
export function readCsv(text: string): CsvRow[] {
  const [header, ...rows] = records(text.replace(/^\uFEFF/, ''));
  if (!header) return [];
  return rows.map(({ line, values }) => ({
    line,
    cells: Object.fromEntries(header.values.map((column, index) => [column, values[index] ?? ''])),
  }));
}

const cell = /"((?:[^"]|"")*)"(,|\r?\n|$)|([^,"\r\n]*)(,|\r?\n|$)/y;

function records(text: string): { line: number; values: string[] }[] {
  const found: { line: number; values: string[] }[] = [];
  let values: string[] = [];
  let line = 1;
  let begunOn = 1;
  cell.lastIndex = 0;
  while (cell.lastIndex < text.length || values.length > 0) {
    const match = cell.exec(text);
    if (!match) throw new Error(`line ${line}: a quote in the middle of a cell`);
    const [whole, quoted, quotedEnd, plain, plainEnd] = match;
    values.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    line += whole.split('\n').length - 1;
    if ((quotedEnd ?? plainEnd) === ',') continue;
    if (values.length > 1 || values[0] !== '') found.push({ line: begunOn, values });
    values = [];
    begunOn = line;
  }
  return found;
}
