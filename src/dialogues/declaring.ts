import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { chainOf, isHalfDone } from './form.js';

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
