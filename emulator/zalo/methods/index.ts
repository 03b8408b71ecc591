import { z } from 'zod';
import { hexId } from '../../world.js';
import { type Method, method } from '../call.js';
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook, testWebhook } from './receiving.js';
import { sendChatAction, sendMessage, sendPhoto, sendSticker, sendVoice } from './sending.js';

const getMe = method(z.object({}), (_params, { bot: { localId, name } }) => ({
  id: localId,
  account_name: `bot.${hexId(`account ${localId}`).slice(0, 9)}`,
  account_type: 'BASIC',
  can_join_groups: true,
  display_name: name,
}));

/** All there are. Names are read as they are spelt. */
export const methods = new Map<string, Method>(
  Object.entries({
    getMe,
    getUpdates,
    setWebhook,
    getWebhookInfo,
    deleteWebhook,
    testWebhook,
    sendMessage,
    sendPhoto,
    sendSticker,
    sendVoice,
    sendChatAction,
  }),
);
