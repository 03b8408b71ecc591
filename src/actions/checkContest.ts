import type { Window } from '../domain/dates.js';
import { camel } from '../domain/plan/check/finding.js';
import {
  type Around,
  checkPlan,
  type Fact,
  type Finding,
  type Severity,
  type Term,
} from '../domain/plan/check.js';
import type { Plan } from '../domain/plan.js';
import type { Value, Words } from '../words.js';

/** A finding as people read it; `line` is `null` where the plan comes from no file. */
export type Told = {
  code: string;
  severity: Severity;
  path: string;
  line: number | null;
  message: string;
  proposal: string;
};

/** Checks a plan as it is stored. */
export const checkContest = (t: Words, plan: Plan, around: Around = {}): Told[] =>
  checkPlan(plan, around).map((finding) => tell(t, finding, null));

/** What was found, in words. */
export function tell(t: Words, { code, severity, path, values }: Finding, line: number | null): Told {
  const said = Object.fromEntries(Object.entries(values).map(([name, fact]) => [name, inWords(t, fact)]));
  return { code, severity, path, line, ...sentences(t, code, said) };
}

/** What keeps a file from being a plan, in words. */
export function tellShape(
  t: Words,
  { code, path, line, values }: { code: string; path: string; line: number; values: Record<string, Value> },
): Told {
  const name = path.split('.').at(-1) ?? '';
  const field = fieldAt(t, path);
  // What has no words of its own is one more value that can't be used.
  const known = t.has(`check.${camel(code)}`) ? code : 'unreadable';
  const said = values.near === undefined ? known : 'unknown_field_near';
  const expected = values.expected === undefined ? {} : { expected: kindOf(t, String(values.expected)) };
  return {
    code: known,
    severity: 'error',
    path,
    line,
    ...sentences(t, said, { name, field, Field: capital(field), ...values, ...expected }),
  };
}

/** What stands at a path: by its name and what that means, or as which item of a list. */
function fieldAt(t: Words, path: string): string {
  const steps = path.split('.');
  const name = steps.pop() ?? '';
  if (name === '') return t.plain('check.wholeFile');
  if (/^\d+$/.test(name) && steps.length > 0)
    return t.plain('check.fieldItem', { number: Number(name) + 1, field: fieldAt(t, steps.join('.')) });
  const what = `planKey.${name}`;
  return t.has(what)
    ? t.plain('check.fieldCalled', { name, what: t.loose(what, {}).text })
    : t.plain('check.field', { name });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function sentences(t: Words, code: string, values: Record<string, Value>) {
  const key = `check.${camel(code)}`;
  return { message: t.loose(key, values).text, proposal: t.loose(`${key}Proposal`, values).text };
}

function kindOf(t: Words, expected: string): string {
  const key = `check.${camel(`kind_${expected}`)}`;
  return t.has(key) ? t.loose(key, {}).text : t.plain('check.kindOther');
}

function inWords(t: Words, fact: Fact): Value {
  if (typeof fact === 'string' || typeof fact === 'number') return fact;
  if (fact instanceof Date) return momentOf(t, fact);
  if (Array.isArray(fact)) return fact.map((each) => termOf(t, each)).join(', ');
  if ('term' in fact) return termOf(t, fact);
  if ('decimal' in fact) return t.number(fact.decimal);
  if ('dong' in fact) return String(fact.dong).replace(/\B(?=(\d{3})+$)/g, '.');
  if ('seconds' in fact) return lengthOf(t, fact.seconds);
  return periodOf(t, fact);
}

/** "3 phút 10 giây". */
export function lengthOf(t: Words, seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return t.plain('check.lengthSeconds', { seconds });
  const whole = t.plain('check.lengthMinutes', { minutes });
  return rest === 0 ? whole : `${whole} ${t.plain('check.lengthSeconds', { seconds: rest })}`;
}

const termOf = (t: Words, { term }: Term): string => t.loose(term, {}).text;

/** The first or the last instant of a day is that day. */
function momentOf(t: Words, at: Date): string {
  const isDay = [at.getTime(), at.getTime() + 1].some((ms) => (ms + 7 * 3_600_000) % 86_400_000 === 0);
  return isDay ? t.day(at) : t.moment(at);
}

/** "từ thứ Hai, 4/9/2023 đến thứ Ba, 5/9/2023". */
export function periodOf(t: Words, { opens, closes }: Window): string {
  if (!opens) return t.plain('check.periodBy', { closes: momentOf(t, closes) });
  const [first, last] = [momentOf(t, opens), momentOf(t, closes)];
  return first === last
    ? t.plain('check.periodOneDay', { day: first })
    : t.plain('check.periodFromTo', { opens: first, closes: last });
}
