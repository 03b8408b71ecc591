import { run } from './prepare.mjs';

await run('cli/start.ts');
