/**
 * What the server tells the page. Ids are opaque.
 *
 * @typedef {'telegram' | 'zalo'} Platform
 *
 * @typedef {{ command: string, description: string }} Command
 * @typedef {{ id: string, platform: Platform, name: string, username: string, commands?: Command[] }} Bot
 * @typedef {{ id: string, platform: Platform, name: string, label: string, phone: string }} Phone
 * Telegram's keyboard in place of letters.
 * @typedef {{ text: string, requestContact?: boolean }} Key
 * @typedef {{
 *   id: string, platform: Platform, kind: 'private' | 'group', bot: string | null, title: string,
 *   phones: string[], blocked: boolean, botPresent: boolean, supergroup?: boolean,
 *   keyboard?: Key[][] | null,
 * }} Chat
 * @typedef {{ now: number, version: number, speed: number, frozen: boolean }} Clock
 * @typedef {{ clock: Clock, bots: Bot[], phones: Phone[], chats: Chat[], hints?: string[] }} State
 *
 * @typedef {{ kind: 'bot', bot: string } | { kind: 'phone', phone: string } | { kind: 'system' }} Sender
 * @typedef {{ start: number, length: number, style: 'bold' | 'italic' | 'code' | 'underline' | 'strike' }} Style
 * @typedef {{ text: string, data: string, style?: string, url?: string }} Button
 * @typedef {'photo' | 'document' | 'video' | 'voice' | 'contact' | 'sticker'} AttachmentKind
 * @typedef {{ kind: AttachmentKind, name?: string, bytes?: number, seconds?: number, url?: string }} Attachment
 * @typedef {{
 *   id: string, chat: string, at: number, from: Sender, text: string, styles: Style[],
 *   buttons: Button[][] | null, attachment: Attachment | null, edited: boolean,
 * }} Message
 * @typedef {{ phone: string, text: string, alert: boolean }} Toast
 *
 * What a person sends that isn't text. `content`: of a file from this computer, as base64.
 * @typedef {{
 *   kind: AttachmentKind, name?: string, bytes?: number, seconds?: number, width?: number, height?: number,
 *   caption?: string, mention?: boolean, content?: string,
 * }} Sending
 *
 * One device on the page: a person's, or a group looked at on the phone of one of its members.
 * @typedef {{ id: string, kind: 'person', phone: Phone } | { id: string, kind: 'group', chat: Chat }} View
 */

export {};
