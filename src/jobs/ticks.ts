import { sendAnnouncements } from '../actions/announcements/send.js';
import { announceRegistrations } from '../actions/announceRegistrations.js';
import { announceWindows } from '../actions/announceWindows.js';
import { closeListsDue } from '../actions/closeLists.js';
import { sendDigests } from '../actions/digest.js';
import { finishComplaints } from '../actions/finishComplaints.js';
import { watchGroups } from '../actions/groups.js';
import { lapseCorrections } from '../actions/lapseCorrections.js';
import { lockJudged } from '../actions/lockJudged.js';
import { openReceivingRounds } from '../actions/openReceivingRounds.js';
import { readFacebook } from '../actions/readFacebook.js';
import { remindOwing } from '../actions/remindOwing.js';
import { watchFraud } from '../actions/suspicions.js';
import { tellAssignments } from '../actions/tellAssignments.js';
import { countVotesGiven } from '../actions/vote.js';
import { watchFreeze } from '../actions/watchFreeze.js';
import { watchQuota } from '../actions/watchQuota.js';
import type { Work } from '../turn.js';

/** What happens by itself. Each tick asks the data what is due and not yet done, and calls one action. */
export type Tick = { name: string; every: string; run(work: Work): Promise<void> };

export const ticks: Tick[] = [
  { name: 'windows', every: '20 seconds', run: announceWindows },
  { name: 'close-lists', every: '20 seconds', run: closeListsDue },
  { name: 'lock-sheets', every: '20 seconds', run: lockJudged },
  { name: 'assignments', every: '1 minute', run: tellAssignments },
  { name: 'corrections', every: '1 minute', run: lapseCorrections },
  { name: 'registrations', every: '1 minute', run: announceRegistrations },
  { name: 'receiving-rounds', every: '1 minute', run: openReceivingRounds },
  { name: 'announcements', every: '2 seconds', run: sendAnnouncements },
  { name: 'facebook', every: '2 seconds', run: readFacebook },
  { name: 'freeze', every: '20 seconds', run: watchFreeze },
  { name: 'votes', every: '20 seconds', run: countVotesGiven },
  { name: 'fraud', every: '10 minutes', run: watchFraud },
  { name: 'complaints', every: '1 minute', run: finishComplaints },
  { name: 'groups', every: '1 minute', run: watchGroups },
  { name: 'digest', every: '1 minute', run: sendDigests },
  // Last, so that what has just been done by the others is not asked for.
  { name: 'reminders', every: '1 minute', run: remindOwing },
  { name: 'quota', every: '10 minutes', run: watchQuota },
];
