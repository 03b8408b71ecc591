import { words } from '../src/words.js';

const t = words.plain;

/** Why a file named on the command line can't be read, and what to do. `code`: the system's own, `ENOENT`. */
export function cannotRead(file: string, code = '?'): string {
  switch (code) {
    case 'ENOENT':
      return t('cli.noSuchFile', { file });
    case 'EACCES':
    case 'EPERM':
      return t('cli.mayNotRead', { file });
    case 'EISDIR':
      return t('cli.isFolder', { file });
    default:
      return t('cli.cannotRead', { file, reason: code });
  }
}
