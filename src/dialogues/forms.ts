import { answerForm } from './answerComplaint.js';
import { approve } from './approve.js';
import { closeListsForm } from './closeLists.js';
import { complainForm } from './complain.js';
import { confirmTeams } from './confirmTeams.js';
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
import { agree } from './onBehalfAgree.js';
import { codeForTeam } from './onBehalfCode.js';
import { registerFor } from './onBehalfRegister.js';
import { submitFor } from './onBehalfSubmit.js';
import { propose } from './propose.js';
import { publish } from './publish.js';
import { publishRulesForm } from './publishRules.js';
import { register } from './register.js';
import { replace } from './replace.js';
import { endDuty } from './roles.js';
import { score } from './score.js';
import { screen } from './screen.js';
import { lockForm } from './selection.js';
import { settle } from './settle.js';
import { setUp } from './setUpContest.js';
import { submit } from './submit.js';
import { withdraw } from './withdraw.js';

/** Every form by the name under which a person's progress is kept. */
export const forms: Record<string, Form> = Object.fromEntries(
  [
    register,
    takeConsentBack,
    consentAgain,
    confirmTeams,
    registerFor,
    submitFor,
    codeForTeam,
    agree,
    submit,
    replace,
    withdraw,
    score,
    dismiss,
    settle,
    screen,
    disqualify,
    propose,
    approve,
    publish,
    complainForm,
    answerForm,
    inviteCoordinator,
    endDuty,
    link,
    moveDateForm,
    acceptForm,
    extend,
    list,
    closeListsForm,
    setUp,
    publishRulesForm,
    lockForm,
    nominateForm,
    nominateBack,
  ].map((form) => [form.name, form]),
);
