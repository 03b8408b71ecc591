import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import vi from '../locales/vi/index.js';
import { stack, words } from '../src/words.js';

const project = path.resolve(import.meta.dirname, '..');

const sentences = Object.entries(vi).flatMap(([file, lines]) =>
  Object.entries(lines).map(([name, text]) => ({ key: `${file}.${name}`, text: text as string })),
);
const textOf = new Map(sentences.map(({ key, text }) => [key, text]));
const blanksOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');

/** What the source says about words, wherever it says it. */
const said = ['src', 'cli', 'replay', 'bench']
  .flatMap((folder) =>
    readdirSync(path.join(project, folder), { recursive: true }).map((name) => `${folder}/${name}`),
  )
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readSource(file));

type Thrown = { where: string; key: string; values: string[] | null };

function readSource(file: string) {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(project, file), 'utf8'),
    ts.ScriptTarget.ES2023,
    true,
  );
  const literals: { where: string; text: string }[] = [];
  /** `window.${name}`: any key that begins so may be meant. */
  const beginnings: string[] = [];
  const thrown: Thrown[] = [];
  const visit = (node: ts.Node): void => {
    const where = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isStringLiteralLike(node)) literals.push({ where, text: node.text });
    if (ts.isTemplateExpression(node) && node.head.text.endsWith('.')) beginnings.push(node.head.text);
    if (ts.isNewExpression(node) && /^(Refusal|CannotStart)$/.test(node.expression.getText())) {
      const [key, values] = node.arguments ?? [];
      if (key && ts.isStringLiteralLike(key))
        thrown.push({ where, key: key.text, values: namesIn(values, source) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { file, literals, beginnings, thrown };
}

/** The names in `{ opens, closes: … }`, also if it was given a name in the same file; `null` if they can't be read. */
function namesIn(values: ts.Expression | undefined, source: ts.SourceFile): string[] | null {
  if (!values) return [];
  if (ts.isObjectLiteralExpression(values)) {
    const names = values.properties.map((each) =>
      ts.isSpreadAssignment(each) ? null : each.name?.getText(),
    );
    return names.every((name) => typeof name === 'string') ? (names as string[]) : null;
  }
  if (!ts.isIdentifier(values)) return null;
  let found: string[] | null = null;
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === values.text && node.initializer)
      found ??= ts.isObjectLiteralExpression(node.initializer) ? namesIn(node.initializer, source) : null;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('keys and their values', () => {
  const rooms = Object.keys(vi).join('|');
  const looksLikeKey = new RegExp(`^(?:${rooms})\\.[a-z][A-Za-z]*$`);

  test('whatever looks like a key is one', () => {
    const wrong = said.flatMap(({ literals }) =>
      literals.filter(({ text }) => looksLikeKey.test(text) && !textOf.has(text)),
    );
    expect(wrong).toEqual([]);
  });

  test('a refusal brings every value its sentence needs', () => {
    const thrown = said.flatMap((file) => file.thrown);
    expect(thrown.length).toBeGreaterThan(50);
    const wrong = thrown.filter(({ key, values }) => {
      const text = textOf.get(key);
      return text === undefined || values === null || blanksOf(text).some((name) => !values.includes(name));
    });
    expect(wrong).toEqual([]);
  });

  test('no sentence is left over', () => {
    const used = new Set(said.flatMap(({ literals }) => literals.map(({ text }) => text)));
    const beginnings = said.flatMap((file) => file.beginnings);
    const isUsed = (key: string) =>
      used.has(key) || beginnings.some((beginning) => key.startsWith(beginning));
    expect(sentences.map(({ key }) => key).filter((key) => !isUsed(key))).toEqual([]);
  });
});

describe('words', () => {
  test('styles what is marked, and shows what is filled in as it is spelt', () => {
    expect(words('register.done', { team: '<b>&_*[', unit: 'xã {{team}} </b>' })).toEqual({
      text: 'Đã đăng ký cho đội <b>&_*[, xã {{team}} </b>.',
      styles: [{ start: 19, length: 7, style: 'bold' }],
    });
  });

  test('says no word twice where a team is called «Đội …»', () => {
    const about = { team: 'Đội Đức Phong', unit: 'xã Đức Phong' };
    expect(words.plain('register.done', about)).toBe('Đã đăng ký cho Đội Đức Phong, xã Đức Phong.');
    expect(words.plain('result.who', { code: 'QN-01', team: 'Đội Đức Phong' })).toBe('QN-01, Đội Đức Phong');
  });

  test('says the same without styles', () => {
    expect(words.plain('score.sum', { sum: '75', scale: '100' })).toBe('Tổng: 75/100');
  });

  test('knows which keys there are, and never says a key instead of words', () => {
    expect([words.has('score.sum'), words.has('score.nothing')]).toEqual([true, false]);
    expect(() => words.loose('score.nothing', {})).toThrow('no words for score.nothing');
    expect(() => words.loose('score.sum', { sum: '75' })).toThrow('no value for scale');
  });

  test.each([
    ['2023-09-01T16:59:00Z', '23 giờ 59 thứ Sáu, 1/9/2023', 'thứ Sáu, 1/9/2023'],
    ['2023-09-02T17:00:00Z', '0 giờ Chủ nhật, 3/9/2023', 'Chủ nhật, 3/9/2023'],
    ['2023-12-31T17:05:00Z', '0 giờ 05 thứ Hai, 1/1/2024', 'thứ Hai, 1/1/2024'],
  ])('says %s as %s, in Vietnam’s time', (instant, moment, day) => {
    const at = new Date(instant);
    expect([words.moment(at), words.day(at)]).toEqual([moment, day]);
  });

  test.each([
    ['62.67', '62,67'],
    [8.5, '8,5'],
    [1000, '1.000'],
    ['1234567.5', '1.234.567,5'],
    ['-1310', '-1.310'],
  ])('writes %s as %s', (value, written) => {
    expect(words.number(value)).toBe(written);
  });

  test('stacks what there is, and moves the styles along', () => {
    const bold = words('codes.invite', { role: 'giám khảo', code: 'ABCD2345' });
    expect(stack(['Xin chào!', null, false, bold, undefined, ''])).toEqual({
      text: 'Xin chào!\n\nMã mời giám khảo: ABCD2345',
      styles: [{ start: 29, length: 8, style: 'code' }],
    });
    expect(stack(['a', 'b'], '\n')).toEqual({ text: 'a\nb', styles: [] });
  });
});

describe('every sentence', () => {
  const offending = (wrong: (text: string) => unknown) =>
    sentences.filter(({ text }) => wrong(text)).map(({ key, text }) => `${key}: ${text}`);

  test('is written with composed letters and single blanks, and none at its ends', () => {
    expect(offending((text) => text !== text.normalize('NFC') || text !== text.trim())).toEqual([]);
    expect(offending((text) => /\S {2,}|\t|\u00a0|\n | \n/.test(text))).toEqual([]);
  });

  test('is punctuated as Vietnamese is', () => {
    // Where something is to be written in by hand, there are dots enough for it.
    expect(offending((text) => / (?!……)[,.;:!?…]|\.\.\.|[,;][^\s\d]|\( | \)|["“”]/.test(text))).toEqual([]);
    expect(
      offending((text) => count(text, '«') !== count(text, '»') || count(text, '(') !== count(text, ')')),
    ).toEqual([]);
  });

  test('closes the styles it opens', () => {
    for (const tag of ['b', 'i', 'code'])
      expect(offending((text) => count(text, `<${tag}>`) !== count(text, `</${tag}>`))).toEqual([]);
    expect(offending((text) => /<(?!\/?(?:b|i|code)>)/.test(text))).toEqual([]);
  });

  test('comes to an end', () => {
    const ended = /(?:[.!?:…)]|\}\}|https:\/\/)$/;
    // Lists of commands on the command line are set in small letters, without a full stop.
    const isSentence = (text: string) => text.length > 60 && /^\P{Ll}/u.test(text);
    expect(
      offending((text) => {
        const plain = text.replace(/<[^>]+>/g, '');
        return isSentence(plain) && !ended.test(plain) && !/^•|: /.test(plain.split('\n').at(-1) ?? '');
      }),
    ).toEqual([]);
  });

  test('is Vietnamese', () => {
    const foreign = sentences.flatMap(({ key, text }) =>
      wordsIn(text)
        .filter((word) => !isVietnamese(word) && !NAMES.has(word))
        .map((word) => `${key}: ${word}`),
    );
    expect(foreign).toEqual([]);
  });

  test('has its marks', () => {
    const bare = sentences.flatMap(({ key, text }) =>
      wordsIn(text)
        .filter((word) => NEVER_BARE.has(word.toLowerCase()))
        .map((word) => `${key}: ${word}`),
    );
    expect(bare).toEqual([]);
  });

  test('would be noticed if it were English, or had lost its marks', () => {
    expect(wordsIn('The file could not be found, please try again').filter(isVietnamese)).toEqual([]);
    expect(wordsIn('Trợ lý khong hieu').filter((word) => NEVER_BARE.has(word))).toEqual(['khong']);
  });
});

const count = (text: string, part: string) => text.split(part).length - 1;

/** Without blanks, styles, commands, addresses, codes, and what is to be typed without marks. */
function wordsIn(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .replace(
        /\{+\w+\}+|<[^>]+>|https?:\/\/\S*|mongodb:\/\/\S*|\/[a-z]+(?: [A-Z]{2}-\d+| tran)?|\b[A-Z]{2,}(?:_[A-Z]+)+\S*|\(ví dụ: [^)]*\)/g,
        ' ',
      )
      .match(/\p{L}+/gu) ?? []
  );
}

