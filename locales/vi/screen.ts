export default {
  title: 'Thẩm định bài dự thi',
  none: 'Cuộc thi này không có bước thẩm định bài.',
  notYet: 'Chưa đến thời gian thẩm định. Việc thẩm định bắt đầu từ {{opens}}.',
  undecided:
    'Ban Tổ chức chưa quy định mỗi bài do mấy người thẩm định, nên chưa thẩm định được. Xin Ban Tổ chức gõ /sothamdinh để quy định.',
  screenersStand:
    'Số người thẩm định đã được quy định rồi, không đổi được nữa. Gõ /thele để xem các quy định đang áp dụng.',
  ownEntry: 'Bài {{code}} là của anh/chị, nên anh/chị không thẩm định bài này. Gõ /thamdinh để xem bài khác.',
  ownUnit:
    'Bài {{code}} là của đơn vị anh/chị, nên anh/chị không thẩm định bài này. Gõ /thamdinh để xem bài khác.',
  related:
    'Anh/chị đã khai có liên quan đến bài {{code}}, nên không thẩm định bài này. Gõ /thamdinh để xem bài khác.',
  decided: 'Bài {{code}} đã có kết luận: {{from}}. Gõ /thamdinh để xem bài tiếp theo.',
  newVersion: 'Đội vừa gửi bản mới của bài {{code}}. Xin gõ /thamdinh {{code}} để xem bản mới rồi kết luận.',
  sameVideo: 'Lưu ý: video này cũng có trong bài {{entries}}.',
  openAlready: 'Anh/chị đang thẩm định dở bài {{code}}, Trợ lý gửi lại:',
  verdictLabel: 'Kết luận',
  ask: 'Cần kiểm tra:\n{{checklist}}\n\nAnh/chị kết luận bài {{code}} thế nào?',
  askPlain: 'Anh/chị kết luận bài {{code}} thế nào?',
  pass: 'Đạt',
  sendBack: 'Trả lại để bổ sung',
  reject: 'Không hợp lệ, bài dừng ở đây',
  tied: 'Tôi có liên quan, xin không thẩm định',
  itemLabel: 'Mục chưa đạt',
  itemAsk: 'Bài chưa đạt ở mục nào?',
  wordsLabel: 'Chỗ cần sửa',
  wordsAsk: 'Xin ghi rõ chỗ cần sửa. Câu này được gửi nguyên văn cho đội.',
  limitLabel: 'Thời hạn bổ sung',
  limitAsk: 'Đội có bao lâu để bổ sung? Xin ghi số ngày hoặc số giờ, ví dụ: 3 ngày, 12 giờ.',
  limitUnclear: 'Trợ lý không đọc được thời hạn. Xin ghi số ngày (1 đến 30) hoặc số giờ, ví dụ: 3 ngày.',
  days: '{{count}} ngày',
  hours: '{{count}} giờ',
  reasonLabel: 'Lý do',
  reasonAsk: 'Vì sao bài không hợp lệ?',
  noteLabel: 'Ghi thêm',
  noteAsk: 'Anh/chị có ghi thêm cho rõ không? Câu này được gửi nguyên văn cho đội cùng với lý do.',
  noteNone: 'Không ghi thêm',
  reasonWords: 'Vì sao bài không hợp lệ? Xin ghi lý do, lý do này được báo cho đội.',
  tieLabel: 'Mối liên quan',
  tieAsk:
    'Anh/chị liên quan thế nào? Nếu cùng đơn vị, anh/chị sẽ không thẩm định mọi bài của đơn vị ấy ({{unit}}).',
  tieUnit: 'Tôi cùng đơn vị',
  tieEntry: 'Tôi liên quan đến đội này',
  tieWordsAsk: 'Xin ghi ngắn gọn mối liên quan. Điều này được lưu lại.',
  checkPass: 'Bài <b>{{entry}}</b>: <b>đạt</b>.',
  checkBack: 'Bài <b>{{entry}}</b>: <b>trả lại để bổ sung</b>.\n{{defect}}\nThời hạn: {{limit}}',
  checkReject: 'Bài <b>{{entry}}</b>: <b>không hợp lệ</b>.\nLý do: {{reason}}',
  checkTie: 'Bài <b>{{entry}}</b>: anh/chị không thẩm định vì có liên quan.\n{{words}}',
  yes: 'Đúng, ghi lại',
  again: 'Làm lại',
  tieSaved: 'Đã ghi nhận: anh/chị có liên quan đến bài {{code}}, nên không thẩm định.',
  passed: 'Đã kết luận bài <b>{{code}}</b>: đạt.',
  sentBack: 'Đã trả bài <b>{{code}}</b> để bổ sung, hạn {{closes}}.',
  rejected: 'Đã kết luận bài <b>{{code}}</b>: không hợp lệ.',
  counted:
    'Đã ghi ý kiến của anh/chị về bài <b>{{code}}</b>: {{said}} người đã cho ý kiến. Có {{agreeing}} người cùng ý kiến thì thành kết luận; trước đó anh/chị đổi ý được bằng cách gõ /thamdinh {{code}}.',
  next: 'Thẩm định bài tiếp: {{code}}',
  left: 'Còn {{left}} bài chờ anh/chị thẩm định.',
  noneLeft: 'Hiện không còn bài nào chờ anh/chị thẩm định.',
  awaited: 'Đang chờ các đội bổ sung: {{awaited}} bài.',
  toldPassed: '<b>{{contest}}</b>\nBài <b>{{entry}}</b> đã được thẩm định: đạt.',
  toldSentBack:
    '<b>{{contest}}</b>\nBài <b>{{entry}}</b> cần bổ sung:\n{{defects}}\n\nXin gõ /thaybai {{code}} để gửi bản đã sửa, chậm nhất {{closes}}. Đến hạn mà chưa có bản đã sửa thì bài không còn dự thi nữa.',
  toldRejected:
    '<b>{{contest}}</b>\nBài <b>{{entry}}</b> được thẩm định là không hợp lệ, không còn dự thi. Lý do: {{reason}}',
  defect: '• {{item}}: {{words}}',
  correctionClosed:
    'Đã hết hạn bổ sung bài {{code}} lúc {{closes}}, nên Trợ lý không nhận bản sửa nữa. Mọi thắc mắc xin liên hệ Ban Tổ chức.',
  correct:
    'Anh/chị gửi bản đã sửa của bài <b>{{entry}}</b>, chậm nhất {{closes}}. Tên bài sửa được ở bước kiểm tra.',
  corrected:
    'Đã nhận bản sửa của bài <b>{{code}}</b> lúc {{at}}.\nTên bài: {{title}}\nBài được thẩm định lại; mã bài giữ nguyên.',
  toScreeners: '{{team}} đã gửi bản sửa của bài <b>{{entry}}</b>. Gõ /thamdinh {{code}} để thẩm định lại.',
  lapsed:
    '<b>{{contest}}</b>\nBài <b>{{entry}}</b> ({{team}}) không được bổ sung trước {{closes}}, nên không còn dự thi.',
  lapsedSecretary:
    '<b>{{contest}}</b>\n{{team}} không bổ sung bài <b>{{entry}}</b> trước {{closes}}. Bài không còn dự thi.',
} as const;
