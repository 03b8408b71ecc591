import { isKnown, type Plan } from '../src/domain/plan.js';
import type { Chance } from './chance.js';

/** What a team hands in. */
export type Clip = {
  title: string;
  video: SentVideo;
  /** Around 0; the judges and the audience see it alike, more or less. */
  quality: number;
  fate: Fate;
};

/** What becomes of it where entries are screened. `lapses`: sent back, and never corrected. */
export type Fate = 'passes' | 'corrected' | 'lapses' | 'rejected';

export type SentVideo =
  | { kind: 'file'; name: string; bytes: number; seconds: number }
  | { kind: 'link'; url: string };

const subjects = [
  'Bà Sáu dùng dịch vụ công',
  'Chợ quê không tiền mặt',
  'Ông nội gọi video',
  'Tổ công nghệ số về thôn',
  'Sổ sức khỏe điện tử của mẹ',
  'Nộp hồ sơ tại nhà',
  'Mã QR ở bến cá',
  'Lớp học ban đêm',
] as const;

export const sampleTitle = (unit: { name: string }, chance: Chance): string =>
  `[mẫu] ${chance.oneOf(subjects)} – ${unit.name}`;

/** One minute of HD weighs about 19 MB. */
export function fileOf(number: string, { entries }: Pick<Plan, 'entries'>, chance: Chance): SentVideo {
  const { seconds: wanted } = entries.demands;
  const [least, most] = isKnown(wanted) ? [wanted.least, wanted.most] : [35, 280];
  const seconds = chance.whole(isKnown(least) ? least : 35, isKnown(most) ? most : 280);
  return { kind: 'file', name: `mau-${number}.mp4`, bytes: seconds * 312_500, seconds };
}

export const linkOf = (number: string): SentVideo => ({
  kind: 'link',
  url: `https://video.example/mau/${number}`,
});
