import { readFile } from 'node:fs/promises';
import { type Document, isCollection, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { type Issue, issuesOf } from '../domain/plan/issues.js';
import { pathOf } from '../domain/plan/paths.js';
import { type Plan, planSchema } from '../domain/plan.js';

/** What is wrong with a contest document, and where. `problem` is a code; `values` fill its sentence. */
export type DocumentFinding = {
  path: string;
  line: number;
  problem: string;
  values: Record<string, string | number>;
};

export type ContestRead = { plan: Plan } | { findings: DocumentFinding[] };

export async function loadContest(file: string): Promise<ContestRead> {
  return readContest(await readFile(file, 'utf8'));
}

/** Reads a contest document and checks its shape. Everything that is wrong is found at once. */
export function readContest(text: string): ContestRead {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    const findings = document.errors.map(({ code, pos }) => ({
      path: '',
      line: lineAt(pos[0]),
      problem: 'notYaml',
      values: { code },
    }));
    return { findings };
  }

  const contents: unknown = document.toJS();
  const read = planSchema.safeParse(contents);
  if (read.success) return { plan: read.data };
  const findings = issuesOf(read.error).flatMap((issue) =>
    placesOf(issue).map((steps) => ({
      path: pathOf(contents, steps),
      line: lineAt(offsetOf(document, steps)),
      ...problemOf(issue, valueAtSteps(contents, steps)),
    })),
  );
  return { findings: findings.sort((a, b) => a.line - b.line) };
}

/** A field that doesn't belong is wrong where it stands itself. */
const placesOf = (issue: Issue): PropertyKey[][] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

function problemOf(issue: Issue, value: unknown): Pick<DocumentFinding, 'problem' | 'values'> {
  if (value === undefined) return { problem: 'missing', values: {} };
  switch (issue.code) {
    case 'unrecognized_keys':
      return { problem: 'unknownField', values: {} };
    case 'invalid_type':
      return { problem: 'wrongKind', values: { expected: issue.expected } };
    case 'invalid_value':
      return { problem: 'notAnOption', values: { options: issue.values.map(String).join(', ') } };
    case 'too_small':
      return { problem: 'tooSmall', values: { least: Number(issue.minimum) } };
    case 'too_big':
      return { problem: 'tooBig', values: { most: Number(issue.maximum) } };
    case 'custom':
      return { problem: issue.message, values: { ...issue.params } };
    default:
      return { problem: 'unreadable', values: {} };
  }
}

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
