import axios from 'axios';
import type { Emulator } from '../../../emulator/index.js';

export const token = '4471902:s3cr3t';

/** A bot, and one person who has opened its chat. */
export function people(emulator: Emulator) {
  const bot = emulator.addBot({ platform: 'zalo', token, username: 'hoithi', name: 'Bot Hội thi' });
  const lan = emulator.addPhone({ platform: 'zalo', name: 'Lan Phạm' });
  return { bot, lan, chat: lan.chatWith(bot) };
}

/** Calls a method as an axios client does, and answers the body with the HTTP status. */
export async function callZalo(emulator: Emulator, method: string, params: object = {}) {
  const url = `${emulator.zaloUrl}/bot${token}/${method}`;
  const { data, status } = await axios.post(url, params, { validateStatus: () => true });
  return { status, ...data };
}

/** The next update, if one waits. */
export const pollZalo = async (emulator: Emulator) =>
  (await callZalo(emulator, 'getUpdates', { timeout: '0' })).result;
