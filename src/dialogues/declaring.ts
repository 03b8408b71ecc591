import type { Contest } from '../actions/contest.js';
import { conflictsOf } from '../actions/relations.js';
import { entriesByCode, PART_FORM } from '../actions/stage.js';
import { Refusal } from '../domain/refusal.js';
import type { Progress } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { chainOf, dropForms, isHalfDone } from './form.js';

/** The name of the form in which a judge says that he doesn't score an entry. */
export const DECLARATION = 'abstain';

/** What is asked for has to wait until an open form is over: the one of this name, about this entry. */
export class FinishFirst extends Refusal {
  readonly form = DECLARATION;
  constructor(readonly code: string) {
    super('abstain.finishFirst', { code });
  }
}

/** Who is about to say that he is tied to an entry doesn't score it in the same breath. */
export function needDeclared({ chat, aside }: Turn, code: string): void {
  const open = [chat.progress, aside].flatMap((progress) => (progress ? chainOf(progress) : []));
  if (open.some((each) => isDeclaring(each, code) && isHalfDone(each))) throw new FinishFirst(code);
}

export const isDeclaring = (
  { form, answers }: Pick<ReturnType<typeof chainOf>[number], 'form' | 'answers'>,
  code: string,
): boolean => form === DECLARATION && answers.code === code;

/** The forms in which a judge fills in a sheet. */
export const SCORE_FORM = 'score';
const isSheet = ({ form }: Progress): boolean => form === SCORE_FORM || form === PART_FORM;

/**
 * What he had typed for entries that he has just declared not to score is gone: for this one, and for all that he is
 * tied to. Answers their codes.
 */
export async function dropSheets(turn: Turn, contest: Contest, code?: string): Promise<string[]> {
  const { progress } = turn.chat;
  const open = (progress ? chainOf(progress) : []).filter(isSheet);
  const codes = [...new Set(open.map(({ answers }) => String(answers.code)))];
  const entries = await entriesByCode(turn, contest, codes);
  const conflictWith = await conflictsOf(turn, contest);
  const over = codes.filter((each) => {
    const entry = entries.get(each);
    return each === code || (entry !== undefined && conflictWith(entry) !== null);
  });
  if (over.length > 0) dropForms(turn, (each) => isSheet(each) && over.includes(String(each.answers.code)));
  return over;
}
