export default {
  title: 'Chấm điểm',
  stays: 'Phiếu này chưa được lưu; điểm đã lưu trước vẫn còn.',
  pointsLabel: 'Điểm',
  entry: '<b>{{entry}}</b>\n{{team}}, {{unit}}',
  entryBlind: '<b>Bài {{code}}</b>\nVòng chấm kín: chỉ hiện mã bài, không hiện tên bài, đội và đơn vị.',
  link: 'Xem video tại đây:\n{{url}}',
  onTelegramOnly:
    'Video của bài này chỉ có trên Telegram, không chuyển sang đây được. Xin xem bằng Telegram, hoặc nhờ Ban Tổ chức xin đường dẫn công khai.',
  before: 'Anh/chị đã chấm bài này {{sum}}/{{scale}}. Chấm lại sẽ thay điểm cũ.',
  pointsAsk:
    '{{code}}, tiêu chí {{number}}/{{count}}: <b>{{label}}</b>. Anh/chị cho bao nhiêu điểm, từ 0 đến {{max}}?',
  numberPlease: 'Xin gõ điểm bằng số cho tiêu chí {{label}}.',
  unreadable:
    'Trợ lý không đọc được điểm «{{typed}}» cho tiêu chí {{label}}. Xin gõ bằng chữ số, từ 0 đến {{max}}.',
  otherScale:
    'Anh/chị ghi «{{typed}}», nhưng tiêu chí {{label}} có tối đa {{max}} điểm. Xin gõ lại điểm từ 0 đến {{max}}.',
  tooHigh: 'Điểm «{{typed}}» cao hơn mức tối đa {{max}} của tiêu chí {{label}}. Xin gõ lại.',
  tooLow: 'Điểm «{{typed}}» không được nhỏ hơn 0. Xin gõ lại điểm cho tiêu chí {{label}}, từ 0 đến {{max}}.',
  offStep:
    'Điểm của tiêu chí {{label}} tính theo bước {{step}}, nên «{{typed}}» không dùng được. Xin gõ lại.',
  wholeOnly: 'Tiêu chí {{label}} chỉ chấm điểm nguyên, nên «{{typed}}» không dùng được. Xin gõ lại.',
  wrongCount:
    'Bài này cần {{count}} điểm, theo thứ tự: {{criteria}}. Anh/chị vừa ghi {{given}} điểm. Ví dụ: {{example}}',
  tooMany:
    'Anh/chị vừa ghi {{given}} điểm, mà ở đây chỉ còn cần {{count}} điểm: {{criteria}}. Xin gõ lại, mỗi tiêu chí một điểm.',
  otherEntry:
    'Phiếu đang mở là của bài {{code}}, nên điểm cho bài {{other}} chưa được ghi. Muốn chấm bài {{other}}, xin gõ /cham {{other}} {{points}}',
  oneSheet:
    'Mỗi lần một bài, nên chưa điểm nào được ghi. Xin gửi riêng dòng đầu: {{first}}\nGhi xong, xin gửi tiếp từng dòng:\n{{others}}',
  oneByOne: 'Mỗi lần một bài: xin xác nhận bài này trước. Sau đó Trợ lý đọc tiếp:\n{{lines}}',
  notGiven: 'Chưa được ghi, xin gửi lại từng dòng:\n{{lines}}',
  inDigits:
    'Xin ghi điểm bằng chữ số: bài này cần {{count}} điểm, theo thứ tự: {{criteria}}. Ví dụ: {{example}}',
  mixed:
    'Trợ lý chưa rõ điểm nào là của tiêu chí nào. Xin ghi {{count}} điểm theo thứ tự: {{criteria}}; hoặc ghi tên tiêu chí trước từng điểm. Ví dụ: {{example}}',
  noSuchCriterion:
    'Bài này không có tiêu chí «{{typed}}». Các tiêu chí là: {{criteria}}. Có thể ghi {{count}} điểm theo đúng thứ tự ấy. Ví dụ: {{example}}',
  whichCriterion:
    '«{{typed}}» có thể là tiêu chí nào trong số này: {{criteria}}? Xin ghi lại tên tiêu chí rõ hơn, kèm điểm.',
  twice: 'Tiêu chí {{criterion}} được ghi hai lần. Xin ghi lại, mỗi tiêu chí một điểm.',
  noRubric: 'Ban Tổ chức chưa quy định thang điểm, nên chưa chấm được. Trợ lý chưa ghi gì cả.',
  ownEntry: 'Bài {{code}} là của anh/chị, nên anh/chị không chấm bài này. Gõ /cham để chấm bài khác.',
  ownUnit: 'Bài {{code}} là của đơn vị anh/chị, nên anh/chị không chấm bài này. Gõ /cham để chấm bài khác.',
  related:
    'Anh/chị đã khai có quan hệ với đội của bài {{code}}, nên không chấm bài này. Gõ /cham để chấm bài khác.',
  notAssigned:
    'Bài {{code}} được phân công cho giám khảo khác. Gõ /phieu để xem danh sách bài của anh/chị, hoặc /cham để chấm bài tiếp theo.',
  setAside:
    'Phiếu của anh/chị cho bài {{code}} đã được để riêng, không tính vào kết quả, nên không sửa được. Mọi thắc mắc xin liên hệ Ban Tổ chức.',
  locking: 'Các phiếu chấm đang được chốt. Xin thử lại sau một phút.',
  beforeAbstained: 'Anh/chị đã báo không chấm bài này. Chấm bây giờ sẽ thay cho lời báo đó.',
  remarkLabel: 'Nhận xét',
  remarkAsk:
    'Xin ghi nhận xét về bài này, tối đa {{longest}} ký tự. Trước khi chốt điểm chỉ anh/chị đọc được.',
  remarkNone: 'Không ghi nhận xét',
  remarkAdd: 'Thêm nhận xét',
  remarkChange: 'Sửa nhận xét',
  remarkLine: 'Nhận xét: {{remark}}',
  sheetAbstained: '{{entry}}: không chấm ({{reason}})',
  sheetPaper: 'nhập từ phiếu giấy',
  sheetAside: 'để riêng, không tính',
  sheetRemark: 'nhận xét: {{remark}}',
  excluded: 'Anh/chị không chấm vì có liên quan: {{codes}}.',
  notYet: 'Chưa đến thời gian chấm. Giám khảo chấm từ {{opens}} đến hết {{closes}}.',
  notAdmitted: 'Bài {{code}} chưa qua thẩm định nên chưa chấm được. Gõ /cham để chấm bài khác.',
  noSeat:
    'Anh/chị được mời làm giám khảo, nhưng ở vòng này Trợ lý không có bài nào để anh/chị chấm. Xin hỏi Ban Tổ chức.',
  otherUnit:
    'Bài {{code}} là của {{unit}}. Anh/chị chấm các bài của {{units}}: gõ /cham để chấm bài tiếp theo.',
  otherUnitBlind:
    'Bài {{code}} không thuộc các bài anh/chị chấm. Anh/chị chấm các bài của {{units}}: gõ /cham để chấm bài tiếp theo.',
  notNominated:
    'Bài {{code}} chưa được cấp dưới cử lên, nên không chấm ở vòng này. Gõ /cham để chấm bài khác.',
  inFinal: '<b>{{final}}</b>',
  inSelection: '<b>Vòng xét chọn của {{unit}}</b>',
  locked: 'Điểm đã chốt lúc {{closes}}, không ghi hay sửa được nữa.',
  published: 'Kết quả đã được công bố, nên điểm không ghi hay sửa được nữa.',
  readBack: '<b>Xin xác nhận điểm bài {{entry}}:</b>',
  line: '{{label}}: {{points}}/{{max}}',
  sum: '<b>Tổng: {{sum}}/{{scale}}</b>',
  yes: 'Đúng, ghi điểm',
  again: 'Chấm lại bài này',
  saved: 'Đã ghi điểm bài <b>{{code}}</b>: {{sum}}/{{scale}}.',
  progress: 'Đã chấm {{scored}}/{{count}}, còn {{left}}, hạn {{closes}}.',
  allDone: 'Anh/chị đã chấm đủ {{scored}}/{{count}} bài. Xin cảm ơn! Điểm còn sửa được đến {{closes}}.',
  this: 'Chấm bài {{code}}',
  next: 'Chấm bài tiếp: {{code}}',
  list: 'Xem phiếu chấm của tôi',
  sheets: '<b>Phiếu chấm của anh/chị: {{soFar}}</b>, hạn {{closes}}',
  sheetsLocked:
    '<b>Phiếu chấm của anh/chị: {{soFar}}</b>. Điểm đã chốt lúc {{at}}, không ghi hay sửa được nữa.',
  noLonger:
    'Anh/chị đã thôi làm giám khảo từ {{at}}, nên không chấm bài và không xem phiếu chấm ở đây nữa. Phiếu đã ghi được giữ lại. Mọi thắc mắc xin liên hệ Ban Tổ chức.',
  sheetLineOne: '{{entry}}: {{sum}}',
  sheetLine: '{{entry}}: {{points}} = {{sum}}',
  sheetOpen: '{{entry}}: chưa chấm',
  noEntries: 'Chưa có bài dự thi nào.',
  noneAssigned:
    'Anh/chị chưa được phân công bài nào. Khi bắt đầu chấm, xin gõ /phieu để xem danh sách của mình.',
  howToChange: 'Muốn chấm hoặc sửa bài nào, gõ /cham và mã bài, ví dụ /cham {{code}}.',
} as const;
