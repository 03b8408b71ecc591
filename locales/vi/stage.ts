/** The hall: who comes on stage after whom, and what is scored there. */
export default {
  none: 'Cuộc thi này không có phần thi hay công diễn trên sân khấu.',
  noSuchPart: 'Trợ lý không nhận ra phần thi. Các phần thi: {{parts}}. Xin gõ lại tên phần thi.',
  notChosen:
    'Chưa công bố bài nào lên sân khấu nên chưa xếp thứ tự được. Xin Ban Tổ chức chọn trước: /chondien',
  notAnnounced:
    'Các bài lên sân khấu đã được chọn nhưng chưa báo cho các đội, nên chưa xếp thứ tự được. Xin Ban Tổ chức báo trước: /chondien',
  nobody: 'Chưa có đội nào để xếp thứ tự.',

  // The running order.
  orderTitle: 'Xếp thứ tự thi',
  orderLabel: 'Thứ tự',
  orderAsk:
    'Các đội: {{entries}}.\n\nXin gõ mã bài theo thứ tự lên sân khấu, cách nhau bằng dấu phẩy, ví dụ: {{example}}. Hoặc chọn bốc thăm.',
  byLot: 'Bốc thăm',
  orderConfirm: 'Thứ tự lên sân khấu:\n{{lines}}',
  orderLeavesOut: '⚠️ Không có trong thứ tự: {{entries}}.',
  lotConfirm: 'Trợ lý sẽ bốc thăm thứ tự cho {{count}} đội. Mỗi lần bốc thăm đều được ghi lại.',
  againReason: 'Lý do xếp lại',
  orderAgainAsk:
    'Các đội đã được báo thứ tự hiện nay. Vì sao phải xếp lại? Lý do được giữ lại và báo cho các đội.',
  orderAgainAskDrawn:
    'Thứ tự hiện nay do bốc thăm và đã báo cho các đội. Vì sao phải xếp lại? Lý do được giữ lại và báo cho các đội.',
  orderAgainConfirm: 'Thứ tự đã báo cho các đội sẽ không còn hiệu lực. Lý do xếp lại: {{reason}}',
  orderedAlready:
    'Vừa có người xếp thứ tự và các đội đã được báo. Gõ /thutu để xem; muốn xếp lại, xin gõ /xepthutu.',
  orderedAnew: 'Thứ tự này xếp lại thay cho thứ tự trước. Lý do: {{reason}}',
  orderYes: 'Đúng, ghi thứ tự',
  orderDone: 'Đã ghi thứ tự lên sân khấu.',
  moved: 'Đã đổi thứ tự.',
  added: 'Đã thêm {{code}} vào cuối thứ tự.',
  teamsTold: 'Đã báo cho {{told}} đội.',
  outside: 'Đội đăng ký sau khi xếp thứ tự: {{entries}}. Anh/chị có thể thêm vào cuối thứ tự.',
  addOffer: 'Thêm {{code}} vào cuối',
  outsideOrder:
    'Chưa chốt được vì {{codes}} chưa có trong thứ tự lên sân khấu. Xin nhờ thư ký gõ /xepthutu {{code}} để thêm vào cuối; đội không đến thì ghi vắng bằng lệnh /vangmat.',
  inOrderAlready: 'Bài {{code}} đã có trong thứ tự. Gõ /thutu để xem.',
  notACode: 'Trợ lý không nhận ra «{{typed}}». Xin gõ mã bài hoặc tên đội như trong danh sách.',
  notAmong: 'Bài {{code}} không có trong danh sách lên sân khấu ({{codes}}). Xin gõ lại cả thứ tự.',
  lockedOrder:
    'Điểm đã chốt lúc {{at}}, nên thứ tự thi và việc ghi vắng không thay đổi được nữa. Nếu cần sửa, xin báo Trưởng Ban Tổ chức mở lại việc chấm bằng lệnh /molaicham.',
  twice: 'Bài {{code}} được ghi hai lần. Xin gõ lại cả thứ tự.',
  leftOut: 'Thứ tự còn thiếu {{codes}}. Xin gõ lại cả thứ tự; đội không đến thì ghi sau bằng lệnh /vangmat.',
  begun: 'Bài {{code}} đã lên sân khấu, nên không xếp lại cả thứ tự được. Gõ /thutu để xem.',
  begunMove:
    'Bài {{code}} đã lên sân khấu, nên không xếp lại cả thứ tự được. Đội chưa thi vẫn đổi chỗ được, ví dụ: /xepthutu {{other}} {{place}}.',
  begunAlready: 'Bài {{code}} đã lên sân khấu, nên không đổi chỗ được.',
  beforeBegun: 'Không đặt được trước bài {{code}}, vì bài ấy đã lên sân khấu. Xin chọn vị trí sau đó.',
  noSuchPlace: 'Không có vị trí {{place}}. Xin chọn từ 1 đến {{count}}.',
  notInOrder: 'Bài {{code}} không có trong thứ tự. Xin gõ /xepthutu {{code}} để thêm vào cuối.',
  noOrder: 'Chưa có thứ tự lên sân khấu.',
  noOrderYet: 'Chưa có thứ tự lên sân khấu. Xin gõ /xepthutu để xếp hoặc bốc thăm.',
  toTeam:
    '<b>{{contest}}</b>\nĐội {{team}} (mã {{code}}) lên sân khấu với số thứ tự {{place}}, trong {{count}} đội. Gõ /thutu để xem cả thứ tự; thứ tự còn có thể thay đổi.',
  toTeamAnew:
    '<b>{{contest}}</b>\nThứ tự lên sân khấu đã được xếp lại, <b>thứ tự báo trước đây không còn hiệu lực</b>. Lý do: {{reason}}\nĐội {{team}} (mã {{code}}) nay lên sân khấu với số thứ tự {{place}}, trong {{count}} đội. Gõ /thutu để xem cả thứ tự; thứ tự còn có thể thay đổi.',
  toTeamLeftOut:
    '<b>{{contest}}</b>\nThứ tự lên sân khấu đã được xếp lại, <b>thứ tự báo trước đây không còn hiệu lực</b>. Lý do: {{reason}}\nĐội {{team}} (mã {{code}}) không có trong thứ tự mới. Nếu cần hỏi Ban Tổ chức, xin gõ /hoi.',
  show: '<b>{{contest}}</b>\n<b>Thứ tự lên sân khấu</b>',
  drawn: 'Thứ tự do bốc thăm lần {{count}}, chuỗi bốc thăm: <code>{{seed}}</code>',
  line: '{{place}}. {{entry}}: {{state}}',
  stateWaiting: 'chưa thi',
  stateOpen: '{{part}} đang mở',
  stateDone: 'đã thi {{parts}}',
  stateAll: 'đã thi xong',
  stateAbsent: 'vắng',
  stateAbsentWhy: 'vắng ({{reason}})',
  stateOut: 'không còn dự thi',
  stateReplaced: 'không công diễn nữa',
  owingNow: 'Đang mở {{code}}, phần {{part}}: {{given}}/{{count}} giám khảo đã chấm. Còn thiếu: {{names}}.',
  allGiven: 'Đang mở {{code}}, phần {{part}}: đủ {{count}}/{{count}} giám khảo đã chấm.',
  notScored: 'Phần này không chấm điểm, chỉ ghi thứ tự và ai đang trên sân khấu.',

  // Somebody hasn't come.
  absentTitle: 'Ghi vắng mặt',
  absentHow: 'Xin gõ lệnh kèm mã bài của đội vắng, ví dụ: /vangmat {{code}}.',
  absentReasonLabel: 'Lý do',
  absentReasonAsk:
    'Đội {{entry}} vắng vì lý do gì? Lý do được giữ lại; chỉ những người điều hành sân khấu xem được.',
  toTeamAbsent:
    '<b>{{contest}}</b>\nĐội {{team}} (mã {{code}}) đang được ghi là vắng mặt. Nếu đội đã đến, xin báo ngay cho người điều hành sân khấu.',
  toTeamPresent:
    '<b>{{contest}}</b>\nĐội {{team}} (mã {{code}}) đã được ghi là có mặt, và lên sân khấu theo thứ tự đã xếp (/thutu).',
  absentDone: 'Đã ghi {{code}} vắng. Nếu đội đến sau, xin gõ lại /vangmat {{code}}.',
  presentAsk: '{{entry}} đang được ghi vắng ({{reason}}). Đội đã đến?',
  presentYes: 'Đã đến',
  presentNo: 'Vẫn vắng',
  presentDone: 'Đã bỏ ghi vắng của {{code}}. Đội lên sân khấu theo thứ tự đã xếp.',
  presentLeft: 'Vẫn ghi {{code}} vắng như trước.',
  absentOpen: 'Bài {{code}} đang trên sân khấu. Xin đóng lượt này trước, bằng lệnh /dongluot.',
  absentDoneAll: 'Bài {{code}} đã thi xong tất cả các phần, nên không ghi vắng được.',
  isPresent: 'Bài {{code}} không ghi vắng.',
  isAbsent: 'Bài {{code}} đang được ghi vắng ({{reason}}). Nếu đội đã đến, xin gõ /vangmat {{code}} trước.',

  // Opening.
  openTitle: 'Mở lượt thi',
  openWhich: 'Mở lượt nào?',
  openOffer: 'Mở {{code}}: {{part}}',
  openNone: 'Tất cả các đội đã thi xong. Xin gõ /chotcham để chốt điểm.',
  openNoneTell:
    'Tất cả các đội đã thi xong. Xin báo Trưởng Ban Giám khảo hoặc Ban Tổ chức chốt điểm bằng lệnh /chotcham.',
  openNoneShown: 'Tất cả đã lên sân khấu.',
  peopleLabel: 'Số người',
  peopleAsk: '{{code}}, phần {{part}}: bao nhiêu người lên sân khấu? Nhiều nhất {{most}} người.',
  peoplePlease: 'Xin gõ số người bằng chữ số, ví dụ: 3.',
  tooMany:
    '{{people}} người là quá số được lên sân khấu: nhiều nhất {{most}} người. Xin sắp xếp lại rồi gõ số người.',
  opened:
    'Đã mở <b>{{code}}</b>, phần {{part}}. Đã báo cho {{told}} giám khảo. Khi chấm xong, xin gõ /dongluot.',
  openedShown: 'Đã mở <b>{{code}}</b>. Phần này không chấm điểm. Khi xong, xin gõ /dongluot.',
  openAlready: 'Bài {{code}} đang mở rồi. Gõ /thutu để xem.',
  closedAlready:
    'Phần này của bài {{code}} đã đóng. Gõ /thutu để xem. Muốn chấm lại thì Trưởng Ban Giám khảo mở lại.',
  allDone: 'Bài {{code}} đã thi hết các phần. Gõ /thutu để xem.',
  busy: 'Bài {{code}} còn trên sân khấu. Xin đóng lượt ấy trước, bằng lệnh /dongluot.',
  otherPartOpen: 'Một phần khác của bài {{code}} đang mở. Xin đóng phần ấy trước, bằng lệnh /dongluot.',
  toJudge:
    '<b>{{contest}}</b>\nTrên sân khấu: <b>{{entry}}</b>\nPhần thi: {{part}}\n\nXin chấm: {{criteria}}. Anh/chị gõ điểm ngay tại đây, theo thứ tự trên, ví dụ: {{example}}. Hoặc gõ /cham {{code}}.',
  toJudgeOne:
    '<b>{{contest}}</b>\nTrên sân khấu: <b>{{entry}}</b>\nPhần thi: {{part}}\n\nXin cho điểm từ 0 đến {{max}}: anh/chị gõ điểm ngay tại đây, ví dụ: {{example}}. Hoặc gõ /cham {{code}}.',
  toJudgeAgain:
    '<b>{{contest}}</b>\nMở lại việc chấm <b>{{entry}}</b>, phần {{part}}. Lý do: {{reason}}\n\nNếu cần sửa, xin gõ /cham {{code}} {{example}} (thay bằng điểm của anh/chị). Thang điểm: {{criteria}}. Không gõ gì thì điểm cũ được giữ nguyên.',
  toJudgeAgainNone:
    '<b>{{contest}}</b>\nMở lại việc chấm <b>{{entry}}</b>, phần {{part}}. Lý do: {{reason}}\n\nAnh/chị chưa có điểm cho phần này. Xin gõ /cham {{code}} {{example}} (thay bằng điểm của anh/chị). Thang điểm: {{criteria}}.',
  score: 'Chấm {{code}}',
  whichMeant: '«{{typed}}» là của bài nào? Đang có nhiều phần chờ anh/chị cho điểm. Xin chọn:',
  pointsFor: '{{code}}: {{points}}',
  complete: 'Đã đủ điểm của {{count}} giám khảo cho <b>{{code}}</b>, phần {{part}}. Gõ /dongluot để đóng.',

  // It was opened by mistake.
  takeBackOffer: 'Mở nhầm {{code}}',
  takenBack: 'Đã bỏ lượt mở nhầm: <b>{{code}}</b>, phần {{part}}. Các giám khảo được báo là chưa chấm.',
  takenBackShown: 'Đã bỏ lượt mở nhầm: <b>{{code}}</b>.',
  toJudgeTakenBack:
    '<b>{{contest}}</b>\nThư ký đã mở nhầm <b>{{code}}</b>, phần {{part}}. Xin anh/chị chưa chấm; khi đội lên sân khấu, Trợ lý sẽ nhắn lại.',
  hasPoints:
    'Bài {{code}}, phần {{part}}, đã có giám khảo chấm, nên không bỏ lượt này được. Xin gõ /dongluot để đóng.',
  notOnStage: 'Bài {{code}} không đang trên sân khấu, nên không có lượt nào để bỏ. Gõ /thutu để xem.',

  // Closing.
  closeTitle: 'Đóng lượt thi',
  closeWhich: 'Đóng lượt nào?',
  closeOffer: 'Đóng {{code}}: {{part}}',
  nothingOpenToClose: 'Không có lượt nào đang mở. Gõ /moluot để mở lượt tiếp theo.',
  notOpen: 'Bài {{code}} không có phần nào đang mở. Gõ /thutu để xem.',
  closeMissing:
    '{{code}}, phần {{part}}: còn thiếu điểm của {{names}}. Đóng bây giờ thì phiếu thiếu phần này không được tính cho bài {{code}}.',
  closeUnconfirmed:
    '{{names}} đã gõ điểm mà chưa xác nhận, nên điểm ấy chưa được ghi. Anh/chị có thể chờ giám khảo trả lời «{{yes}}».',
  closeUnchanged:
    '{{code}}, phần {{part}}: đã đủ điểm, nhưng {{names}} đang sửa điểm mà chưa xác nhận. Đóng bây giờ thì điểm đã ghi trước được giữ, điểm đang sửa không được ghi. Anh/chị có thể chờ giám khảo trả lời «{{yes}}». Vẫn đóng?',
  closeSure: 'Vẫn đóng?',
  unheard: 'Chưa đóng được {{code}}: còn tin giám khảo vừa gửi đang được ghi. Xin chờ vài giây rồi đóng lại.',
  closeYes: 'Vẫn đóng',
  closeNo: 'Chờ thêm',
  closeLeft: 'Lượt này vẫn mở.',
  closed:
    'Đã đóng <b>{{code}}</b>, phần {{part}}. Điểm của phần này không sửa được nữa, trừ khi Trưởng Ban Giám khảo mở lại.',
  closedWithout:
    'Đã đóng <b>{{code}}</b>, phần {{part}}, thiếu {{missing}} giám khảo. Điểm của phần này không sửa được nữa, trừ khi Trưởng Ban Giám khảo mở lại.',
  closedUnconfirmed: 'Điểm mà {{names}} gõ nhưng chưa xác nhận không được ghi.',
  closedTold: 'Trợ lý đã nhắn cho {{names}}.',
  closedShown: 'Đã đóng <b>{{code}}</b>.',

  // Opening once more.
  againTitle: 'Mở lại lượt đã đóng',
  againHow: 'Xin gõ lệnh kèm mã bài cần mở lại, ví dụ: /molailuot {{code}}.',
  againWhich: 'Mở lại phần nào của {{code}}?',
  againReasonLabel: 'Lý do',
  againReasonAsk: '{{code}}, phần {{part}}: vì sao phải mở lại? Lý do được giữ lại và báo cho các giám khảo.',
  againSure: 'Mở lại việc chấm {{code}}, phần {{part}}.\nLý do: {{reason}}',
  againYes: 'Đúng, mở lại',
  againDone:
    'Đã mở lại {{code}}, phần {{part}}, và báo cho {{told}} giám khảo. Khi sửa xong, thư ký gõ /dongluot.',
  reopenedTold:
    '{{by}} đã mở lại việc chấm {{code}}, phần {{part}}. Lý do: {{reason}}. Còn {{left}} giám khảo chưa chấm phần này. Khi xong, xin gõ /dongluot.',
  locked:
    'Điểm đã chốt lúc {{at}}, nên chưa mở lại từng phần được. Xin báo Trưởng Ban Tổ chức mở lại việc chấm trước bằng lệnh /molaicham, rồi gõ lại lệnh này.',
  lockedOwn:
    'Điểm đã chốt lúc {{at}}, nên chưa mở lại từng phần được. Xin mở lại việc chấm trước bằng lệnh /molaicham, rồi gõ lại lệnh này.',
  notClosed: 'Phần này của bài {{code}} chưa đóng, nên không cần mở lại.',

  // What judges are told.
  waiting:
    'Bài {{code}}, phần {{part}}, chưa lên sân khấu, nên chưa chấm được. Khi đến lượt, Trợ lý sẽ nhắn.',
  closedNow: 'Bài {{code}}, phần {{part}}, đã đóng, nên điểm không ghi hay sửa được nữa. Nếu cần, {{how}}.',
  howToReopen: 'xin báo Trưởng Ban Giám khảo mở lại bằng lệnh /molailuot {{code}}',
  howToReopenOwn: 'anh/chị mở lại bằng lệnh /molailuot {{code}}',
  toJudgeUnconfirmed:
    '<b>{{contest}}</b>\nBài {{code}}, phần {{part}}, đã đóng trong khi điểm anh/chị gõ chưa được xác nhận. Điểm ấy <b>không được ghi</b>, nên phiếu của anh/chị thiếu phần này. Nếu cần chấm, {{how}}.',
  toJudgeUnchanged:
    '<b>{{contest}}</b>\nBài {{code}}, phần {{part}}, đã đóng trong khi điểm anh/chị đang sửa chưa được xác nhận. Điểm mới <b>không được ghi</b>; điểm anh/chị đã ghi trước được giữ nguyên. Nếu cần sửa, {{how}}.',
  closedInPart:
    'Bài {{code}} đã có phần được đóng, nên anh/chị không báo không chấm được nữa. Xin báo Trưởng Ban Giám khảo.',
  partAlone: 'Mỗi lần chỉ chấm một phần thi của bài {{code}}. Xin gõ /cham {{code}} để chấm phần đang mở.',
  nothingToScore:
    'Bài {{code}} không có phần nào đang mở để chấm. Khi đến lượt, Trợ lý sẽ nhắn; muốn sửa điểm của phần đã đóng thì {{how}}.',
  nothingOpen: 'Chưa có lượt nào đang mở. Khi đội lên sân khấu, Trợ lý sẽ nhắn để anh/chị chấm.',
  notHis:
    'Trên sân khấu đang là bài {{code}}. Anh/chị đã báo không chấm bài này hoặc có liên quan, nên không cần gõ điểm. Khi đến đội khác, Trợ lý sẽ nhắn để anh/chị chấm.',
  nothingOwed: 'Anh/chị đã chấm phần đang mở. Muốn sửa trước khi đóng, xin gõ /cham {{code}} và điểm mới.',
  scoreTitle: 'Chấm phần thi',
  readBack: '<b>Xin xác nhận điểm {{entry}}, phần {{part}}:</b>',
  saved: 'Đã ghi điểm <b>{{code}}</b>, phần {{part}}: {{sum}}/{{scale}}. Còn sửa được đến khi phần này đóng.',

  notOver: 'Chưa chốt được vì còn lượt chưa đóng: {{left}}. Đội không đến thì ghi vắng bằng lệnh /vangmat.',
  partTotal: 'Phần {{part}}: tổng {{total}}, chia {{of}} = {{mean}}',
  partTotals: '<b>Điểm từng phần thi</b> (các phiếu được tính)',
} as const;
