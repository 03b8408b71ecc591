import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import { checkPlan } from '../../src/domain/plan/check.js';
import type { Plan } from '../../src/domain/plan.js';
import type { Units } from '../../src/domain/units.js';
import { loadUnits } from '../../src/store/unitFiles.js';
import { planFile, planFrom, preset } from './plans.js';

const lists = new Map<string, Units>();
for (const list of ['vn-2023-three-tiers', 'vn-2025-two-tiers'])
  lists.set(list, await loadUnits(`contests/units/${list}.csv`));

/** What `binh-son-2023` feeds. */
export const province = await preset('qn-2023');

/** What is found in a plan, as code and path. */
export function check(plan: Plan, upper: Plan | null = province): Found[] {
  const units = lists.get(plan.units.list) ?? null;
  const around = { ...(plan.feeds && { upper }), units };
  return checkPlan(plan, around).map(({ code, path }) => [code, path]);
}

/** A plan in which nothing is wrong, so that what is found afterwards is what was broken. */
export const clean = await readFile(planFile('qn-2026'), 'utf8');
export const festival = await readFile(planFile('dn-2023'), 'utf8');
export const district = await readFile(planFile('binh-son-2023'), 'utf8');

export type Change = [before: string, after: string];
export type Found = [code: string, path: string];

/** The plan after each change, whose first text has to stand there exactly once. */
export function changed(text: string, changes: Change[]): Plan {
  return planFrom(
    changes.reduce((now, [before, after]) => {
      expect(now.split(before)).toHaveLength(2);
      return now.replace(before, after);
    }, text),
  );
}

/** What is found in `text` after the changes and wasn't before. */
export function foundAfter(text: string, changes: Change[], upper: Plan | null = province): Found[] {
  const before = foundBefore.get(text) ?? check(planFrom(text)).map(String);
  foundBefore.set(text, before);
  return check(changed(text, changes), upper).filter((finding) => !before.includes(String(finding)));
}

const foundBefore = new Map<string, string[]>();

const freeze = 'freezeAt: { with: voting }';
const shares = 'points: { like: 1, share: 2 }';

/** Likes and shares don't count for the total, but may win a prize of their own. */
export const asPrize: Change[] = [
  ['mode: score\n    weight: 30', 'mode: prize'],
  ['    scale: { method: cap, cap: 500 }\n', ''],
  ['weight: 70, judges', 'weight: 100, judges'],
];

export const withoutVote: Change[] = [
  [
    `mode: score\n    weight: 30\n    ${shares}\n    scale: { method: cap, cap: 500 }\n    ${freeze}`,
    'mode: none',
  ],
  ['weight: 70, judges', 'weight: 100, judges'],
];
