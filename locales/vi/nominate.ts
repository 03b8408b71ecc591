/** "Cử lên": a unit sends what it picked to the round above. */
export default {
  title: 'Cử bài lên cấp trên',
  codeLabel: 'Bài được cử',
  codeAsk: 'Anh/chị cử bài nào? Xin gõ mã bài.',
  codeAskFrom: 'Anh/chị cử bài nào? Xin chọn hoặc gõ mã bài.',
  rankLabel: 'Thứ hạng',
  rankAsk: 'Bài <b>{{entry}}</b> được xếp hạng mấy trong các bài được cử? Xin gõ một số, ví dụ 1.',
  rankBad: 'Trợ lý không đọc được thứ hạng «{{typed}}». Xin gõ một số từ 1 đến 99.',
  rankTaken: 'Hạng {{rank}} đã dành cho bài {{code}}. Xin ghi hạng khác.',
  decisionLabel: 'Số quyết định',
  decisionAsk: 'Quyết định cử bài số mấy? Ví dụ: 15/QĐ-UBND.',
  sameDecision: 'Như bài trước: {{decision}}, {{day}}',
  decisionIsDate: 'Đây là ngày, chưa phải số quyết định. Xin ghi số, ví dụ 15/QĐ-UBND; ngày hỏi ở câu sau.',
  dayLabel: 'Ngày quyết định',
  dayAsk: 'Quyết định ký ngày nào? Ví dụ: {{example}}.',
  dayBad: 'Trợ lý không đọc được ngày «{{typed}}». Xin ghi như {{example}}.',
  dayAhead: 'Ngày {{day}} chưa đến. Xin ghi ngày ký quyết định.',
  reasonLabel: 'Lý do',
  reasonAsk:
    'Xếp trên bài {{code}} mà chưa được cử: {{others}}. Nếu cử bài {{code}} thì không còn đủ chỗ cho tất cả các bài xếp trên. Anh/chị vẫn cử bài {{code}} thì xin ghi lý do, lý do được lưu lại và báo cho nơi nhận; nếu không, xin gõ /huy.',
  passedOver: 'Xếp trên mà chưa được cử, nay đã hết chỗ: {{entries}}. Lý do: {{reason}}',
  passedSome: 'Xếp trên mà chưa được cử, nay chỉ còn {{left}} chỗ: {{entries}}. Lý do: {{reason}}',
  passedChanged:
    'Từ lúc anh/chị bắt đầu cử bài {{code}}, các bài xếp trên mà chưa được cử đã thay đổi, nên xin ghi lại lý do.',
  check:
    '<b>Xin anh/chị kiểm tra lại:</b>\n{{sender}} cử bài <b>{{entry}}</b> ({{team}}, {{unit}})\nLên: {{to}}\nThứ hạng: {{rank}}\nQuyết định số {{decision}}, {{day}}',
  otherPlace: 'Lưu ý: trong bảng điểm của giám khảo, bài này xếp hạng {{place}}.',
  tooFewSheets:
    'Lưu ý: bài này mới có {{count}} phiếu chấm, cần ít nhất {{quorum}} phiếu mới được xếp hạng theo điểm. Anh/chị vẫn cử lên được.',
  yes: 'Đúng, cử lên',
  done: 'Đã cử bài <b>{{entry}}</b> lên {{to}} lúc {{at}}.',
  doneAbove: 'Đã cử bài <b>{{entry}}</b> lên {{to}} lúc {{at}}. Mã bài ở đó: <b>{{code}}</b>.',
  doneRecorded:
    'Đã ghi nhận việc cử bài <b>{{entry}}</b> lúc {{at}}. Cuộc thi cấp trên không dùng Trợ lý này, nên hồ sơ xin gửi lên như lâu nay.',
  sentOf: '{{sender}} đã cử {{sent}}/{{quota}} bài.',
  sent: '{{sender}} đã cử {{sent}} bài.',
  howBack: 'Muốn rút lại, xin gõ /rutcu {{code}} rồi đến lý do.',
  howBackUntil: 'Đến hết {{closes}}, muốn rút lại xin gõ /rutcu {{code}} rồi đến lý do.',
  nowhere: 'Kế hoạch không nêu các bài được chọn gửi lên đâu, nên không cử lên được.',
  notYet: 'Chưa đến thời gian cử bài. Bài được cử lên từ {{opens}} đến hết {{closes}}.',
  notYetOpen: 'Chưa đến thời gian cử bài. Bài được cử lên từ {{opens}}.',
  closed:
    'Đã hết thời gian cử bài (từ {{opens}} đến hết {{closes}}), nên không cử hay rút lại được nữa. Mọi thắc mắc xin liên hệ Ban Tổ chức.',
  closedAt:
    'Đã hết thời gian cử bài lúc {{closes}}, nên không cử hay rút lại được nữa. Mọi thắc mắc xin liên hệ Ban Tổ chức.',
  judgingOpen:
    'Giám khảo còn được chấm và sửa điểm đến hết {{closes}}, nên chưa cử bài được. Khi đã đủ phiếu, anh/chị chốt điểm sớm được: gõ /chotcham.',
  already: '{{sender}} đã cử bài {{code}} rồi, hạng {{rank}}.',
  full: '{{sender}} được cử tối đa {{quota}} bài và đã cử đủ: {{entries}}. Muốn cử bài khác, xin rút lại một bài trước: gõ {{command}} rồi đến lý do.',
  sentOne: 'hạng {{rank}} – {{entry}} ({{team}})',
  notNominated: 'Bài {{code}} chưa được cử lên, nên không có gì để rút lại.',
  takenBack:
    'Trong lúc Trợ lý chuyển bài {{code}} lên, việc cử bài này đã được rút lại, nên bài chưa được cử. Nếu vẫn muốn cử, xin gõ /cu {{code}}.',
  noConsent:
    'Đội {{team}} đã rút lại sự đồng ý cho xử lý dữ liệu, nên không chuyển bài {{code}} lên được. Đội cần gõ /dongy trước.',
  noConsentAbove:
    'Trong {{contest}}, đội {{team}} đã rút lại sự đồng ý cho xử lý dữ liệu, nên không chuyển bài {{code}} lên được. Đội cần gõ /cuocthi để sang cuộc thi ấy, rồi gõ /dongy.',
  teamGoneAbove:
    'Đội {{team}} không còn đăng ký trong {{contest}}, nên không chuyển bài {{code}} lên được. Xin hỏi Ban Tổ chức cuộc thi ấy.',
  noPlaceAbove: '{{unit}} không có trong danh sách đơn vị của {{contest}}, nên không chuyển bài lên được.',
  barredAbove:
    'Người đứng tên của {{team}} đang giữ nhiệm vụ trong {{contest}}, nên theo thể lệ không được dự thi ở đó.',
  fullAbove: 'Trong {{contest}}, {{sender}} được gửi tối đa {{quota}} bài và đã gửi đủ: {{entries}}.',
  authorFullAbove:
    'Trong {{contest}}, người đứng tên của {{team}} được gửi tối đa {{limit}} bài và đã gửi đủ: {{entries}}.',
  told: '<b>{{contest}}</b>\nChúc mừng đội! {{sender}} cử bài <b>{{entry}}</b> lên {{to}}, hạng {{rank}} (quyết định số {{decision}}).',
  toldAbove:
    '<b>{{contest}}</b>\nChúc mừng đội! {{sender}} cử bài <b>{{entry}}</b> lên {{to}}, hạng {{rank}} (quyết định số {{decision}}). Mã bài ở đó là <b>{{code}}</b>. Đăng ký và sự đồng ý của đội được chuyển lên cùng bài; gõ /cuocthi để sang cuộc thi ấy xem thể lệ, tình trạng bài, hoặc rút lại sự đồng ý.',
  toldReceiver:
    '<b>{{contest}}</b>\n{{sender}} cử bài <b>{{entry}}</b> ({{team}}) lên {{to}}, hạng {{rank}}, quyết định số {{decision}}.',
  toldReceiverAbove:
    '<b>{{to}}</b>\n{{sender}} cử bài <b>{{entry}}</b> ({{team}}) từ {{contest}}, hạng {{rank}}, quyết định số {{decision}}. Mã bài ở đây: <b>{{code}}</b>.',
  backTitle: 'Rút lại bài đã cử',
  backHow: 'Xin ghi mã bài cần rút lại, ví dụ: /rutcu {{code}} rồi đến lý do.',
  backReasonLabel: 'Lý do',
  backReasonAsk: 'Vì sao rút lại bài <b>{{entry}}</b>? Xin ghi lý do. Lý do được lưu lại và báo cho đội.',
  backSure: 'Bài <b>{{entry}}</b> sẽ không còn được cử lên {{to}}.\nLý do: {{reason}}\nAnh/chị xác nhận chứ?',
  backYes: 'Đúng, rút lại',
  backNo: 'Không rút',
  backKept: 'Bài {{code}} vẫn được cử như cũ.',
  backDone: 'Đã rút lại bài <b>{{entry}}</b> lúc {{at}}.',
  backReceiverTold: 'Nơi nhận đã được báo.',
  backTold:
    '<b>{{contest}}</b>\n{{sender}} rút lại bài <b>{{entry}}</b>, không cử lên {{to}} nữa. Lý do: {{reason}}',
  backToldAbove:
    '<b>{{to}}</b>\n{{sender}} rút lại bài <b>{{entry}}</b> đã cử từ {{contest}}; bài {{code}} ở đây không còn dự thi. Lý do: {{reason}}',
  byAuthor: 'đội rút bài',
  byCoordinator: 'đầu mối của đơn vị rút bài thay đội',
  outBelow:
    'Bài <b>{{entry}}</b> không còn dự thi trong {{contest}} (lý do: {{reason}}), nên bài {{code}} được rút theo.',
  outBelowLate:
    'Bài <b>{{entry}}</b> không còn dự thi trong {{contest}} (lý do: {{reason}}). Thời gian nhận bài ở đây đã hết, nên bài {{code}} vẫn giữ nguyên; xin Ban Tổ chức xem xét.',
} as const;
