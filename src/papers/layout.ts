import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type IParagraphOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { reproducible } from './reproducible.js';

/*
 * Official papers as Nghị định 30/2020/NĐ-CP, annex I, lays them out: A4, Times New Roman 14, the national
 * name in bold capitals on the right, the motto under it, the page's number at the top from the second on.
 */

const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

/** Sizes are counted in half points. */
const size = { text: 28, small: 24, table: 22, note: 24, nation: 24, motto: 26 };

/** 20-25 mm above and below, 30-35 left, 15-20 right. */
const margins = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(18) };
const page = { width: mm(210), height: mm(297) };

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const noBorders = { top: none, bottom: none, left: none, right: none };
const borders = { top: thin, bottom: thin, left: thin, right: thin };

type Run = { bold?: boolean; italics?: boolean; size?: number };

const aligned = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
export type Align = keyof typeof aligned;

type LineStyle = Run & Omit<IParagraphOptions, 'children' | 'text' | 'run' | 'alignment'> & { align?: Align };

function line(text: string, { bold, italics, size: own, align, ...more }: LineStyle = {}): Paragraph {
  const pieces = text.split('\n');
  return new Paragraph({
    ...more,
    alignment: align ? aligned[align] : AlignmentType.LEFT,
    children: pieces.map(
      (piece, index) =>
        new TextRun({
          text: piece,
          ...(index > 0 && { break: 1 }),
          ...(bold && { bold }),
          ...(italics && { italics }),
          ...(own && { size: own }),
        }),
    ),
  });
}

/** A paragraph of the text. What is to be filled in by hand would be torn apart if it were justified. */
export const paragraph = (text: string, { keepNext = false, ...style }: Run & { keepNext?: boolean } = {}) =>
  new Paragraph({
    alignment: text.includes('…') ? AlignmentType.LEFT : AlignmentType.JUSTIFIED,
    spacing: { before: 60, after: 60, line: 276 },
    indent: { firstLine: mm(10) },
    keepNext,
    children: [new TextRun({ text, ...style })],
  });

export const heading = (text: string): Paragraph =>
  line(text, {
    bold: true,
    spacing: { before: 120, after: 60 },
    indent: { firstLine: mm(10) },
    keepNext: true,
  });

/** In the middle, between two parts of the text. */
export const centred = (text: string): Paragraph =>
  line(text, { bold: true, align: 'center', spacing: { before: 120, after: 120 }, keepNext: true });

export const note = (text: string): Paragraph =>
  line(text, { italics: true, size: size.note, spacing: { before: 40, after: 40 } });

/** A drawn line, so many of a hundred parts as wide as what it stands under. */
const rule = (percent: number, of: number): Paragraph => {
  const side = Math.round((of * (100 - percent)) / 200);
  return new Paragraph({
    children: [new TextRun({ text: '', size: 4 })],
    spacing: { before: 0, after: 60, line: 60, lineRule: 'exact' },
    indent: { left: side, right: side },
    border: { bottom: { ...thin, space: 0 } },
  });
};

const columns = (widths: readonly number[], cells: readonly Paragraph[][]): Table =>
  new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, index) =>
            new TableCell({
              borders: noBorders,
              margins: { left: 0, right: 0 },
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              children,
            }),
        ),
      }),
    ],
  });

export type Head = {
  /** `above`: the body that the issuing one belongs to, over it. */
  above: string | null;
  issuer: string;
  number: string;
  nation: string;
  motto: string;
  placeAndDay: string;
};

export type Signature = { title: string; how: string; name: string };

export type Content = Paragraph | Table;

export type Sheet = {
  head: Head;
  title: string;
  /** What it is about, under the title. */
  about: string;
  body: Content[];
  /** From left to right; the weightier one stands right. */
  signatures: Signature[];
  /** Who gets a copy. */
  recipients?: string[];
  wide?: boolean;
};

