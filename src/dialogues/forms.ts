import { abstain } from './abstain.js';
import { announceForm } from './announce.js';
import { announceEditForm } from './announceEdit.js';
import { answerForm } from './answerComplaint.js';
import { answerQuestionForm } from './answerQuestion.js';
import { approve } from './approve.js';
import { aside } from './aside.js';
import { closeListsForm } from './closeLists.js';
import { complainForm } from './complain.js';
import { confirmTeams } from './confirmTeams.js';
import { consentAgain, takeConsentBack } from './consent.js';
import { disqualify } from './disqualify.js';
import { lowerEngagement } from './engagement.js';
import { engagementProof } from './engagementProof.js';
import { enterSheet } from './enterSheet.js';
import { extend } from './extend.js';
import { acceptForm } from './findings.js';
import type { Form } from './form.js';
import { inviteCoordinator, inviteWhom } from './invite.js';
import { dismiss, substitute } from './judges.js';
import { link } from './link.js';
import { list } from './list.js';
import { lockForm } from './lock.js';
import { moveDateForm } from './moveDate.js';
import { nominateForm } from './nominate.js';
import { nominateBack } from './nominateBack.js';
import { agree } from './onBehalfAgree.js';
import { codeForTeam } from './onBehalfCode.js';
import { registerFor } from './onBehalfRegister.js';
import { submitFor } from './onBehalfSubmit.js';
import { papers } from './papers.js';
import { propose } from './propose.js';
import { publish } from './publish.js';
import { publishRulesForm } from './publishRules.js';
import { askForm } from './questions.js';
import { recuse } from './recuse.js';
import { register } from './register.js';
import { reopenForm } from './reopen.js';
import { replace } from './replace.js';
import { endDuty } from './roles.js';
import { ruleEngagementForm } from './ruleEngagement.js';
import { score } from './score.js';
import { scorePart } from './scoreOnStage.js';
import { screen } from './screen.js';
import { settle } from './settle.js';
import { setUp } from './setUpContest.js';
import { showcaseForm } from './showcase.js';
import { showcaseReplaceForm } from './showcaseReplace.js';
import { showQuestionForm } from './showQuestion.js';
import { absentForm } from './stageAbsence.js';
import { stageOrderForm } from './stageOrder.js';
import { closeForm, openAgainForm, openForm } from './stageRun.js';
import { submit } from './submit.js';
import { withdraw } from './withdraw.js';

/** Every form by the name under which a person's progress is kept. */
export const forms: Record<string, Form> = Object.fromEntries(
  [
    register,
    askForm,
    answerQuestionForm,
    showQuestionForm,
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
    scorePart,
    stageOrderForm,
    absentForm,
    openForm,
    closeForm,
    openAgainForm,
    abstain,
    aside,
    enterSheet,
    reopenForm,
    dismiss,
    substitute,
    recuse,
    settle,
    screen,
    disqualify,
    lowerEngagement,
    engagementProof,
    publish,
    papers,
    propose,
    approve,
    publish,
    complainForm,
    answerForm,
    inviteCoordinator,
    inviteWhom,
    endDuty,
    link,
    moveDateForm,
    announceForm,
    announceEditForm,
    acceptForm,
    extend,
    list,
    closeListsForm,
    setUp,
    publishRulesForm,
    lockForm,
    nominateForm,
    nominateBack,
    showcaseForm,
    showcaseReplaceForm,
    ruleEngagementForm,
  ].map((form) => [form.name, form]),
);
