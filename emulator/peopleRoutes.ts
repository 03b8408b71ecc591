import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { streamEvents } from './eventStream.js';
import { FaultOrder } from './faults.js';
import { addGroup, setBotAdmin, setBotPresent, upgradeGroup } from './groups.js';
import { addPhone, press, say, send, setBlocked } from './people.js';
import { type BotRecord, type ChatRecord, PlatformName } from './state.js';
import { NotPossible, words } from './words.js';
import type { World } from './world.js';

/** `/api`: what people's fingers do, and what their eyes see. */
export function peopleRoutes(server: FastifyInstance, world: World): void {
  const chatOf = (request: FastifyRequest): ChatRecord => world.chat(Id.parse(request.params).id);

  server.get('/api/state', async () => state(world));
  server.get('/api/chats/:id/messages', async (request) => ({
    messages: world.history(chatOf(request).id).map(({ shown }) => shown),
  }));
  server.get('/api/events', (_request, reply) => streamEvents(world, reply));
  server.get('/api/counts', async () => world.counts.report());
  server.get('/api/files/:id', async (request, reply) => {
    const file = world.files.get(Id.parse(request.params).id);
    if (!file) throw new NotPossible(words.noMessage, 404);
    const size = world.shelf.size(file);
    if (size !== null) reply.header('content-length', size);
    return reply.type(file.mime).send(world.shelf.read(file));
  });

  server.post('/api/phones', async (request) => addPhone(world, NewPhone.parse(request.body)));
  server.post('/api/chats/:id/say', async (request) => {
    const { phone, ...saying } = Saying.parse(request.body);
    return say(world, chatOf(request), world.phone(phone), saying).shown;
  });
  server.post('/api/chats/:id/send', async (request) => {
    const { phone, ...sending } = Sending.parse(request.body);
    return send(world, chatOf(request), world.phone(phone), sending).shown;
  });
  server.post('/api/chats/:id/press', async (request) => {
    const { phone, ...which } = Pressing.parse(request.body);
    press(world, chatOf(request), world.phone(phone), which);
    return {};
  });
  server.post('/api/chats/:id/block', async (request) => {
    const { phone, blocked } = Blocking.parse(request.body);
    setBlocked(world, chatOf(request), world.phone(phone), blocked);
    return {};
  });

  server.post('/api/groups', async (request) => shownChat(addGroup(world, NewGroup.parse(request.body))));
  server.post('/api/groups/:id/bot', async (request) => {
    const { bot, present, admin } = BotInGroup.parse(request.body);
    const chat = chatOf(request);
    setBotPresent(world, chat, world.bot(bot), present);
    if (admin !== undefined) setBotAdmin(world, chat, admin);
    return shownChat(chat);
  });
  server.post('/api/groups/:id/upgrade', async (request) => {
    const chat = chatOf(request);
    upgradeGroup(world, chat);
    return shownChat(chat);
  });

  server.get('/api/caution', async (request) => {
    const { to } = Jump.parse(request.query);
    return { caution: await world.caution(new Date(to)) };
  });
  server.post('/api/clock', async (request) => {
    const { advanceSeconds = 0, to, speed, frozen } = ClockChange.parse(request.body);
    const now = (to === undefined ? world.clock.ms() : Number(new Date(to))) + advanceSeconds * 1000;
    if (Number.isNaN(now)) throw new NotPossible(words.badClock);
    // Letters and deadlines that were due would wait for their time to come again.
    if (now < world.clock.ms() - 60_000) throw new NotPossible(words.clockBack);
    world.clock.change({
      now,
      ...(speed !== undefined && { speed }),
      ...(frozen !== undefined && { frozen }),
    });
    return world.clock.state();
  });

  server.post('/api/faults', async (request) => {
    world.faults.add(FaultOrder.parse(request.body));
    return { faults: world.faults.list() };
  });
  server.delete('/api/faults', async () => {
    world.faults.clear();
    return { faults: [] };
  });
}

const Id = z.object({ id: z.string() });
const NewPhone = z.strictObject({
  name: z.string(),
  platform: PlatformName,
  label: z.string().optional(),
  protected: z.boolean().optional(),
});
const Saying = z.strictObject({
  phone: z.string(),
  text: z.string(),
  mention: z.boolean().optional(),
  replyTo: z.string().optional(),
});
const Sending = z.strictObject({
  phone: z.string(),
  kind: z.enum(['video', 'photo', 'document', 'contact', 'voice', 'sticker']),
  name: z.string().optional(),
  bytes: z.int().positive().optional(),
  seconds: z.int().positive().optional(),
  width: z.int().positive().max(4000).optional(),
  height: z.int().positive().max(4000).optional(),
  caption: z.string().optional(),
  mention: z.boolean().optional(),
  phoneNumber: z.string().optional(),
  /** A file as the page has read it. */
  content: z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .optional(),
});
const Pressing = z.strictObject({ phone: z.string(), message: z.string(), row: z.int(), column: z.int() });
const Blocking = z.strictObject({ phone: z.string(), blocked: z.boolean() });
const NewGroup = z.strictObject({
  platform: PlatformName,
  title: z.string(),
  phones: z.array(z.string()),
  bot: z.string().optional(),
});
const BotInGroup = z.strictObject({ bot: z.string(), present: z.boolean(), admin: z.boolean().optional() });
const Jump = z.object({ to: z.coerce.number().int() });
const ClockChange = z.strictObject({
  advanceSeconds: z.number().optional(),
  to: z.union([z.string(), z.number()]).optional(),
  speed: z.number().positive().max(100_000).optional(),
  frozen: z.boolean().optional(),
});

function state(world: World) {
  return {
    clock: world.clock.state(),
    bots: [...world.bots.values()].map(shownBot),
    phones: [...world.phones.values()].map(({ id, platform, name, label, phone }) => ({
      id,
      platform,
      name,
      label,
      phone,
    })),
    chats: [...world.chats.values()].map(shownChat),
    hints: world.hints,
  };
}

function shownBot({ id, platform, name, username, commands }: BotRecord) {
  return { id, platform, name, username, commands: commands.default ?? [] };
}

function shownChat({
  id,
  platform,
  kind,
  bot,
  title,
  phones,
  blocked,
  botPresent,
  keyboard,
  supergroup,
}: ChatRecord) {
  return { id, platform, kind, bot, title, phones, blocked, botPresent, supergroup, keyboard };
}