const textWidth = (wide: boolean): number =>
  wide ? page.height - margins.left - margins.right : page.width - margins.left - margins.right;

function headOf({ above, issuer, number, nation, motto, placeAndDay }: Head, wide: boolean): Table {
  const all = textWidth(wide);
  const [left, right] = [Math.round(all * 0.4), Math.round(all * 0.6)];
  return columns(
    [left, right],
    [
      [
        ...(above ? [line(above.toUpperCase(), { size: size.nation, align: 'center' })] : []),
        line(issuer.toUpperCase(), { size: size.nation, bold: true, align: 'center' }),
        rule(40, left),
        line(number, { size: size.nation, align: 'center' }),
      ],
      [
        line(nation.toUpperCase(), { size: size.nation, bold: true, align: 'center' }),
        line(motto, { size: size.motto, bold: true, align: 'center' }),
        rule(62, right),
        line(placeAndDay, { size: size.motto, italics: true, align: 'center' }),
      ],
    ],
  );
}

function feet({ signatures, recipients = [], wide = false }: Sheet): Content[] {
  const all = textWidth(wide);
  const cells = signatures.map(({ title, how, name }) => [
    line(title.toUpperCase(), { bold: true, align: 'center', keepNext: true }),
    line(how, { italics: true, size: size.note, align: 'center', keepNext: true, spacing: { after: 1100 } }),
    line(name, { bold: true, align: 'center' }),
  ]);
  const [first = '', ...others] = recipients;
  if (recipients.length > 0)
    cells.unshift([
      line(first, { bold: true, italics: true, size: size.small }),
      ...others.map((each) => line(each, { size: 22 })),
    ]);
  if (cells.length === 0) return [];
  const widths = cells.map(() => Math.round(all / cells.length));
  return [line('', { spacing: { before: 120 }, keepNext: true }), columns(widths, cells)];
}

/** A document of one or several papers, each beginning on a page of its own. The same papers, the same bytes. */
export async function documentOf(papers: Sheet[], about: { title: string; at: Date }): Promise<Uint8Array> {
  const document = new Document({
    title: about.title,
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: size.text, language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    sections: papers.map((paper) => sectionOf(paper)),
  });
  return reproducible(await Packer.toBuffer(document), about.at);
}

function sectionOf(paper: Sheet) {
  const { head, title, about, body, wide = false } = paper;
  return {
    properties: {
      titlePage: true,
      page: {
        margin: { ...margins, header: mm(10) },
        size: {
          ...page,
          orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [PageNumber.CURRENT], size: size.nation })],
          }),
        ],
      }),
    },
    children: [
      headOf(head, wide),
      line(title.toUpperCase(), { bold: true, align: 'center', spacing: { before: 280 }, keepNext: true }),
      line(about, { bold: true, align: 'center', spacing: { after: 200 }, keepNext: true }),
      ...body,
      ...feet(paper),
    ],
  };
}

/** `share`: of the page's width, beside the others. */
export type Column = { title: string; share: number; align?: Align };

/** A table whose titles come again on every page. Texts stay texts, whatever they begin with. */
export function tableOf(columnsOf: Column[], rows: string[][], { wide = false } = {}): Table {
  const shares = columnsOf.reduce((sum, { share }) => sum + share, 0);
  const widths = columnsOf.map(({ share }) => Math.floor((textWidth(wide) * share) / shares));
  const cell = (text: string, index: number, style: Run & { align?: Align }) =>
    new TableCell({
      borders,
      verticalAlign: VerticalAlign.CENTER,
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { left: 70, right: 70, top: 30, bottom: 30 },
      children: [line(text, { size: size.table, ...style })],
    });
  return new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columnsOf.map(({ title }, index) => cell(title, index, { bold: true, align: 'center' })),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, index) =>
              cell(text, index, { align: columnsOf[index]?.align ?? 'left' }),
            ),
          }),
      ),
    ],
  });
}
