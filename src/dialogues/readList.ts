import { type ListRead, readListTable, readPastedList } from '../domain/memberLists.js';
import { Refusal } from '../domain/refusal.js';
import type { Attachment, Turn } from '../turn.js';
import type { Input } from './input.js';

/** The people in what was sent: pasted lines, or the table in a document. */
export function readList({ attachment, update }: Turn, input: Input): ListRead {
  // As it was typed: empty lines count, and tabs part cells.
  if (update.event.kind === 'text') return readPastedList(update.event.text);
  if (attachment?.kind === 'table') return readListTable(attachment.lines);
  if (attachment?.kind === 'unreadable') throw unreadableFile(attachment);
  if (input.event.kind === 'unsupported' && input.event.what === 'withheld')
    throw new Refusal('list.fileNotPassed');
  if (input.event.kind === 'document') throw new Refusal('list.notATable');
  throw new Refusal('list.linesPlease');
}

/** Why a table that was sent can't be read. */
export function unreadableFile({ problem, line }: Extract<Attachment, { kind: 'unreadable' }>): Refusal {
  switch (problem) {
    case 'tooLarge':
      return new Refusal('list.fileTooLarge');
    case 'notXlsx':
      return new Refusal('list.fileNotXlsx');
    case 'notUtf8':
      return new Refusal('list.fileNotUtf8');
    case 'badQuotes':
      return new Refusal('list.fileBadQuotes', { line: line ?? 1 });
    case 'gone':
      return new Refusal('list.fileGone');
  }
}
