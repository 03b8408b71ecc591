import { MOST_WAITING, questionCode } from '../domain/questions.js';
import { Refusal } from '../domain/refusal.js';
import type { RoleName } from '../domain/roles.js';
import type { Question } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn, Work } from '../turn.js';
import { chatsOf } from './concerned.js';
import { type Contest, contestById } from './contest.js';
import { needRight } from './permissions.js';
import { registrationOf } from './registrations.js';
import { nameOf, ownName, rolesIn } from './roles.js';
import { tellGroups, tellPerson, tellRole } from './tell.js';

/** Keeps a question under the next number, and tells those who answer. Refuses one too many at once. */
export async function askQuestion(turn: Turn, contest: Contest, text: string): Promise<Question> {
  const own = await turn.store.questions.findById(`${contest.id}/${turn.id}`).lean<Question>();
  const question = own ?? (await keep(turn, contest, text));
  const { code, name } = question;
  const told = turn.t('question.told', { contest: contest.plan.shortName, code, name, text: question.text });
  const key = `question/${contest.id}/${code}/asked`;
  await tellRole(turn, contest, await thoseWhoAnswer(turn, contest), told, key);
  await tellGroups(turn, contest, 'questions', told, key);
  return question;
}

/** The secretariat; where nobody of it can be reached, those who run the contest. */
async function thoseWhoAnswer(work: Work, contest: Contest): Promise<RoleName[]> {
  const secretaries = await rolesIn(work, contest, ['secretary']);
  const reached = await chatsOf(
    work,
    secretaries.map(({ person }) => person),
  );
  return reached.size > 0 ? ['secretary'] : ['organizer', 'standing_agency'];
}

async function keep(turn: Turn, contest: Contest, text: string): Promise<Question> {
  const { questions } = turn.store;
  const team = await registrationOf(turn, contest);
  const name = team ? `${team.contact}, ${team.team}` : await ownName(turn, contest);
  for (let place = 1; ; ) {
    if (place > MOST_WAITING) throw new Refusal('question.tooMany', { count: MOST_WAITING });
    const newest = await questions
      .findOne({ contest: contest.id }, { number: 1 })
      .sort({ number: -1 })
      .lean();
    const number = (newest?.number ?? 0) + 1;
    const question: Question = {
      _id: `${contest.id}/${turn.id}`,
      contest: contest.id,
      number,
      code: questionCode(number),
      person: turn.person,
      name,
      text,
      at: turn.now,
      slot: `${contest.id}/${turn.person}/${place}`,
      answer: null,
      shown: null,
    };
    try {
      await questions.create(question);
      return question;
    } catch (error) {
      if (isDuplicate(error, 'slotOfQuestion')) place += 1;
      // Somebody took the number a moment ago.
      else if (!isDuplicate(error, 'numberOfQuestion')) throw error;
    }
  }
}

/** Those that nobody has answered, the oldest first. */
export const openQuestions = ({ store }: Work, { id }: Contest): Promise<Question[]> =>
  store.questions.find({ contest: id, answer: null }).sort({ number: 1 }).lean<Question[]>().exec();

/** The question with this number; refuses who may not answer it, and where there is none. */
export async function questionToAnswer(turn: Turn, contest: Contest, number: number): Promise<Question> {
  await needRight(turn, contest, 'answerQuestion');
  const found = await turn.store.questions.findOne({ contest: contest.id, number }).lean<Question>();
  if (!found) throw new Refusal('question.none', { code: questionCode(number) });
  return found;
}

/** The first answer counts, and goes to who asked. */
export async function answerQuestion(
  turn: Turn,
  contest: Contest,
  number: number,
  text: string,
): Promise<Question> {
  const before = await questionToAnswer(turn, contest, number);
  const answered =
    before.answer?.turn === turn.id
      ? before
      : await turn.store.questions
          .findOneAndUpdate(
            { _id: before._id, answer: null },
            { $set: { answer: { text, by: turn.person, at: turn.now, turn: turn.id }, slot: null } },
            { returnDocument: 'after' },
          )
          .lean<Question>();
  if (!answered) throw await answeredAlready(turn, contest, number);
  const { code, person } = answered;
  const { shortName } = contest.plan;
  const told = turn.t('question.answerTold', { contest: shortName, code, text: answered.text, answer: text });
  await tellPerson(turn, person, told, `question/${contest.id}/${code}/answered`);
  return answered;
}

/** That somebody was quicker. */
export async function answeredAlready(turn: Turn, contest: Contest, number: number): Promise<Refusal> {
  const { code, answer } = await questionToAnswer(turn, contest, number);
  return new Refusal('question.answered', {
    code,
    by: answer ? await nameOf(turn, contest, answer.by) : '',
    at: turn.t.moment(answer?.at ?? turn.now),
  });
}

/** Everybody may read the question in these words, and its answer; `null`: nobody any more. */
export async function showQuestion(
  turn: Turn,
  contest: Contest,
  number: number,
  text: string | null,
): Promise<Question> {
  const { _id, answer, code } = await questionToAnswer(turn, contest, number);
  if (!answer) throw new Refusal('question.unanswered', { code });
  const shown = text === null ? null : { text, by: turn.person, at: turn.now };
  await turn.store.questions.updateOne({ _id }, { $set: { shown } });
  return questionToAnswer(turn, await contestById(turn, contest.id), number);
}

/** What everybody may read, the newest first. */
export const shownQuestions = ({ store }: Work, { id }: Contest, most: number): Promise<Question[]> =>
  store.questions
    .find({ contest: id, shown: { $ne: null } })
    .sort({ number: -1 })
    .limit(most)
    .lean<Question[]>()
    .exec();
