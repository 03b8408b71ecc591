import { describe, expect, test } from '@jest/globals';
import { parseHtml } from '../../../emulator/telegram/html.js';
import { parseMarkdown } from '../../../emulator/telegram/markdown.js';
import { parseMarkdownV2 } from '../../../emulator/telegram/markdownV2.js';
import { formatted } from '../../../emulator/telegram/markup.js';

/** `type offset+length` */
const brief = ({ text, entities }: ReturnType<typeof parseHtml>) => [
  text,
  ...entities.map(({ type, offset, length }) => `${type} ${offset}+${length}`),
];

describe('HTML', () => {
  test.each([
    ['🏟 🏟<i>🏟 &gt;<b aba   =   caba>&lt🏟</b></i>', ['🏟 🏟🏟 ><🏟', 'bold 9+3', 'italic 5+7']],
    ['Đội <b>số 3</b>: 8,5 &amp; <code>QN-07</code>', ['Đội số 3: 8,5 & QN-07', 'bold 4+4', 'code 16+5']],
    ['🏟 🏟&lt;<i>a</i   >', ['🏟 🏟<a', 'italic 6+1']],
    ['<a>telegram.org </a><a href="x.vn/a?b">y</a>', ['telegram.org y', 'text_link 13+1']],
    ['<blockquote   expandable>a&lt;<pre  >b;</></>', ['a<b;', 'pre 2+2', 'expandable_blockquote 0+4']],
    ['<b></b>&ge;&#12345678;', ['&ge;&#12345678;']],
  ])('%s', (source, expected) => {
    expect(brief(parseHtml(source))).toEqual(expected);
  });

  test('a language makes one entity of pre and code', () => {
    expect(parseHtml('<pre><code class="language-fift">a</code></pre>').entities).toEqual([
      { type: 'pre', offset: 0, length: 1, language: 'fift' },
    ]);
  });

  test.each([
    ['🏟 🏟&lt;<abacaba', 'Unclosed start tag at byte offset 13'],
    ['🏟 🏟&lt;<abac aba>', 'Unsupported start tag "abac" at byte offset 13'],
    ['🏟 🏟&lt;<i   =aba>', 'Empty attribute name in the tag "i" at byte offset 13'],
    ['🏟 🏟&lt;<i    aba>', 'Can\'t find end tag corresponding to start tag "i"'],
    ['🏟 🏟&lt;<i    aba  =  ', 'Unclosed start tag "i" at byte offset 13'],
    ['🏟 🏟&lt;<i    aba  =  190azAz-.,', 'Unexpected end of name token at byte offset 27'],
    ['🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', 'Unclosed start tag at byte offset 13'],
    ['🏟 🏟&lt;</', 'Unexpected end tag at byte offset 13'],
    ['🏟 🏟&lt;<i>a</i   ', 'Unclosed end tag at byte offset 17'],
    ['🏟 🏟&lt;<i>a</em   >', 'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'],
  ])('%s is refused', (source, reason) => {
    expect(() => parseHtml(source)).toThrow(reason);
  });
});

describe('MarkdownV2', () => {
  test.each([
    ['🏟 🏟_🏟 __🏟___', ['🏟 🏟🏟 🏟', 'underline 8+2', 'italic 5+5']],
    ['🏟 \\.🏟_🏟\\. 🏟_', ['🏟 .🏟🏟. 🏟', 'italic 6+6']],
    ['🏟 🏟```🏟\n\n🏟```', ['🏟 🏟\n🏟', 'pre 5+3']],
    ['🏟 🏟``````', ['🏟 🏟']],
    ['||test||', ['test', 'spoiler 0+4']],
    ['[telegram\\.org](https://telegram.dog?\\()', ['telegram.org', 'text_link 0+12']],
    ['[telegram\\.org]()', ['telegram.org']],
    ['abc\n> \n> \n>\ndef', ['abc\n \n \n\ndef', 'blockquote 4+5']],
    ['>a\n>b||', ['a\nb', 'expandable_blockquote 0+3']],
    ['![👍](tg://emoji?id=25)a', ['👍a', 'custom_emoji 0+2']],
  ])('%s', (source, expected) => {
    expect(brief(parseMarkdownV2(source))).toEqual(expected);
  });

  test.each([
    ['8.5', "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ['🏟 🏟>', "Character '>' is reserved and must be escaped with the preceding '\\'"],
    ['>\n*a*>2', "Character '>' is reserved and must be escaped with the preceding '\\'"],
    ['🏟 🏟_abac * asd ', "Can't find end of Bold entity at byte offset 15"],
    ['🏟 🏟_abac * asd _', "Can't find end of Italic entity at byte offset 21"],
    ['🏟 🏟```a ', "Can't find end of PreCode entity at byte offset 9"],
    ['🏟 🏟```🏟 🏟`', "Can't find end of Code entity at byte offset 21"],
    ['🏟 🏟__🏟 _🏟___', "Can't find end of Italic entity at byte offset 23"],
    ['[telegram\\.org](asd\\)', "Can't find end of a URL at byte offset 16"],
    ['🏟 🏟![👍]', 'Custom emoji entity must contain a tg://emoji URL'],
    ['>*b\n>ld \n>bo\nld*\nasd\ndef', "Can't find end of Bold entity at byte offset 1"],
    ['>asd\n>q||e||w||\n||asdad', "Can't find end of Spoiler entity at byte offset 16"],
  ])('%s is refused', (source, reason) => {
    expect(() => parseMarkdownV2(source)).toThrow(reason);
  });
});

test('the older Markdown knows bold, italic, code and links', () => {
  expect(brief(parseMarkdown('*a* _b_ `c` [d](http://e.vn) \\*'))).toEqual([
    'a b c d *',
    'bold 0+1',
    'italic 2+1',
    'code 4+1',
    'text_link 6+1',
  ]);
  expect(() => parseMarkdown('ổ *a')).toThrow("Can't find end of the entity starting at byte offset 4");
});

test('blanks are cut off both ends, and styles move along', () => {
  expect(formatted('\n  <b> a</b> b ', 'HTML', undefined)).toEqual({
    text: 'a b',
    entities: [{ type: 'bold', offset: 0, length: 1 }],
  });
});

test('commands, mentions and links are found in plain text, but not inside code', () => {
  expect(
    brief(formatted('/cham@thi_bot a/b @an_123 xem https://a.vn/x?y=1. youtu.be/z', undefined, undefined)),
  ).toEqual([
    '/cham@thi_bot a/b @an_123 xem https://a.vn/x?y=1. youtu.be/z',
    'bot_command 0+13',
    'mention 18+7',
    'url 30+18',
    'url 50+10',
  ]);
  expect(brief(formatted('`/cham`', 'MarkdownV2', undefined))).toEqual(['/cham', 'code 0+5']);
});