/** A syllable as Vietnamese builds them; whether it exists is another matter. */
const SYLLABLE =
  /^(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|n|ng|ngh|nh|p|ph|qu|r|s|th?|tr|v|x)?(?:[aeiouy]{1,3})(?:ch|c|m|ng|nh|n|p|t)?$/;
/** Built like Vietnamese, but seen in English sentences only. */
const ENGLISH = new Set([
  'the',
  'not',
  'be',
  'you',
  'too',
  'out',
  'on',
  'it',
  'its',
  'at',
  'as',
  'by',
  'now',
  'may',
  'one',
  'time',
  'done',
  'name',
  'date',
  'here',
  'try',
  'team',
  'due',
  'late',
  'been',
  'use',
  'see',
  'set',
  'get',
]);

function isVietnamese(word: string): boolean {
  const lower = word.toLowerCase();
  const bare = lower.normalize('NFD').replace(/\p{M}/gu, '');
  return SYLLABLE.test(bare) && !ENGLISH.has(lower);
}

/** Words that no Vietnamese sentence has without their marks. */
const NEVER_BARE = new Set(
  'khong duoc nguoi cuoc nhung nhieu truoc thoi diem nhom dong gui nop dang gio dien thoai duong dan ket qua kiem tra lai dung viec hoac voi cua mot nhung duoi tren'
    .split(' ')
    .filter((word) => !['dung', 'dan', 'qua', 'lai', 'tra', 'dong'].includes(word)),
);

/** Names, and what has no other word. */
const NAMES = new Set(
  'Telegram Zalo YouTube TikTok Facebook Google Drive Bot bot Creator BotFather MongoDB Node js npm start install video Video MB HTTPS webhook mongodb README Java User Agent PORT UPDATES polling QN JSON cuocthi engine Ctrl C Tab unknown title true false CSV YAML TXT Excel xlsx UTF QĐ UBND BTC BB BGK GK TT VT'.split(
    ' ',
  ),
);
