export default {
  title: 'gửi thông báo',
  titleEdit: 'sửa thông báo',
  letter: '<b>{{contest}} – Thông báo</b>\n\n{{text}}',
  passOn: 'Trợ lý không nhắn được cho {{count}} người dưới đây. Xin anh/chị chuyển giúp thông báo này tới:',

  toLabel: 'Người nhận',
  toAsk:
    'Anh/chị muốn gửi thông báo cho ai? Xin chọn dưới đây. Gửi cho một đơn vị và mọi nơi thuộc đơn vị ấy thì gõ tên đơn vị, ví dụ: {{unit}}',
  roleAsk: 'Gửi cho người giữ nhiệm vụ nào?',
  levelAsk: 'Gửi cho các đơn vị cấp nào?',
  stateAsk: 'Gửi cho các đội có bài đang ở tình trạng nào?',
  everybody: 'Mọi người tham gia',
  teams: 'Các đội dự thi',
  teamsWithoutEntry: 'Các đội chưa nộp bài',
  owing: 'Người còn việc chưa xong',
  owingAsk: 'Gửi cho những người còn việc nào chưa xong?',
  entries: 'Đội có bài theo tình trạng',
  entriesIn: 'Các đội có bài {{state}}',
  role: 'Người giữ một nhiệm vụ',
  level: 'Một cấp đơn vị',
  levelOf: 'Các đơn vị là {{kinds}}',
  groups: 'Các nhóm nhận thông báo',

  textLabel: 'Nội dung',
  textAsk: 'Xin gõ nội dung thông báo, tối đa {{longest}} ký tự. Các dòng được giữ như anh/chị gõ.',
  tooLong:
    'Nội dung dài {{length}} ký tự, nhiều hơn {{longest}}. Xin rút ngắn rồi gửi lại, hoặc chia làm hai thông báo.',
  textEdit: 'Thông báo số {{number}} đang có nội dung:\n\n{{text}}\n\nXin gõ nội dung mới, gõ lại toàn bộ.',
  sameText: 'Nội dung này giống hệt nội dung đang có. Xin gõ nội dung mới, hoặc gõ /huy để thôi sửa.',

  check: '<b>Thông báo sẽ được đọc như sau:</b>',
  toWhom: 'Gửi cho: <b>{{to}}</b>',
  counts: 'Người nhận: {{count}} (qua Zalo {{zalo}}, qua Telegram {{telegram}}).',
  groupCounts: 'Số nhóm nhận: {{count}} (trên Zalo {{zalo}}, trên Telegram {{telegram}}).',
  nobody: 'Hiện không có ai thuộc diện này. Xin chọn người nhận khác.',
  nobodyThere:
    'Có {{count}} nơi chưa có đội đăng ký, nhưng chưa nơi nào trong số đó có đầu mối để nhắn. Xin mời đầu mối bằng /moi, hoặc chọn người nhận khác.',
  throughGroups: '{{count}} người không nhắn thẳng được, sẽ nhờ nhóm của đơn vị chuyển giúp.',
  throughCoordinators: '{{count}} người không nhắn thẳng được, sẽ nhờ đầu mối của đơn vị chuyển giúp.',
  saved:
    '{{count}} người chỉ nhắn được qua bot Zalo đã gần hết số tin của tháng. Số tin còn lại dành cho kết quả và Ban Tổ chức, nên thông báo không gửi thẳng cho những người này.',
  quota:
    '{{bot}} trên Zalo: tháng {{month}} đã dùng {{used}}/{{quota}} tin, gửi xong sẽ là khoảng {{after}}.',
  night: 'Bây giờ là giờ nghỉ. Thông báo đợi đến {{at}} mới gửi; việc gấp thì chọn gửi ngay.',
  needsSecond: 'Thông báo được gửi sau khi một người nữa trong Ban Tổ chức duyệt.',
  sure: 'Anh/chị gửi thông báo này chứ?',
  send: 'Gửi',
  sendMorning: 'Gửi vào buổi sáng',
  sendUrgent: 'Gửi ngay, việc gấp',
  no: 'Không gửi',
  left: 'Chưa gửi gì. Muốn gửi thông báo, xin gõ /thongbao',
  sendingNow:
    'Nửa phút nữa, thông báo số {{number}} bắt đầu được gửi cho {{count}} nơi nhận. Khi gửi xong, Trợ lý báo lại cho anh/chị.',
  sendingLater:
    'Thông báo số {{number}} sẽ được gửi cho {{count}} nơi nhận vào lúc {{at}}. Khi gửi xong, Trợ lý báo lại cho anh/chị.',
  asked: 'Thông báo số {{number}} đã được trình duyệt. Khi có người duyệt, Trợ lý gửi đi và báo cho anh/chị.',
  how: 'Xem đã gửi đến đâu: /thongbao {{number}}\nDừng lại: /thongbao {{number}} dừng\nSửa nội dung: /thongbao {{number}} sửa',

  pleaseApprove:
    '<b>{{contest}}</b>\nThông báo số {{number}} chờ duyệt:\n\n{{text}}\n\nXem người nhận: /thongbao {{number}}\nDuyệt và gửi: /thongbao {{number}} duyệt\nTrả lại để sửa: /thongbao {{number}} trả',
  approved: 'Đã duyệt thông báo số {{number}}.',
  approvedTold: 'Thông báo số {{number}} đã được {{name}} duyệt. Xem đã gửi đến đâu: /thongbao {{number}}',
  returned: 'Đã trả lại thông báo số {{number}} cho người viết.',
  returnedTold:
    '{{name}} trả lại thông báo số {{number}}, chưa gửi cho ai. Sửa nội dung và trình lại: /thongbao {{number}} sửa',

  stopped:
    'Đã dừng thông báo số {{number}}. Một vài tin đang trên đường vẫn có thể đến nơi.\nGửi tiếp: /thongbao {{number}} tiếp\nSửa nội dung: /thongbao {{number}} sửa',
  resumed: 'Thông báo số {{number}} được gửi tiếp.',
  editCheck: '<b>Nội dung mới sẽ được đọc như sau:</b>',
  editReaches: 'Nội dung mới chỉ đến những nơi chưa gửi ({{count}}). Nơi đã nhận vẫn giữ nội dung cũ.',
  editSure: 'Anh/chị dùng nội dung mới này chứ?',
  editYes: 'Dùng nội dung mới',
  editNo: 'Giữ nội dung cũ',
  editLeft: 'Nội dung thông báo số {{number}} giữ như cũ.',
  edited: 'Đã sửa thông báo số {{number}}.',
  editedAsked: 'Đã sửa thông báo số {{number}} và trình duyệt.',

  status: '<b>Thông báo số {{number}}</b> – {{state}}\nViết lúc {{at}}, gửi cho: {{to}}',
  statusFrom: 'Bắt đầu gửi lúc {{from}}.',
  statusSent: 'Đã nhận: {{sent}}/{{count}} (qua Zalo {{zalo}}, qua Telegram {{telegram}}).',
  statusWaiting: 'Đang chờ gửi: {{count}}.',
  statusUnreached: 'Chưa nhắn được: {{count}}.',
  statusPassedOn: 'Nhờ chuyển giúp: {{count}} người.',
  statusText: 'Nội dung:\n{{text}}',
  nextSending: 'Dừng lại: /thongbao {{number}} dừng\nSửa nội dung: /thongbao {{number}} sửa',
  nextStopped: 'Gửi tiếp: /thongbao {{number}} tiếp\nSửa nội dung: /thongbao {{number}} sửa',
  nextApproval:
    'Người khác trong Ban Tổ chức duyệt: /thongbao {{number}} duyệt\nTrả lại: /thongbao {{number}} trả\nSửa nội dung: /thongbao {{number}} sửa',
  nextDraft: 'Sửa nội dung và trình lại: /thongbao {{number}} sửa',
  list: 'Các thông báo gần đây:',
  line: '• Số {{number}}, {{at}}: {{state}} – {{text}}',
  listEnd:
    'Xem một thông báo: gõ /thongbao và số, ví dụ: /thongbao {{number}}\nViết thông báo mới: /thongbao',
  none: 'Chưa có thông báo nào. Viết thông báo mới: /thongbao',

  report:
    '<b>{{contest}}</b>\nThông báo số {{number}} đã gửi xong: {{sent}}/{{count}} nơi đã nhận (qua Zalo {{zalo}}, qua Telegram {{telegram}}).',
  reportPassedOn: '{{count}} người không nhắn thẳng được, đã nhờ nhóm hoặc đầu mối của đơn vị chuyển giúp.',
  reportNeedless: '{{count}} người không cần gửi nữa, vì đã làm xong việc hoặc không muốn nhận lời nhắc.',
  unreached: '<b>{{contest}}</b>\nThông báo số {{number}} không đến được một số người.',

  noSuch: 'Không có thông báo số {{number}}. Xem các thông báo: gõ /thongbao xem',
  notSending: 'Thông báo số {{number}} không đang được gửi nên không dừng được. Xem: /thongbao {{number}}',
  notStopped: 'Thông báo số {{number}} không bị dừng nên không cần gửi tiếp. Xem: /thongbao {{number}}',
  notWaiting: 'Thông báo số {{number}} không chờ duyệt. Xem: /thongbao {{number}}',
  ownText: 'Thông báo số {{number}} do anh/chị viết, nên cần một người khác trong Ban Tổ chức duyệt.',
  allSent:
    'Thông báo số {{number}} đã gửi xong nên không sửa được nữa. Cần đính chính thì viết thông báo mới: /thongbao',
  changedMeanwhile: 'Thông báo số {{number}} vừa được người khác thay đổi. Xin xem lại: /thongbao {{number}}',
} as const;
