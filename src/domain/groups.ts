/** What is posted in groups. `judging`: to those who judge; `questions`: to those who answer what people ask. */
export type Topic = 'announcements' | 'results' | 'judging' | 'questions';

/** What a group was bound for. `unit`: of a district, a cluster or a commune. */
export const groupPurposes = [
  'everyone',
  'announcements',
  'results',
  'unit',
  'judges',
  'secretariat',
] as const;
export type GroupPurpose = (typeof groupPurposes)[number];

const heard: Record<GroupPurpose, readonly Topic[]> = {
  everyone: ['announcements', 'results'],
  announcements: ['announcements'],
  results: ['results'],
  unit: ['announcements', 'results'],
  judges: ['judging', 'results'],
  secretariat: ['announcements', 'results', 'questions'],
};

/** Is this posted in such a group? */
export const hears = (purpose: GroupPurpose, topic: Topic): boolean => heard[purpose].includes(topic);
