import type { Form } from './form.js';
import { inviteCoordinator } from './invite.js';
import { link } from './link.js';
import { publish } from './publish.js';
import { register } from './register.js';
import { endDuty } from './roles.js';
import { score } from './score.js';
import { settleConversion, settleQuorum, settleRubric } from './settle.js';
import { replace, submit, withdraw } from './submit.js';

/** Every form by the name under which a person's progress is kept. */
export const forms: Record<string, Form> = Object.fromEntries(
  [
    register,
    submit,
    replace,
    withdraw,
    score,
    settleRubric,
    settleConversion,
    settleQuorum,
    publish,
    inviteCoordinator,
    endDuty,
    link,
  ].map((form) => [form.name, form]),
);
