import { run } from './prepare.mjs';

await run('cli/cuocthi.ts');
