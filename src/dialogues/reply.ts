import { openComplaints } from '../actions/complaints.js';
import { contestOf } from '../actions/contest.js';
import { needRight } from '../actions/permissions.js';
import { openQuestions } from '../actions/questions.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { beginAnswering, describeOpen } from './answerComplaint.js';
import { beginAnsweringQuestion } from './answerQuestion.js';
import { describeOpenQuestions, readQuestion } from './questions.js';

const MOST_OFFERS = 10;

/** `/traloi`: one verb for all that waits for an answer, complaints (`KN-01`) and questions (`CH-01`). */
export async function beginReplying(turn: Turn, args: string): Promise<void> {
  const question = readQuestion(args);
  if (question) return beginAnsweringQuestion(turn, question);
  const contest = await contestOf(turn);
  const questions = await openQuestions(turn, contest);
  if (args.trim() !== '' || questions.length === 0) return beginAnswering(turn, args);
  await needRight(turn, contest, 'answerQuestion');
  const complaints = await openComplaints(turn, contest);
  turn.say(
    stack([
      turn.t('question.which'),
      complaints.length > 0 && describeOpen(turn, complaints),
      await describeOpenQuestions(turn, contest),
    ]),
    [...complaints, ...questions]
      .slice(0, MOST_OFFERS)
      .map(({ code }) => ({ label: code, says: `/traloi ${code}` })),
  );
}
