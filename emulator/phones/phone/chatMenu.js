import { attempt } from '../notice.js';
import * as server from '../server.js';

/** @import { Chat, Phone } from '../types.js' */
/** @import { World } from '../world.js' */

/** @typedef {{ label: string, icon: 'block' | 'phone' | 'bot' | 'close' | 'up', act(): unknown }} Item */

/**
 * What the three dots offer in this chat.
 *
 * @param {Chat} chat
 * @param {{ world: World, holder(): Phone | undefined, showGroup: ((chat: string) => void) | null }} device
 * @returns {Item[]}
 */
export function chatMenu(chat, { world, holder, showGroup }) {
  if (chat.kind === 'private') {
    const phone = holder()?.id ?? '';
    return [
      {
        label: chat.blocked ? 'Bỏ chặn bot' : 'Chặn bot',
        icon: 'block',
        act: () => attempt(() => server.block(chat.id, { phone, blocked: !chat.blocked })),
      },
    ];
  }
  const items = /** @type {Item[]} */ ([]);
  if (showGroup)
    items.push({ label: 'Mở nhóm thành điện thoại riêng', icon: 'phone', act: () => showGroup(chat.id) });
  for (const { id, name } of world.state.bots.filter(({ platform }) => platform === chat.platform)) {
    const present = chat.botPresent && chat.bot === id;
    items.push({
      label: present ? `Đưa ${name} ra khỏi nhóm` : `Thêm ${name} vào nhóm`,
      icon: present ? 'close' : 'bot',
      act: () => attempt(() => server.setBotPresent(chat.id, { bot: id, present: !present })),
    });
  }
  if (chat.platform === 'telegram' && !chat.supergroup) {
    items.push({
      label: 'Nâng cấp thành siêu nhóm',
      icon: 'up',
      act: () => attempt(() => server.upgradeGroup(chat.id)),
    });
  }
  return items;
}
