import { describe, expect, test } from '@jest/globals';
import { withoutMention } from '../../../src/bots/zalo/mention.js';

const names = ['Bot Hội Thi', 'bot.Xyz123'];

describe('a mention of the bot', () => {
  test.each([
    ['@Bot Hội Thi nop 42', 'nop 42'],
    ['@BOT HỘI THI: nop 42', 'nop 42'],
    ['@bot hội thi, nop 42', 'nop 42'],
    ['nop 42 @Bot Hội Thi', 'nop 42'],
    ['nop 42, @Bot Hội Thi.', 'nop 42'],
    ['@bot.xyz123 nop 42', 'nop 42'],
    ['  @Bot\u00a0Hội  Thi\nnop 42 ', 'nop 42'],
    [`${'@Bot Hội Thi'.normalize('NFD')} nop 42`, 'nop 42'],
    ['@Bot Hội Thi', ''],
    ['@Bot Hội Thi -5', '-5'],
    ['@Bot Hội Thi @Lan Phạm chào', '@Lan Phạm chào'],
  ])('%j leaves %j', (text, rest) => {
    expect(withoutMention(text, names)).toBe(rest);
  });

  test.each([
    'Bot Hội Thi là ai?',
    '@Bot Hội Thiện nop 42',
    'gửi a@Bot Hội Thi',
    'hỏi @Bot Hội Thi rồi nộp',
    '@botxXyz123 nop',
  ])('%j mentions nobody at its ends and stays as it is', (text) => {
    expect(withoutMention(text, names)).toBe(text);
  });

  test('what is left is in composed letters', () => {
    expect(withoutMention('Tổ dân phố số 3'.normalize('NFD'), names)).toBe(
      'Tổ dân phố số 3'.normalize('NFC'),
    );
  });
});
