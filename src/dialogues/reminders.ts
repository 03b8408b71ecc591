import { refuseReminders } from '../actions/refuseReminders.js';
import type { Turn } from '../turn.js';

/** `/tatnhac` and `/batnhac`, for all contests at once. */
export async function switchReminders(turn: Turn, on: boolean): Promise<void> {
  await refuseReminders(turn, !on);
  turn.say(turn.t(on ? 'remind.on' : 'remind.off'));
}
