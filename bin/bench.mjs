import { run } from './prepare.mjs';

await run('bench/main.ts');
