/** One judge's sheet for one entry is kept and doesn't count. */
export default {
  title: 'Để riêng một phiếu chấm',
  how: 'Xin gõ /bophieu rồi đến mã bài, ví dụ: /bophieu {{code}}.',
  whoLabel: 'Phiếu của ai',
  whoAsk: 'Phiếu của giám khảo nào cho bài <b>{{entry}}</b>? Điểm trong phiếu không hiện ra ở đây.',
  offerBack: '{{name}} (đang để riêng)',
  noSheet: 'Bài {{code}} không có phiếu nào của giám khảo đang chấm mà anh/chị để riêng được.',
  notJudged: 'Bài {{code}} hiện không được chấm ở vòng nào, nên không có phiếu để bỏ ra.',
  already: 'Phiếu này của bài {{code}} vừa được người khác thay đổi. Xin gõ /bophieu {{code}} để xem lại.',
  reasonLabel: 'Lý do',
  reasonAsk:
    'Vì sao phiếu của <b>{{name}}</b> cho bài <b>{{entry}}</b> không được tính? Lý do được lưu lại và báo cho giám khảo.',
  backReasonAsk:
    'Phiếu của <b>{{name}}</b> cho bài <b>{{entry}}</b> đang để riêng. Vì sao nay tính lại? Lý do được lưu lại và báo cho giám khảo.',
  sure: 'Phiếu của <b>{{name}}</b> cho bài <b>{{entry}}</b> được giữ lại nhưng không tính vào kết quả.\nLý do: {{reason}}\nAnh/chị xác nhận chứ?',
  backSure:
    'Phiếu của <b>{{name}}</b> cho bài <b>{{entry}}</b> được tính lại vào kết quả.\nLý do: {{reason}}\nAnh/chị xác nhận chứ?',
  yes: 'Đúng, ghi nhận',
  no: 'Không, để nguyên',
  left: 'Chưa có gì thay đổi.',
  done: 'Đã để riêng phiếu của {{name}} cho bài <b>{{code}}</b>: phiếu được lưu, không tính vào kết quả. Giám khảo đã được báo. Muốn tính lại, gõ /bophieu {{code}}.',
  doneBack: 'Phiếu của {{name}} cho bài <b>{{code}}</b> được tính lại. Giám khảo đã được báo.',
  short:
    '⚠️ Không có phiếu này, bài {{code}} nhiều nhất còn {{count}} phiếu được tính, mà cần {{quorum}} phiếu mới được xếp hạng.',
  toldReopened:
    '<b>{{contest}}</b>\nSau khi mở lại việc chấm, {{by}} đã để riêng phiếu của {{name}} cho bài <b>{{code}}</b>: phiếu được lưu, không tính vào kết quả. Lý do: {{reason}}',
  toldReopenedBack:
    '<b>{{contest}}</b>\nSau khi mở lại việc chấm, {{by}} đã cho tính lại phiếu của {{name}} cho bài <b>{{code}}</b>. Lý do: {{reason}}',
  told: '<b>{{contest}}</b>\nPhiếu của anh/chị cho bài <b>{{code}}</b> được lưu lại nhưng không tính vào kết quả. Lý do: {{reason}}',
  toldBack:
    '<b>{{contest}}</b>\nPhiếu của anh/chị cho bài <b>{{code}}</b> được tính lại vào kết quả. Lý do: {{reason}}',
} as const;
