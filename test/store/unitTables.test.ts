import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { readUnitTable } from '../../src/store/unitTables.js';

const folder = mkdtempSync(path.join(tmpdir(), 'tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const where = path.join(folder, name);
  writeFileSync(where, content);
  return where;
};

const header = ['code', 'parent_code', 'level', 'name', 'name_with_type'];
const rows = [header, ['51', '', 'province', 'Quảng Ngãi', 'Tỉnh Quảng Ngãi']];
const read = {
  units: [
    { code: '51', parentCode: null, level: 'province', type: 'tinh', kind: 'tỉnh', name: 'Quảng Ngãi' },
  ],
};

const sheetOf = (cells: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`;
const cellsOf = (table: string[][]) =>
  table
    .map((row, y) => {
      const cells = row.map(
        (text, x) =>
          `<c r="${String.fromCharCode(65 + x)}${y + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
      );
      return `<row r="${y + 1}">${cells.join('')}</row>`;
    })
    .join('');

function workbook(sheet: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    ...more,
  });
}

describe('a list of units is read', () => {
  const csv = (parted: string) => rows.map((row) => row.join(parted)).join('\r\n');
  test.each<[string, string | Uint8Array]>([
    ['commas.csv', csv(',')],
    ['semicolons.csv', csv(';')],
    ['mark.csv', `\uFEFF${csv(';')}`],
    ['decomposed.csv', csv(',').normalize('NFD')],
    ['workbook.xlsx', workbook(sheetOf(cellsOf(rows)))],
    ['nameless', workbook(sheetOf(cellsOf(rows)))],
  ])('from %s', async (name, content) => {
    expect(await readUnitTable(file(name, content))).toEqual(read);
  });
});

describe('a file is refused', () => {
  test.each<[string, string, string | Uint8Array, string]>([
    ['that is no workbook', 'text.xlsx', 'code,name', 'notXlsx'],
    ['that is an empty archive', 'empty.xlsx', zipSync({}), 'notXlsx'],
    ['in another encoding', 'old.csv', Buffer.from('code,name\n1,Qu\xe3ng', 'latin1'), 'notUtf8'],
    ['with a quote astray', 'quote.csv', 'code\nx"y"', 'badQuotes'],
    [
      'that unpacks to far more than a list',
      'bomb.xlsx',
      workbook(sheetOf(cellsOf(rows)), { 'xl/media/image1.png': new Uint8Array(80 * 2 ** 20) }),
      'tooLarge',
    ],
    [
      'with a cell at the sheet’s far end',
      'far.xlsx',
      workbook(sheetOf('<row r="1048576"><c r="A1048576"/></row>')),
      'tooLarge',
    ],
    [
      'with a column far out',
      'wide.xlsx',
      workbook(sheetOf('<row r="1"><c r="XFD1" t="s"/></row>')),
      'tooLarge',
    ],
  ])('%s', async (_, name, content, problem) => {
    await expect(readUnitTable(file(name, content))).rejects.toMatchObject({ problem });
  });
});
