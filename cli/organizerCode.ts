import { makeCode } from '../src/actions/codes.js';
import type { Work } from '../src/turn.js';
import { words } from '../src/words.js';
import { withStore } from './database.js';
import { operatorsWork } from './operatorsWork.js';
import type { Terminal } from './terminal.js';

const t = words.plain;

/** A new one-time code for a member of the committee, from the database that the assistant works on. */
export function runOrganizerCode(
  options: { contest?: string; json?: boolean },
  terminal: Terminal,
): Promise<number> {
  return withStore(terminal.env, async (store, { CONTEST }) => {
    const { contest = CONTEST[0], json = false } = options;
    const { work, contests } = await operatorsWork(store, contest);
    await contests.ensure(contest);
    const code = await organizerCode(work, contest);
    if (json) terminal.show(JSON.stringify({ contest, code }));
    else terminal.show(`${t('cli.organizerCodeIs', { contest, code })}\n${t('cli.organizerCodeHow')}`);
    return 0;
  });
}

/** Of the committee's first member, or of another one. */
export const organizerCode = (work: Work, contest: string): Promise<string> =>
  makeCode(work, contest, { purpose: 'organizer', name: null, by: null });
