/** A judge doesn't score an entry. */
export default {
  title: 'Không chấm một bài',
  offer: 'Không chấm bài này',
  how: 'Nếu anh/chị không chấm bài này (có quan hệ với đội, không xem được video…), xin gõ /khongcham {{code}}',
  which:
    'Anh/chị không chấm bài nào? Xin chọn, hoặc gõ /khongcham rồi đến mã bài. Nếu anh/chị thuộc một đơn vị dự thi, xin gõ tên đơn vị, ví dụ: /khongcham {{unit}}; khi ấy anh/chị không chấm mọi bài của đơn vị đó.',
  reasonLabel: 'Lý do',
  reasonAsk: 'Vì sao anh/chị không chấm bài <b>{{entry}}</b>?',
  reasonAskKind:
    'Lý do anh/chị ghi: «{{words}}». Đây là trường hợp nào, để Trợ lý xử lý đúng bài <b>{{entry}}</b>?',
  relation: 'Có quan hệ với đội',
  unit: 'Cùng đơn vị',
  video: 'Không xem được video',
  other: 'Lý do khác',
  none: 'Không, tôi vẫn chấm bài này',
  stays: 'Chưa ghi gì cả: bài <b>{{code}}</b> vẫn chờ anh/chị chấm.',
  staysScored: 'Chưa ghi gì cả: phiếu chấm bài <b>{{code}}</b> của anh/chị vẫn giữ nguyên.',
  wordsLabel: 'Ghi rõ',
  wordsAsk: 'Xin ghi ngắn gọn lý do. Điều này được lưu lại.',
  relationAsk: 'Xin ghi ngắn gọn mối quan hệ. Điều này được lưu lại.',
  check: 'Anh/chị không chấm bài <b>{{entry}}</b>.\nLý do: {{reason}}',
  relationFollows:
    'Đã khai có quan hệ thì không chấm lại bài này được nữa; điểm đã cho trước đó, nếu có, được lưu lại nhưng không tính.',
  unitFollows:
    'Anh/chị sẽ không chấm mọi bài của {{unit}}; điểm đã cho trước đó, nếu có, được lưu lại nhưng không tính.',
  unitFollowsBlind:
    'Anh/chị sẽ không chấm mọi bài cùng đơn vị với bài {{code}}; điểm đã cho trước đó, nếu có, được lưu lại nhưng không tính.',
  replaces:
    'Điểm anh/chị đã cho bài này sẽ bị bỏ. Trước khi chốt điểm, muốn chấm lại chỉ cần gõ /cham {{code}}.',
  later: 'Trước khi chốt điểm, muốn chấm lại chỉ cần gõ /cham {{code}}.',
  yes: 'Đúng, không chấm',
  finishFirst:
    'Anh/chị đang báo không chấm bài {{code}}, nên điểm chưa được ghi. Xin trả lời nốt câu dưới đây. Nếu vẫn muốn chấm bài này, xin gõ /huy trước, rồi gõ lại /cham {{code}} kèm điểm.',
  saved: 'Đã ghi nhận: anh/chị không chấm bài <b>{{code}}</b>.',
  sheetDropped: 'Phiếu đang chấm dở của bài {{codes}} đã được bỏ: điểm vừa gõ không được ghi.',
  unitTitle: 'Không chấm bài của một đơn vị',
  unitAsk: 'Anh/chị không chấm bài của đơn vị nào? Xin gõ tên đơn vị.',
  unitSure:
    'Anh/chị thuộc hoặc có liên quan với <b>{{unit}}</b>, nên sẽ không chấm mọi bài của đơn vị này và không chấm lại được nữa; điểm đã cho trước đó, nếu có, được lưu lại nhưng không tính. Anh/chị xác nhận chứ?',
  unitSaved: 'Đã ghi nhận: anh/chị không chấm các bài của <b>{{unit}}</b>.',
  no: 'Không, để nguyên',
  left: 'Chưa có gì thay đổi.',
} as const;
