import { closeListsForm } from './closeLists.js';
import { consentAgain, takeConsentBack } from './consent.js';
import { disqualify } from './disqualify.js';
import { extend } from './extend.js';
import { acceptForm } from './findings.js';
import type { Form } from './form.js';
import { inviteCoordinator } from './invite.js';
import { dismiss } from './judges.js';
import { link } from './link.js';
import { list } from './list.js';
import { moveDateForm } from './moveDate.js';
import { nominateForm } from './nominate.js';
import { nominateBack } from './nominateBack.js';
import { publish } from './publish.js';
import { register } from './register.js';
import { replace } from './replace.js';
import { endDuty } from './roles.js';
import { score } from './score.js';
import { screen } from './screen.js';
import { lockForm } from './selection.js';
import { settle } from './settle.js';
import { submit } from './submit.js';
import { withdraw } from './withdraw.js';

/** Every form by the name under which a person's progress is kept. */
export const forms: Record<string, Form> = Object.fromEntries(
  [
    register,
    takeConsentBack,
    consentAgain,
    submit,
    replace,
    withdraw,
    score,
    dismiss,
    settle,
    screen,
    disqualify,
    publish,
    inviteCoordinator,
    endDuty,
    link,
    moveDateForm,
    acceptForm,
    extend,
    list,
    closeListsForm,
    lockForm,
    nominateForm,
    nominateBack,
  ].map((form) => [form.name, form]),
);
