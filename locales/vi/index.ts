import abstain from './abstain.js';
import announce from './announce.js';
import announcementState from './announcementState.js';
import approve from './approve.js';
import aside from './aside.js';
import body from './body.js';
import calendar from './calendar.js';
import call from './call.js';
import check from './check.js';
import cli from './cli.js';
import codes from './codes.js';
import common from './common.js';
import complaint from './complaint.js';
import confirm from './confirm.js';
import consent from './consent.js';
import contests from './contests.js';
import course from './course.js';
import days from './days.js';
import daysTodo from './daysTodo.js';
import decide from './decide.js';
import decision from './decision.js';
import digest from './digest.js';
import disqualify from './disqualify.js';
import engagement from './engagement.js';
import engagementAlarm from './engagementAlarm.js';
import engagementSource from './engagementSource.js';
import entry from './entry.js';
import environment from './environment.js';
import explain from './explain.js';
import extend from './extend.js';
import findings from './findings.js';
import form from './form.js';
import fraud from './fraud.js';
import group from './group.js';
import groupPurpose from './groupPurpose.js';
import help from './help.js';
import history from './history.js';
import invite from './invite.js';
import judges from './judges.js';
import late from './late.js';
import link from './link.js';
import linking from './linking.js';
import list from './list.js';
import listProblem from './listProblem.js';
import lock from './lock.js';
import menu from './menu.js';
import money from './money.js';
import moveDate from './moveDate.js';
import nominate from './nominate.js';
import onBehalf from './onBehalf.js';
import onPaper from './onPaper.js';
import operator from './operator.js';
import owed from './owed.js';
import owing from './owing.js';
import papers from './papers.js';
import permissions from './permissions.js';
import phase from './phase.js';
import plan from './plan.js';
import planKey from './planKey.js';
import point from './point.js';
import posting from './posting.js';
import progress from './progress.js';
import propose from './propose.js';
import publish from './publish.js';
import question from './question.js';
import received from './received.js';
import recompute from './recompute.js';
import register from './register.js';
import remind from './remind.js';
import reopen from './reopen.js';
import replace from './replace.js';
import result from './result.js';
import role from './role.js';
import roles from './roles.js';
import rules from './rules.js';
import rulesVersion from './rulesVersion.js';
import ruling from './ruling.js';
import score from './score.js';
import screen from './screen.js';
import selection from './selection.js';
import settle from './settle.js';
import setUp from './setUp.js';
import showcase from './showcase.js';
import situation from './situation.js';
import stage from './stage.js';
import state from './state.js';
import status from './status.js';
import submit from './submit.js';
import tick from './tick.js';
import told from './told.js';
import uncounted from './uncounted.js';
import unitList from './unitList.js';
import vote from './vote.js';
import web from './web.js';
import window from './window.js';
import withdraw from './withdraw.js';
import zalo from './zalo.js';

/** All that people read. One file for each dialogue or action; keys are `file.name`. */
export default {
  abstain,
  aside,
  announce,
  announcementState,
  approve,
  call,
  check,
  body,
  calendar,
  cli,
  codes,
  common,
  complaint,
  confirm,
  consent,
  contests,
  days,
  daysTodo,
  course,
  decide,
  decision,
  digest,
  disqualify,
  engagement,
  engagementAlarm,
  engagementSource,
  entry,
  environment,
  explain,
  extend,
  findings,
  form,
  fraud,
  group,
  groupPurpose,
  help,
  history,
  judges,
  invite,
  late,
  link,
  linking,
  list,
  listProblem,
  lock,
  menu,
  money,
  moveDate,
  nominate,
  onBehalf,
  operator,
  owing,
  owed,
  papers,
  onPaper,
  permissions,
  phase,
  plan,
  planKey,
  point,
  progress,
  posting,
  propose,
  publish,
  question,
  received,
  recompute,
  register,
  remind,
  reopen,
  replace,
  result,
  rules,
  rulesVersion,
  role,
  roles,
  ruling,
  score,
  screen,
  selection,
  setUp,
  settle,
  showcase,
  situation,
  stage,
  state,
  status,
  submit,
  tick,
  told,
  uncounted,
  unitList,
  vote,
  web,
  window,
  withdraw,
  zalo,
} as const;
