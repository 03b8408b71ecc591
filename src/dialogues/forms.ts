import type { Form } from './form.js';
import { publish } from './publish.js';
import { register } from './register.js';
import { score } from './score.js';
import { settleConversion, settleQuorum, settleRubric } from './settle.js';
import { replace, submit, withdraw } from './submit.js';

/** Every form by the name under which a person's progress is kept. */
export const forms: Record<string, Form> = Object.fromEntries(
  [register, submit, replace, withdraw, score, settleRubric, settleConversion, settleQuorum, publish].map(
    (form) => [form.name, form],
  ),
);
