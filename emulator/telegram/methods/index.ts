import type { Method } from '../call.js';
import { getChat, getChatAdministrators, getChatMember, getChatMemberCount, leaveChat } from './chats.js';
import {
  deleteMessage,
  deleteMessages,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageText,
} from './edit.js';
import { getFile } from './getFile.js';
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './getUpdates.js';
import { copyMessage, forwardMessage } from './passOn.js';
import {
  deleteMyCommands,
  description,
  getMe,
  getMyCommands,
  setMyCommands,
  shortDescription,
} from './profile.js';
import { sendDocument, sendMediaGroup, sendPhoto, sendSticker, sendVideo, sendVoice } from './sendMedia.js';
import { answerCallbackQuery, sendChatAction, sendContact, sendMessage } from './sendText.js';

const all: Record<string, Method> = {
  getMe,
  logOut: () => true,
  close: () => true,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  sendPhoto,
  sendDocument,
  sendVideo,
  sendVoice,
  sendSticker,
  sendMediaGroup,
  sendContact,
  sendChatAction,
  copyMessage,
  forwardMessage,
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
  answerCallbackQuery,
  getFile,
  getChat,
  getChatMember,
  getChatMemberCount,
  getChatAdministrators,
  leaveChat,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setMyDescription: description.set,
  getMyDescription: description.get,
  setMyShortDescription: shortDescription.set,
  getMyShortDescription: shortDescription.get,
};

/** Telegram reads the names of methods in any case. */
export const methods = new Map(
  Object.entries(all).map(([name, method]) => [name.toLowerCase(), { name, method }]),
);
