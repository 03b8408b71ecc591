/** A secretary types a judge's paper sheet. */
export default {
  title: 'Nhập phiếu giấy',
  judgeLabel: 'Giám khảo',
  judgeAsk: 'Phiếu giấy của giám khảo nào?',
  entryLabel: 'Bài dự thi',
  entryAsk: 'Phiếu chấm bài nào? Xin gõ mã bài; có thể gõ luôn các điểm theo thứ tự tiêu chí sau mã bài.',
  noSuchJudge: 'Người này không còn là giám khảo của cuộc thi. Xin gõ /nhapphieu để chọn lại.',
  notHis: 'Bài {{code}} không phải bài giám khảo {{name}} được chấm ở vòng này. Xin xem lại mã bài.',
  notAssigned:
    'Bài {{code}} được phân công cho giám khảo khác, không phải giám khảo {{name}}. Xin xem lại mã bài và tên giám khảo.',
  conflict: 'Giám khảo {{name}} có liên quan đến bài {{code}}, nên không nhận phiếu cho bài này.',
  setAside: 'Phiếu của {{name}} cho bài {{code}} đã được để riêng, nên không nhập lại được.',
  ownSheet:
    'Giám khảo {{name}} đã tự trả lời bài {{code}} qua tin nhắn, nên phiếu giấy không được nhận. Nếu cần sửa, giám khảo tự gõ /cham {{code}}.',
  otherEntry:
    'Phiếu đang nhập là của bài {{code}}, nên điểm cho bài {{other}} chưa được ghi. Muốn nhập phiếu bài {{other}}, xin gõ /nhapphieu {{name}}: {{other}} {{points}}',
  readBack: '<b>Xin kiểm tra phiếu giấy của {{name}}, bài {{entry}}:</b>',
  saved:
    'Đã nhập phiếu giấy của {{name}} cho bài <b>{{code}}</b>: {{sum}}/{{scale}}. Giám khảo đã được báo để kiểm tra.',
  next: 'Phiếu tiếp của {{name}}',
  nextJudge: 'Phiếu của giám khảo khác',
  toJudge:
    '<b>{{contest}}</b>\n{{by}} đã nhập phiếu giấy của anh/chị cho bài <b>{{code}}</b>: {{points}} = {{sum}}/{{scale}}. Nếu không đúng, trước khi chốt điểm anh/chị gõ /cham {{code}} để tự chấm lại; phiếu ấy thay cho phiếu giấy.',
  toJudgeOne:
    '<b>{{contest}}</b>\n{{by}} đã nhập phiếu giấy của anh/chị cho bài <b>{{code}}</b>: {{sum}}/{{scale}}. Nếu không đúng, trước khi chốt điểm anh/chị gõ /cham {{code}} để tự chấm lại; phiếu ấy thay cho phiếu giấy.',
} as const;
