import { readFile } from 'node:fs/promises';
import { type Document, isCollection, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { type Issue, issuesOf } from '../domain/plan/issues.js';
import { keysAt, nearestTo } from '../domain/plan/keys.js';
import { type Path, pathOf, stepsOf } from '../domain/plan/paths.js';
import { type Plan, planSchema } from '../domain/plan.js';

/** What is wrong with the shape of a contest document, and where. `values` fill the sentence of its code. */
export type DocumentFinding = {
  path: Path;
  line: number;
  code: string;
  values: Record<string, string | number>;
};

/** `lineOf`: where in the file a path stands, or if it has been left out, what it belongs to. */
export type ContestRead = { plan: Plan; lineOf: (path: Path) => number } | { findings: DocumentFinding[] };

export async function loadContest(file: string): Promise<ContestRead> {
  return readContest(await readFile(file, 'utf8'));
}

/** Reads a contest document and checks its shape. Everything that is wrong is found at once. */
export function readContest(text: string): ContestRead {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    const errors = document.errors.map(({ code, pos }) => ({
      path: '',
      line: lineAt(pos[0]),
      code: code === 'DUPLICATE_KEY' ? 'key_twice' : 'not_yaml',
      values: {},
    }));
    return { findings: firstOf(text, errors) };
  }

  const contents: unknown = document.toJS();
  const read = planSchema.safeParse(contents);
  if (read.success)
    return {
      plan: read.data,
      lineOf: (path) => lineAt(offsetOf(document, stepsOf(contents, path))),
    };
  const findings = issuesOf(read.error).flatMap((issue) =>
    placesOf(issue).map((steps) => ({
      path: pathOf(contents, steps),
      line: lineAt(offsetOf(document, steps)),
      ...problemOf(issue, steps, valueAtSteps(contents, steps)),
    })),
  );
  return { findings: withoutMissed(findings).sort((a, b) => a.line - b.line) };
}

/** Where a file can't be read any further everything after it follows from that; a tab is mostly why. */
function firstOf(text: string, errors: DocumentFinding[]): DocumentFinding[] {
  const tab = text.split('\n').findIndex((line) => /^ *\t/.test(line)) + 1;
  const unread = errors.find(({ code }) => code === 'not_yaml');
  const isTab = tab > 0 && unread !== undefined && tab <= unread.line;
  const stop = isTab ? { path: '', line: tab, code: 'tab', values: {} } : unread;
  if (!stop) return errors;
  return [...errors.filter(({ code, line }) => code === 'key_twice' && line < stop.line), stop];
}

/** A field that is only misspelt isn't missing as well. */
function withoutMissed(findings: DocumentFinding[]): DocumentFinding[] {
  const meant = new Set(
    findings.flatMap(({ path, values }) =>
      values.near === undefined ? [] : [path.replace(/[^.]*$/, String(values.near))],
    ),
  );
  return findings.filter(({ code, path }) => code !== 'missing' || !meant.has(path));
}

/** A field that doesn't belong is wrong where it stands itself. */
const placesOf = (issue: Issue): PropertyKey[][] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

function problemOf(
  issue: Issue,
  steps: readonly PropertyKey[],
  value: unknown,
): Pick<DocumentFinding, 'code' | 'values'> {
  if (value === undefined) return { code: 'missing', values: {} };
  switch (issue.code) {
    case 'unrecognized_keys': {
      const near = nearestTo(String(steps.at(-1)), keysAt(planSchema, steps.slice(0, -1)));
      return { code: 'unknown_field', values: near === null ? {} : { near } };
    }
    case 'invalid_type':
      return { code: 'wrong_kind', values: { expected: issue.expected } };
    case 'invalid_value':
      return { code: 'not_an_option', values: { options: issue.values.map(String).join(', ') } };
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { code: 'empty', values: {} }
        : { code: 'too_small', values: { least: leastOf(issue) } };
    case 'too_big':
      return { code: 'too_big', values: { most: Number(issue.maximum) } };
    case 'invalid_format':
      return { code: isOurs(issue.message) ? issue.message : 'unreadable', values: {} };
    case 'invalid_key':
      return { code: 'not_an_id', values: {} };
    case 'invalid_union':
      return 'options' in issue && issue.options
        ? { code: 'not_an_option', values: { options: issue.options.map(String).join(', ') } }
        : { code: 'unreadable', values: {} };
    case 'custom':
      return { code: issue.message, values: { ...issue.params } };
    default:
      return { code: 'unreadable', values: {} };
  }
}

/** The schemas' own messages are codes; zod's are English sentences. */
const isOurs = (message: string): boolean => /^[a-z]+(?:_[a-z]+)+$/.test(message);

const leastOf = ({ minimum, inclusive }: { minimum: number | bigint; inclusive?: boolean }): number =>
  inclusive === false ? Number(minimum) + 1 : Number(minimum);

function valueAtSteps(contents: unknown, steps: readonly PropertyKey[]): unknown {
  return steps.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    contents,
  );
}

/** Where the place begins, at its field's name; if there is no such place, where the thing around it does. */
function offsetOf(document: Document, steps: readonly PropertyKey[]): number {
  let offset = 0;
  let node: unknown = document.contents;
  for (const step of steps) {
    if (!isCollection(node)) break;
    const pair = isMap(node) ? node.items.find(({ key }) => String(key) === String(step)) : undefined;
    const next = node.get(step, true);
    const start = pair ? pair.key : next;
    if (!isNode(start)) break;
    offset = start.range?.[0] ?? offset;
    node = next;
  }
  return offset;
}
