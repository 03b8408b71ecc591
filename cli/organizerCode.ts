import process from 'node:process';
import { makeCode } from '../src/actions/codes.js';
import type { Work } from '../src/turn.js';
import { words } from '../src/words.js';
import { withStore } from './database.js';
import { operatorsWork } from './operatorsWork.js';

const t = words.plain;

/** A new one-time code for a member of the committee, from the database that the assistant works on. */
export function runOrganizerCode(options: { contest?: string; json?: boolean }): Promise<number> {
  return withStore(async (store, { CONTEST }) => {
    const { contest = CONTEST[0], json = false } = options;
    const { work, contests } = await operatorsWork(store, contest);
    await contests.ensure(contest);
    const code = await organizerCode(work, contest);
    if (json) process.stdout.write(`${JSON.stringify({ contest, code })}\n`);
    else
      process.stdout.write(`${t('cli.organizerCodeIs', { contest, code })}\n${t('cli.organizerCodeHow')}\n`);
    return 0;
  });
}

/** Of the committee's first member, or of another one. */
export const organizerCode = (work: Work, contest: string): Promise<string> =>
  makeCode(work, contest, { purpose: 'organizer', name: null, by: null });
