import { endDatabase } from './globalSetup.mjs';

export default () => endDatabase();
