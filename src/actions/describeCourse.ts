import type { Styled } from '../chat.js';
import type { CourseThen } from '../domain/digest.js';
import type { PersonId } from '../store/documents.js';
import { stack, type Words } from '../words.js';
import type { ResultCourse } from './resultCourse.js';

/** For those who run the contest: what is locked, whose turn it is, and what is out. Before the lock nothing. */
export function describeCourse(
  t: Words,
  { locked, published, ...course }: CourseThen,
  now: Date,
): Styled | null {
  if (!locked && !published) return null;
  const number = locked?.number ?? null;
  return stack(
    [
      locked &&
        (number === null
          ? t('course.judged', { at: t.moment(locked.at) })
          : t('course.locked', { number, at: t.moment(locked.at) })),
      published && t('course.published', { version: published.version, at: t.moment(published.publishedAt) }),
      published && describeStanding(t, published, course.complaints.length, now),
      locked && describeNext(t, { published, ...course }),
    ],
    '\n',
  );
}

/** Whose turn it is; after a publication only where a correction is on its way, or is due. */
function describeNext(
  t: Words,
  { votesUntil, proposal, published }: Omit<CourseThen, 'locked'>,
): Styled | null {
  if (proposal && proposal.state !== 'published')
    return t(`course.${proposal.state}`, { number: proposal.number });
  if (published) return published.isOvertaken ? t('course.toCorrect') : null;
  return votesUntil ? t('course.votesUntil', { at: t.moment(votesUntil) }) : t('course.toPropose');
}

function describeStanding(
  t: Words,
  { standing }: NonNullable<CourseThen['published']>,
  complaints: number,
  now: Date,
): Styled | null {
  if (standing.kind === 'unlimited') return null;
  if (standing.kind === 'final') return t('course.final');
  return standing.until < now && complaints > 0
    ? t('course.waitsForAnswers')
    : t('course.provisional', { until: t.moment(standing.until) });
}

/** For a team: that it has only to wait, or where it can read how it came out. */
export function describeCourseToTeam(
  t: Words,
  { locked, published, complaints }: ResultCourse,
  { person, now }: { person: PersonId; now: Date },
): Styled | null {
  const own = complaints.filter((each) => each.person === person).map(({ code }) => code);
  return stack(
    [
      published
        ? t('course.teamPublished', { at: t.moment(published.publishedAt) })
        : locked && t('course.teamJudged'),
      published && describeStanding(t, published, complaints.length, now),
      own.length > 0 && t('course.teamComplaints', { codes: own.join(', ') }),
    ],
    '\n',
  );
}
