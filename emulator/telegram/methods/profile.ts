import { z } from 'zod';
import { type Method, method } from '../call.js';
import { bad } from '../errors.js';
import { structure, text } from '../params.js';
import { botJson } from '../shapes.js';

export const getMe = method(z.object({}), (_params, { bot }) => ({
  ...botJson(bot),
  can_join_groups: true,
  can_read_all_group_messages: bot.readsAll,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
}));

const Command = z.object({ command: text, description: text });
const Scoped = z.object({
  scope: structure(z.looseObject({ type: z.string() })).optional(),
  language_code: text.optional(),
});

const mostCommands = 100;
const longestDescription = 256;

/** Commands are kept for each scope and language; the key of the usual ones is `default`. */
function scopeKey({ scope, language_code }: z.output<typeof Scoped>): string {
  const place = !scope || scope.type === 'default' ? 'default' : JSON.stringify(scope);
  return language_code ? `${place} ${language_code}` : place;
}

export const setMyCommands = method(
  Scoped.extend({ commands: structure(z.array(Command)) }),
  ({ commands, ...scoped }, { world, bot }) => {
    if (commands.length > mostCommands) throw bad('BOT_COMMANDS_TOO_MUCH');
    const cleaned = commands.map(({ command, description }) => ({
      command: command.replace(/^\//, ''),
      description,
    }));
    for (const { command, description } of cleaned) {
      if (!/^[a-z0-9_]{1,32}$/.test(command)) throw bad('BOT_COMMAND_INVALID');
      if (description.length < 1 || description.length > longestDescription)
        throw bad('BOT_COMMAND_DESCRIPTION_INVALID');
    }
    bot.commands[scopeKey(scoped)] = cleaned;
    world.stateChanged();
    return true;
  },
);

export const getMyCommands = method(Scoped, (scoped, { bot }) => bot.commands[scopeKey(scoped)] ?? []);

export const deleteMyCommands = method(Scoped, (scoped, { world, bot }) => {
  delete bot.commands[scopeKey(scoped)];
  world.stateChanged();
  return true;
});

/** A text the bot shows of itself. */
function about(field: string, longest: number): { set: Method; get: Method } {
  const Given = z.object({ [field]: text.optional() });
  return {
    set: method(Given, (given, { world, bot }) => {
      const value = given[field] ?? '';
      if (value.length > longest) throw bad(`${field} is too long`);
      bot.about[field] = value;
      world.touched();
      return true;
    }),
    get: method(z.object({}), (_params, { bot }) => ({ [field]: bot.about[field] ?? '' })),
  };
}

export const description = about('description', 512);
export const shortDescription = about('short_description', 120);
