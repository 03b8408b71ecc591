import type { CannotStart } from '../src/cannotStart.js';
import { words } from '../src/words.js';

/** Why the program can't start, in words for the operator. A wrong variable comes with what it may hold. */
export function explained({ key, values }: CannotStart): string {
  if (key !== 'operator.configWrong') return words.loose(key, values).text;
  const variables = String(values.variables).split(', ');
  return words.loose(key, { variables: variables.map(withAllowed).join('') }).text;
}

const examples = { contest: 'qn-2023', levels: 'debug, info, warn, error, silent' };

function withAllowed(variable: string): string {
  const key = `environment.${variable}`;
  return `\n• ${variable}: ${words.loose(key, examples).text}`;
}
