import type { Plan } from '../../src/domain/plan.js';
import { loadContest, readContest } from '../../src/store/contestFiles.js';

/** The contest documents that are shipped. */
export const presets = ['qn-2023', 'sl-2024', 'dn-2023', 'binh-son-2023', 'qn-2026'] as const;
export type Preset = (typeof presets)[number];

export const planFile = (id: Preset): string => `contests/${id}.yaml`;

export async function preset(id: Preset): Promise<Plan> {
  const read = await loadContest(planFile(id));
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return read.plan;
}

/** A plan from text, which has to be one. */
export function planFrom(text: string): Plan {
  const read = readContest(text);
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return read.plan;
}
