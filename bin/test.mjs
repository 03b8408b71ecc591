import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { prepare, projectFolder } from './prepare.mjs';

prepare();
const jest = path.join(projectFolder, 'node_modules/jest/bin/jest.js');
// Browser tests need Chromium and have a command of their own.
const own = process.argv.slice(2);
const which = own.length > 0 ? own : ['--testPathIgnorePatterns', '/test/browser/'];
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...which],
  { cwd: projectFolder, stdio: 'inherit' },
);
process.exit(status ?? 1);
