import body from './body.js';
import cli from './cli.js';
import codes from './codes.js';
import common from './common.js';
import consent from './consent.js';
import contests from './contests.js';
import decide from './decide.js';
import decision from './decision.js';
import engagement from './engagement.js';
import form from './form.js';
import group from './group.js';
import help from './help.js';
import invite from './invite.js';
import link from './link.js';
import linking from './linking.js';
import menu from './menu.js';
import operator from './operator.js';
import permissions from './permissions.js';
import plan from './plan.js';
import publish from './publish.js';
import register from './register.js';
import replace from './replace.js';
import role from './role.js';
import roles from './roles.js';
import score from './score.js';
import settle from './settle.js';
import situation from './situation.js';
import status from './status.js';
import submit from './submit.js';
import tick from './tick.js';
import web from './web.js';
import window from './window.js';
import withdraw from './withdraw.js';
import zalo from './zalo.js';

/** All that people read. One file for each dialogue or action; keys are `file.name`. */
export default {
  body,
  cli,
  codes,
  common,
  consent,
  contests,
  decide,
  decision,
  engagement,
  form,
  group,
  help,
  invite,
  link,
  linking,
  menu,
  operator,
  permissions,
  plan,
  publish,
  register,
  replace,
  role,
  roles,
  score,
  settle,
  situation,
  status,
  submit,
  tick,
  web,
  window,
  withdraw,
  zalo,
} as const;
